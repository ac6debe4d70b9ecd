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

  static func placed(
    _ items: [(index: Int, place: Point, radius: Double, name: String)], within frame: Box,
    most: Int
  ) -> [PlacedLabel] {
    var result: [PlacedLabel] = []
    var taken: [Box] = []
    for item in items {
      if result.count >= most { break }
      let disc = Box(
        x: item.place.x - item.radius, y: item.place.y - item.radius, width: item.radius * 2,
        height: item.radius * 2)
      let text = DisplayWidth.cut(item.name, to: 32)
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
        if !isInside || taken.contains(where: { $0.overlaps(box) }) { continue }
        result.append(
          PlacedLabel(
            index: item.index, text: text, box: box, x: at, baseline: y + height * 0.76,
            anchor: anchor))
        taken.append(box)
        // What is named is not covered by a lesser name.
        taken.append(disc)
        break
      }
    }
    return result
  }
}
