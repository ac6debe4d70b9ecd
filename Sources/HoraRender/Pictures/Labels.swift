// Comes in: things with a place, a radius and a name, the important ones first. Goes out: boxes for
// the names that have room: none overlaps another or a thing named before. What has no room has no
// label; it still has its title.

struct Box: Equatable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  func overlaps(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }
}

struct PlacedLabel {
  var index: Int
  var text: String
  var box: Box
  /// Where the text is fastened, and how: start, middle or end.
  var x: Double
  var baseline: Double
  var anchor: String
}

enum Labels {
  static let size = 12.0

  /// An estimate that no common typeface exceeds by much: wide letters count two cells.
  static func width(_ text: String, size: Double = size) -> Double {
    Double(DisplayWidth.of(text)) * size * 0.6
  }

  /// The square inside a disc counts: a label may touch its edge.
  private static func disc(_ place: Point, _ radius: Double) -> Box {
    let half = radius * 0.85
    return Box(x: place.x - half, y: place.y - half, width: 2 * half, height: 2 * half)
  }

  /// - Parameter free: so many of the first may cover lesser things; all others cover nothing.
  static func placed(
    _ items: [(index: Int, place: Point, radius: Double, name: String)], within frame: Box,
    most: Int, free: Int = 0
  ) -> [PlacedLabel] {
    var result: [PlacedLabel] = []
    var taken: [Box] = []
    let discs = items.map { disc($0.place, $0.radius) }
    for (rank, item) in items.enumerated() {
      if result.count >= most { break }
      let text = DisplayWidth.cut(item.name, to: 28)
      let width = Labels.width(text)
      let height = size * 1.25
      let gap = item.radius + 3
      let places: [(Double, Double, String, Double)] = [
        (item.place.x + gap, item.place.y - height / 2, "start", item.place.x + gap),
        (item.place.x - gap - width, item.place.y - height / 2, "end", item.place.x - gap),
        (item.place.x - width / 2, item.place.y - gap - height, "middle", item.place.x),
        (item.place.x - width / 2, item.place.y + gap, "middle", item.place.x),
      ]
      for (x, y, anchor, at) in places {
        let box = Box(x: x, y: y, width: width, height: height)
        let isInside =
          box.x >= frame.x && box.x + box.width <= frame.x + frame.width && box.y >= frame.y
          && box.y + box.height <= frame.y + frame.height
        // The first may cover what is not among them.
        let covered = rank < free ? discs[..<min(free, discs.count)] : discs[...]
        if !isInside || taken.contains(where: { $0.overlaps(box) })
          || covered.contains(where: { $0.overlaps(box) })
        {
          continue
        }
        result.append(
          PlacedLabel(
            index: item.index, text: text, box: box, x: at, baseline: y + height * 0.76,
            anchor: anchor))
        // Names beside each other do not read as one.
        taken.append(Box(x: x - 6, y: y, width: width + 12, height: height))
        break
      }
    }
    return result
  }
}
