// Comes in: rows of a query that say how much of a column a row has. Goes out: which columns are related,
// and how near a column lies to what a row is strong in. A row is strong where its advantage is 1 or more.
// Sources: C. A. Hidalgo, B. Klinger, A.-L. Barabási, R. Hausmann, Science 317 (2007) 482 (proximity);
// R. Boschma, P.-A. Balland, D. F. Kogler, Industrial and Corporate Change 24 (2015) 223 (density);
// A. Stirling, Journal of the Royal Society Interface 4 (2007) 707 (diversity of shares and distances).

struct RelatedTable {
  /// The different keys; the number of a row or column is its place here.
  private let rowKeys: Vector
  private let columnKeys: Vector
  /// What each row is strong in.
  private let strengths: Profiles
  /// How much each row has of what, above 0.
  private let amounts: Arcs
  /// Where the columns are concepts of a taxonomy.
  private let tree: ConceptTree?

  init(_ plan: AmountTable, _ run: Run) throws(RunError) {
    let frame = try run.independent(plan.query)
    try run.charge(4 * frame.count)
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
    let held = sums.indices.filter { sums[$0] > 0 }.sorted { (one: Int, other: Int) -> Bool in
      (rows.groups[one], columns.groups[one]) < (rows.groups[other], columns.groups[other])
    }
    let strong = held.filter { advantages[$0] >= 1 }
    func offsets(_ cells: [Int]) -> [Int] {
      Arcs.starts(cells.map { rows.groups[$0] }, nodeCount: rows.count)
    }
    strengths = try Profiles(
      offsets: offsets(strong), things: strong.map { columns.groups[$0] },
      thingCount: columns.count, run)
    amounts = Arcs(
      offsets: offsets(held), targets: held.map { columns.groups[$0] },
      weights: held.map { sums[$0] })
    if case .entity(let collection) = run.plan.queries[plan.query].columns[1].type,
      run.network.schema.collections[collection].parent != nil
    {
      tree = ConceptTree.of(run.network, collection)
    } else {
      tree = nil
    }
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

  /// The sum over all ordered pairs of different columns of the product of their shares, times how far
  /// apart they are in the taxonomy: 1 less their similarity. NaN for a row that has nothing.
  func raoStirling(_ row: Int32) -> Double {
    guard row >= 0, let tree, case .entity(let concepts) = columnKeys else { return .nan }
    let places = amounts.places(Int(row))
    let total = places.reduce(0.0) { $0 + amounts.weight($1) }
    guard total > 0 else { return .nan }
    var sum = 0.0
    for one in places {
      for other in places where other > one {
        let similarity = tree.wuPalmer(
          concepts[Int(amounts.targets[one])], concepts[Int(amounts.targets[other])])
        sum += (1 - similarity) * (amounts.weight(one) / total) * (amounts.weight(other) / total)
      }
    }
    return 2 * sum
  }

  /// How much work that is.
  func cost(_ row: Int32) -> Int {
    row < 0 ? 1 : 4 * amounts.degree(Int(row)) * amounts.degree(Int(row))
  }
}
