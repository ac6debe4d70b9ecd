// Comes in: rows of a query that say how much of a column a row has. Goes out: which columns are related,
// and how near a column lies to what a row is strong in. A row is strong where its advantage is 1 or more.
// Sources: C. A. Hidalgo, B. Klinger, A.-L. Barabási, R. Hausmann, Science 317 (2007) 482 (proximity);
// R. Boschma, P.-A. Balland, D. F. Kogler, Industrial and Corporate Change 24 (2015) 223 (density).

struct RelatedTable {
  /// The different keys; the number of a row or column is its place here.
  private let rowKeys: Vector
  private let columnKeys: Vector
  /// What each row is strong in.
  private let strengths: Profiles

  init(_ plan: AmountTable, _ run: Run) throws(RunError) {
    let frame = try run.independent(plan.query)
    // A row without a key belongs nowhere.
    let presence = zip(frame.columns[0].presence, frame.columns[1].presence)
    let kept = presence.enumerated().filter { $0.element == (1, 1) }.map { Int32($0.offset) }
    let keys = frame.columns.prefix(2).map { $0.expanded.gather(kept) }
    let (values, mask) = Numbers.decimals(frame.columns[2].expanded.gather(kept))
    var rows = Grouper(count: kept.count)
    rows.add(keys[0])
    var columns = Grouper(count: kept.count)
    columns.add(keys[1])
    // Amounts of the same row and column are one.
    var cells = rows
    cells.add(keys[1])
    let sums = run.sums(values, mask, cells)
    let firsts = cells.firstRows
    rows = Grouper(gathering: rows, firsts)
    columns = Grouper(gathering: columns, firsts)
    let advantages = try run.advantages(
      plan.advantage,
      AmountsByKey(
        values: sums, mask: [], rows: rows, columns: columns, keys: keys[1].gather(firsts),
        all: Grouper(count: firsts.count)))
    var strong: [(row: Int32, column: Int32)] = []
    for cell in advantages.indices where advantages[cell] >= 1 && sums[cell] > 0 {
      strong.append((rows.groups[cell], columns.groups[cell]))
    }
    strong.sort { $0.row == $1.row ? $0.column < $1.column : $0.row < $1.row }
    var offsets = [Int](repeating: 0, count: rows.count + 1)
    for cell in strong { offsets[Int(cell.row) + 1] += 1 }
    for row in 0..<rows.count { offsets[row + 1] += offsets[row] }
    strengths = try Profiles(
      offsets: offsets, things: strong.map(\.column), thingCount: columns.count, run)
    rowKeys = keys[0].gather(firsts).gather(rows.firstRows)
    columnKeys = keys[1].gather(firsts).gather(columns.firstRows)
  }

  // MARK: Keys

  func rowNumbers(_ keys: Vector) -> [Int32] { RelatedTable.places(of: keys, in: rowKeys) }

  func columnNumbers(_ keys: Vector) -> [Int32] { RelatedTable.places(of: keys, in: columnKeys) }

  /// The place of each key; -1 for one that is not there.
  private static func places(of keys: Vector, in known: Vector) -> [Int32] {
    var grouper = Grouper(count: known.count + keys.count)
    grouper.add(Vector.joined([known, keys]))
    return grouper.groups.dropFirst(known.count).map { $0 < known.count ? $0 : -1 }
  }

  // MARK: Answers

  func ubiquity(_ column: Int32) -> Int { column < 0 ? 0 : strengths.sizes[Int(column)] }

  func diversity(_ row: Int32) -> Int { row < 0 ? 0 : strengths.profile(Int(row)).count }

  /// The least of the shares P(p | q) and P(q | p); NaN of a column and itself, or where no row is
  /// strong in either.
  func relatedness(_ p: Int32, _ q: Int32) -> Double {
    guard p >= 0, q >= 0, p != q, max(ubiquity(p), ubiquity(q)) > 0 else { return .nan }
    guard let place = strengths.proximity.place(from: Int(p), to: q) else { return 0 }
    return strengths.proximity.weight(place)
  }

  /// How many rows are strong in both.
  func common(_ p: Int32, _ q: Int32) -> Int {
    guard p >= 0, q >= 0 else { return 0 }
    if p == q { return ubiquity(p) }
    guard let place = strengths.proximity.place(from: Int(p), to: q) else { return 0 }
    let largest = Double(max(ubiquity(p), ubiquity(q)))
    return Int((strengths.proximity.weight(place) * largest).rounded())
  }

  /// Of all that is related to the column, the share that the row is strong in; NaN where nothing is.
  func density(_ row: Int32, _ column: Int32) -> Double {
    guard row >= 0, column >= 0, strengths.proximity.degree(Int(column)) > 0 else { return .nan }
    return strengths.density(column, of: Int(row))
  }
}
