// Comes in: a result with two columns of entities. Goes out: numbered nodes with names, sizes and
// groups, and the ties between them. Rows of the same pair are one tie, their weights added up.

import HoraEngine

struct NodesAndTies {
  struct Tie {
    var a: Int
    var b: Int
    var weight: Double
  }

  var title: String
  var names: [String] = []
  /// The key of each node where it is an entity; its name elsewhere.
  var keys: [String] = []
  /// The group of each node as a text; nil where it has none.
  var groups: [String?] = []
  /// What the groups are; nil where there are none.
  var groupName: String?
  var ties: [Tie] = []
  var degrees: [Int] = []
  var strengths: [Double] = []
  /// NaN where a node has no size of its own.
  var sizes: [Double] = []
  var sizeName = "degree"
  var isWeighted = false
  /// Of each node: its row in the collection of all; for places of a map.
  var entities: [(collection: CollectionID, row: Int32)?] = []
  let options: ShowOptions

  /// Beyond it a drawing takes minutes, and nobody reads it.
  static let most = 5_000

  init(_ result: ResultSet) throws(PictureFault) {
    options = result.options
    let infos = result.columns.map(\.info)
    let places = try Picture.graph.columns(in: infos, result.options)
    title = ""
    guard let from = places.a, let to = places.b else { return }
    let starts = result.distinct(from)
    let ends = result.distinct(to)
    // Nodes of one collection are one node at either end.
    var numbers: [String: Int] = [:]
    func insert(_ values: DistinctValues, prefix: String) -> [Int] {
      values.labels.indices.map { index in
        let identity =
          values.collection.map { "\($0) \(values.entities[index])" }
          ?? "\(prefix)\(values.labels[index])"
        if let number = numbers[identity] { return number }
        let number = names.count
        numbers[identity] = number
        names.append(DisplayWidth.visible(values.labels[index]))
        keys.append(
          values.collection.map { EntityNames.key(result.network, $0, values.entities[index]) }
            ?? values.labels[index])
        entities.append(values.collection.map { ($0, values.entities[index]) })
        return number
      }
    }
    let startNodes = insert(starts, prefix: "t")
    let endNodes = insert(ends, prefix: "t")
    let weights = places.weight.flatMap { result.numbers($0) }
    isWeighted = weights != nil
    addTies(result.rowCount, starts, startNodes, ends, endNodes, weights)
    measure()
    try read(result)
    let kind =
      entities.first?.map { result.network.schema.collections[$0.collection].name } ?? "nodes"
    let base =
      "\(Figures.shown(Double(names.count))) \(kind), \(Figures.shown(Double(ties.count))) \(ties.count == 1 ? "tie" : "ties")"
    title = result.options.text(.title).map { "\($0) (\(base))" } ?? base
  }

  private mutating func addTies(
    _ rows: Int, _ starts: DistinctValues, _ startNodes: [Int], _ ends: DistinctValues,
    _ endNodes: [Int], _ weights: [Double]?
  ) {
    var seen: [Int: Int] = [:]
    for row in 0..<rows {
      let weight = weights?[row] ?? 1
      for start in starts.codes(row: row) where start >= 0 {
        for end in ends.codes(row: row) where end >= 0 {
          let a = startNodes[Int(start)]
          let b = endNodes[Int(end)]
          // A tie to itself is no tie; a weight that is missing counts as none.
          if a == b { continue }
          let key = min(a, b) * names.count + max(a, b)
          let value = weight.isNaN ? 0 : weight
          if let place = seen[key] {
            ties[place].weight += value
          } else {
            seen[key] = ties.count
            ties.append(Tie(a: a, b: b, weight: value))
          }
        }
      }
    }
  }

  private mutating func measure() {
    degrees = [Int](repeating: 0, count: names.count)
    strengths = [Double](repeating: 0, count: names.count)
    for tie in ties {
      for node in [tie.a, tie.b] {
        degrees[node] += 1
        strengths[node] += tie.weight
      }
    }
  }

  /// Sizes and groups, from fields of the entities.
  private mutating func read(_ result: ResultSet) throws(PictureFault) {
    sizes = degrees.map(Double.init)
    groups = names.map { _ in nil }
    let collections = Set(entities.compactMap { $0?.collection })
    guard let collection = collections.first, collections.count == 1 else { return }
    let schema = result.network.schema.collections[collection]
    if let name = result.options.text(.size) {
      sizeName = name.lowercased()
      if sizeName == "strength" {
        sizes = strengths
      } else if sizeName != "degree" {
        guard let field = EntityField(result.network, collection, named: name) else {
          throw EntityField.unknown(name, .size, in: schema)
        }
        sizeName = field.name
        sizes = entities.map { $0.flatMap { field.number(of: $0.row) } ?? .nan }
      }
    }
    var field: EntityField?
    if let name = result.options.text(.colour) {
      field = EntityField(result.network, collection, named: name)
      if field == nil { throw EntityField.unknown(name, .colour, in: schema) }
    } else {
      field = EntityField.references(result.network, collection).first
    }
    guard let field else { return }
    groupName = field.name
    groups = entities.map { node in
      node.flatMap { field.text(of: $0.row) }.map { DisplayWidth.visible($0) }
    }
  }

  /// The groups by size, largest first, and how many nodes each has.
  var groupSizes: [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for group in groups { if let group { counts[group, default: 0] += 1 } }
    return counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      .map { ($0.key, $0.value) }
  }

  /// Nodes by size, the largest first.
  var bySize: [Int] {
    names.indices.sorted {
      let (left, right) = (sizes[$0].isNaN ? -1 : sizes[$0], sizes[$1].isNaN ? -1 : sizes[$1])
      return left == right ? $0 < $1 : left > right
    }
  }

  /// The nodes as bars of their sizes: what a terminal shows.
  var chart: BarChart {
    let shown = bySize.prefix(20)
    return BarChart(
      title: "\(title), by \(sizeName)",
      remark: shown.count < names.count ? "the first \(shown.count)" : "all",
      labels: shown.map { names[$0] }, values: shown.map { sizes[$0] })
  }
}
