// Comes in: nodes and ties. Goes out: where each node stands on the canvas, how large it is, which
// colour it has, and which names have room.

struct GraphDrawing {
  let graph: NodesAndTies
  let width: Double
  /// As high as the nodes need it, up to what was given.
  private(set) var height: Double
  var places: [Point] = []
  var radii: [Double] = []
  /// A number of the palette for each node.
  var colours: [Int] = []
  /// The groups with a colour of their own, and all others under the last.
  var legend: [(name: String, colour: Int, count: Int)] = []
  var labels: [PlacedLabel] = []

  private static let rim = 30.0

  static func layout(of graph: NodesAndTies) -> ForceLayout {
    ForceLayout(
      count: graph.names.count, ties: graph.ties,
      seed: UInt64(graph.options.number(.seed) ?? 1))
  }

  init(_ graph: NodesAndTies, _ layout: ForceLayout, width: Double, height: Double) {
    self.graph = graph
    self.width = width
    self.height = height
    colour()
    measure()
    fit(layout.places(aspect: width / height))
    part()
    labels = Labels.placed(
      graph.bySize.map { ($0, places[$0], radii[$0], graph.names[$0]) },
      within: Box(x: 2, y: 2, width: width - 4, height: self.height - 4),
      most: max(12, min(60, Int(width * self.height / 9_000))), letters: width < 500 ? 18 : 28,
      free: max(6, min(16, graph.names.count / 12)))
  }

  private mutating func colour() {
    var numbers: [String: Int] = [:]
    let groups = graph.groupSizes
    var others = graph.groups.count { $0 == nil }
    let hasNames = graph.groupName != nil && !groups.isEmpty
    for (index, group) in groups.enumerated() {
      if index < Palette.groups {
        numbers[group.name] = index
        legend.append((group.name, index, group.count))
      } else {
        others += group.count
      }
    }
    colours = graph.groups.map {
      $0.map { numbers[$0] ?? Palette.groups } ?? (hasNames ? Palette.groups : 0)
    }
    if hasNames, others > 0 {
      let count = groups.count - Palette.groups
      legend.append((count > 0 ? "\(count) others" : "(none)", Palette.groups, others))
    }
    if !hasNames { legend = [] }
  }

  private mutating func measure() {
    let room = (width * height / Double(max(1, graph.names.count))).squareRoot()
    let largest = min(20, max(4, room * 0.24))
    let smallest = min(4, largest * 0.36)
    let most = graph.sizes.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
    radii = graph.sizes.map { size in
      guard size.isFinite, size > 0, most > 0 else { return smallest }
      return smallest + (largest - smallest) * (size / most).squareRoot()
    }
  }

  private mutating func fit(_ places: [Point]) {
    let xs = places.map(\.x)
    let ys = places.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else {
      height = 0
      return
    }
    let room = (width - 2 * GraphDrawing.rim, height - 2 * GraphDrawing.rim)
    var scale = min(
      right > left ? room.0 / (right - left) : .infinity,
      bottom > top ? room.1 / (bottom - top) : .infinity)
    if !scale.isFinite { scale = 1 }
    // A handful of nodes need not fill the canvas.
    scale = min(scale, 160)
    height = min(height, max(120, (bottom - top) * scale + 4 * GraphDrawing.rim))
    let x = (width - (right - left) * scale) / 2
    let y = (height - (bottom - top) * scale) / 2
    self.places = places.map {
      Point(x: ($0.x - left) * scale + x, y: ($0.y - top) * scale + y)
    }
  }

  /// Nodes that cover each other are moved apart, a little at a time.
  private mutating func part() {
    guard places.count <= 1500 else { return }
    for _ in 0..<60 {
      var isMoved = false
      for i in places.indices {
        for j in (i + 1)..<max(places.count, i + 1) {
          let dx = places[j].x - places[i].x
          let dy = places[j].y - places[i].y
          let wanted = radii[i] + radii[j] + 2
          let square = dx * dx + dy * dy
          if square >= wanted * wanted { continue }
          let distance = square.squareRoot()
          let push = (wanted - distance) / 2
          // Two at the same place part sideways.
          let (ux, uy) = distance > 1e-6 ? (dx / distance, dy / distance) : (1, 0)
          places[i].x -= ux * push
          places[i].y -= uy * push
          places[j].x += ux * push
          places[j].y += uy * push
          isMoved = true
        }
      }
      if !isMoved { break }
    }
    for index in places.indices {
      let rim = radii[index] + 2
      places[index].x = min(width - rim, max(rim, places[index].x))
      places[index].y = min(height - rim, max(rim, places[index].y))
    }
  }
}
