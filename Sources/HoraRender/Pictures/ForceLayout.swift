// Comes in: a graph as numbers of nodes and ties, and a seed. Goes out: a place for each node. Each
// component is laid out by itself: nodes push each other away, ties pull (attraction grows with the
// distance, repulsion falls with it and grows with the degrees, after Jacomy and others 2014), in
// ever smaller steps; then the components are packed side by side. Only + - * / and square roots:
// the same places on every machine.

struct Point: Equatable {
  var x: Double
  var y: Double
}

struct ForceLayout {
  /// So many pairs are looked at in all; large graphs get fewer rounds.
  private static let budget = 240_000_000

  private let count: Int
  private let seed: UInt64
  /// Each component with places of its own, in a box.
  private var boxes: [(nodes: [Int], places: [Point], width: Double, height: Double)] = []

  init(count: Int, ties: [NodesAndTies.Tie], seed: UInt64) {
    self.count = count
    self.seed = seed
    var local = [Int](repeating: 0, count: count)
    var component = [Int](repeating: 0, count: count)
    let members = components(ties)
    for (number, nodes) in members.enumerated() {
      for (index, node) in nodes.enumerated() {
        local[node] = index
        component[node] = number
      }
    }
    var inside = [[NodesAndTies.Tie]](repeating: [], count: members.count)
    for tie in ties {
      inside[component[tie.a]].append(
        NodesAndTies.Tie(a: local[tie.a], b: local[tie.b], weight: tie.weight))
    }
    for (number, nodes) in members.enumerated() {
      let (places, width, height) = boxed(laidOut(nodes.count, inside[number]), nodes.count)
      boxes.append((nodes, places, width, height))
    }
  }

  /// Places, of which the whole has about the given shape (width / height); one unit is the same in
  /// both directions.
  func places(aspect: Double) -> [Point] {
    var result = [Point](repeating: Point(x: 0, y: 0), count: count)
    let packed = pack(boxes.map { ($0.width, $0.height) }, aspect: aspect)
    for (box, corner) in zip(boxes, packed) {
      for (node, place) in zip(box.nodes, box.places) {
        result[node] = Point(x: corner.x + place.x, y: corner.y + place.y)
      }
    }
    return result
  }

  /// The largest first, then by first node.
  private func components(_ ties: [NodesAndTies.Tie]) -> [[Int]] {
    var parent = Array(0..<count)
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for tie in ties {
      let a = root(tie.a)
      let b = root(tie.b)
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    var groups: [Int: [Int]] = [:]
    for node in 0..<count { groups[root(node), default: []].append(node) }
    return groups.values.sorted { $0.count == $1.count ? $0[0] < $1[0] : $0.count > $1.count }
  }

  /// A box whose area grows with the number of nodes, with a rim.
  private func boxed(
    _ places: [Point], _ nodes: Int
  ) -> (places: [Point], width: Double, height: Double) {
    let xs = places.map(\.x)
    let ys = places.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return ([], 0, 0) }
    let extent = max(right - left, bottom - top)
    let area = max((right - left) * (bottom - top), extent * extent / 4)
    // The more nodes, the more ties: large components get more than their share, pairs less.
    let wanted = Double(nodes) * (0.3 + 0.3 * Figures.log2(Double(nodes)))
    let scale = area > 0 ? (wanted / area).squareRoot() * 0.85 : 0
    let rim = 0.42
    let moved = places.map {
      Point(x: ($0.x - left) * scale + rim, y: ($0.y - top) * scale + rim)
    }
    return (moved, (right - left) * scale + 2 * rim, (bottom - top) * scale + 2 * rim)
  }

  /// Boxes in shelves, the highest first. Of several widths of the shelves the one is taken whose whole
  /// is nearest to the wanted shape.
  private func pack(_ boxes: [(width: Double, height: Double)], aspect: Double) -> [Point] {
    let order = boxes.indices.sorted {
      boxes[$0].height == boxes[$1].height ? $0 < $1 : boxes[$0].height > boxes[$1].height
    }
    let area = boxes.reduce(0) { $0 + $1.width * $1.height }
    let widest = boxes.reduce(0) { max($0, $1.width) }
    var best = [Point](repeating: Point(x: 0, y: 0), count: boxes.count)
    var least = Double.infinity
    for trial in 0..<12 {
      let width = max(widest, (area * aspect * (0.8 + 0.1 * Double(trial))).squareRoot())
      let (corners, size) = shelves(boxes, order, width: width)
      // How much the canvas must hold, were it of the wanted shape.
      let need = max(size.x, size.y * aspect)
      if need < least {
        least = need
        best = corners
      }
    }
    return best
  }

  private func shelves(
    _ boxes: [(width: Double, height: Double)], _ order: [Int], width: Double
  ) -> (corners: [Point], size: Point) {
    var corners = [Point](repeating: Point(x: 0, y: 0), count: boxes.count)
    var size = Point(x: 0, y: 0)
    // Each shelf holds columns; a box goes below another of its column where there is room.
    var shelf = (top: 0.0, height: 0.0, x: 0.0)
    var column = (x: 0.0, width: 0.0, bottom: 0.0)
    for index in order {
      let box = boxes[index]
      if column.width >= box.width, column.bottom + box.height <= shelf.top + shelf.height {
        corners[index] = Point(x: column.x, y: column.bottom)
        column.bottom += box.height
        continue
      }
      if shelf.x > 0, shelf.x + box.width > width {
        shelf = (shelf.top + shelf.height, box.height, 0)
      } else if shelf.x == 0 {
        shelf.height = box.height
      }
      corners[index] = Point(x: shelf.x, y: shelf.top)
      column = (shelf.x, box.width, shelf.top + box.height)
      shelf.x += box.width
      size = Point(x: max(size.x, shelf.x), y: max(size.y, shelf.top + shelf.height))
    }
    return (corners, size)
  }

  // MARK: Forces

  private func laidOut(_ count: Int, _ ties: [NodesAndTies.Tie]) -> [Point] {
    if count == 1 { return [Point(x: 0, y: 0)] }
    if count == 2 { return [Point(x: 0, y: 0), Point(x: 1, y: 0.25)] }
    var mass = [Double](repeating: 1, count: count)
    for tie in ties {
      mass[tie.a] += 1
      mass[tie.b] += 1
    }
    let heaviest = ties.reduce(0) { max($0, $1.weight) }
    let pulls = ties.map { heaviest > 0 ? 0.6 + 0.4 * max(0, $0.weight) / heaviest : 1 }
    var places = spiral(count, mass, ties)
    let mean = mass.reduce(0, +) / Double(count)
    let spread = Double(count).squareRoot() * mean.squareRoot()
    for index in places.indices {
      places[index].x *= spread
      places[index].y *= spread
    }
    let rounds = min(400, max(40, ForceLayout.budget / (count * count)))
    var forces = [Point](repeating: Point(x: 0, y: 0), count: count)
    places.withUnsafeMutableBufferPointer { places in
      forces.withUnsafeMutableBufferPointer { forces in
        mass.withUnsafeBufferPointer { mass in
          for round in 0..<rounds {
            let left = 1 - Double(round) / Double(rounds)
            ForceLayout.round(
              places, forces, mass, ties, pulls, most: spread * 0.12 * left * left + 1e-3,
              gravity: 0.06 * mean)
          }
        }
      }
    }
    return Array(places)
  }

  /// Where nodes start: on a spiral, neighbours near each other, the best connected in the middle.
  private func spiral(_ count: Int, _ mass: [Double], _ ties: [NodesAndTies.Tie]) -> [Point] {
    var neighbours = [[Int]](repeating: [], count: count)
    for tie in ties {
      neighbours[tie.a].append(tie.b)
      neighbours[tie.b].append(tie.a)
    }
    var order: [Int] = []
    var isSeen = [Bool](repeating: false, count: count)
    let start = mass.indices.reduce(0) { mass[$1] > mass[$0] ? $1 : $0 }
    order.append(start)
    isSeen[start] = true
    var next = 0
    while next < order.count {
      for node in neighbours[order[next]] where !isSeen[node] {
        isSeen[node] = true
        order.append(node)
      }
      next += 1
    }
    // Turned by the golden angle each time; the seed shakes it.
    let (cosine, sine) = (-0.7373688780783197, 0.6754902942615238)
    var direction = Point(x: 1, y: 0)
    var random = seed
    var result = [Point](repeating: Point(x: 0, y: 0), count: count)
    for (index, node) in order.enumerated() {
      let radius = (Double(index) / Double(count)).squareRoot()
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let shake = (Double(random >> 40) / 16_777_216 - 0.5) * 0.02
      result[node] = Point(x: direction.x * radius + shake, y: direction.y * radius - shake)
      direction = Point(
        x: direction.x * cosine - direction.y * sine, y: direction.x * sine + direction.y * cosine)
    }
    return result
  }

  private static func round(
    _ places: UnsafeMutableBufferPointer<Point>, _ forces: UnsafeMutableBufferPointer<Point>,
    _ mass: UnsafeBufferPointer<Double>, _ ties: [NodesAndTies.Tie], _ pulls: [Double],
    most: Double, gravity: Double
  ) {
    let count = places.count
    for i in 0..<count {
      let pull =
        gravity * mass[i]
        / ((places[i].x * places[i].x + places[i].y * places[i].y).squareRoot() + 1)
      forces[i] = Point(x: -places[i].x * pull, y: -places[i].y * pull)
    }
    for i in 0..<count {
      let place = places[i]
      var fx = 0.0
      var fy = 0.0
      for j in (i + 1)..<max(count, i + 1) {
        let dx = place.x - places[j].x
        let dy = place.y - places[j].y
        let push = mass[i] * mass[j] / (dx * dx + dy * dy + 1e-6)
        fx += dx * push
        fy += dy * push
        forces[j].x -= dx * push
        forces[j].y -= dy * push
      }
      forces[i].x += fx
      forces[i].y += fy
    }
    for (index, tie) in ties.enumerated() {
      let dx = places[tie.a].x - places[tie.b].x
      let dy = places[tie.a].y - places[tie.b].y
      let pull = pulls[index]
      forces[tie.a].x -= dx * pull
      forces[tie.a].y -= dy * pull
      forces[tie.b].x += dx * pull
      forces[tie.b].y += dy * pull
    }
    for i in 0..<count {
      let length = (forces[i].x * forces[i].x + forces[i].y * forces[i].y).squareRoot()
      guard length > 0, length.isFinite else { continue }
      let step = min(most, length / mass[i]) / length
      places[i].x += forces[i].x * step
      places[i].y += forces[i].y * step
    }
  }
}
