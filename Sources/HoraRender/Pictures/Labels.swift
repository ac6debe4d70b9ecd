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
  static let size = 13.0

  /// An estimate that no common typeface exceeds by much, from the classes of letters.
  static func width(_ text: String, size: Double = size) -> Double {
    text.reduce(0) { $0 + share($1) } * size
  }

  private static func share(_ letter: Character) -> Double {
    let cells = DisplayWidth.of(letter)
    if cells != 1 { return Double(cells) * 0.55 }
    switch letter {
    case "M", "W", "@", "%", "m", "w", "…": return 0.97
    case "i", "j", "l", "f", "t", "r", "I", "J", ".", ",", ":", ";", "'", "|", "(", ")", "-", " ":
      return 0.4
    default: return letter.isUppercase ? 0.73 : 0.63
    }
  }

  /// The room that the widest of the texts needs.
  static func widest(_ texts: some Sequence<String>) -> Double {
    texts.reduce(0) { max($0, width($1)) }
  }

  /// The text cut to a width, with a mark where something is left out.
  static func cut(_ text: String, to most: Double) -> String {
    if width(text) <= most { return text }
    var shown = ""
    var used = width("…")
    for letter in text {
      used += share(letter) * size
      if used > most { break }
      shown.append(letter)
    }
    return shown + "…"
  }

  /// The square inside a disc counts: a label may touch its edge.
  private static func disc(_ place: Point, _ radius: Double) -> Box {
    let half = radius * 0.85
    return Box(x: place.x - half, y: place.y - half, width: 2 * half, height: 2 * half)
  }

  /// - Parameter free: so many of the first may cover lesser things; all others cover nothing.
  static func placed(
    _ items: [(index: Int, place: Point, radius: Double, name: String)], within frame: Box,
    most: Int, letters: Int = 28, free: Int = 0
  ) -> [PlacedLabel] {
    var result: [PlacedLabel] = []
    var taken: [Box] = []
    let discs = items.map { disc($0.place, $0.radius) }
    for (rank, item) in items.enumerated() {
      if result.count >= most { break }
      let text = DisplayWidth.cut(item.name, to: letters)
      let width = Labels.width(text)
      let height = size * 1.25
      let gap = item.radius + 3
      let slant = item.radius * 0.7 + 1
      let places: [(Double, Double, String, Double)] = [
        (item.place.x + gap, item.place.y - height / 2, "start", item.place.x + gap),
        (item.place.x - gap - width, item.place.y - height / 2, "end", item.place.x - gap),
        (item.place.x - width / 2, item.place.y - gap - height, "middle", item.place.x),
        (item.place.x - width / 2, item.place.y + gap, "middle", item.place.x),
        (item.place.x + slant, item.place.y - slant - height, "start", item.place.x + slant),
        (item.place.x + slant, item.place.y + slant, "start", item.place.x + slant),
        (item.place.x - slant - width, item.place.y - slant - height, "end", item.place.x - slant),
        (item.place.x - slant - width, item.place.y + slant, "end", item.place.x - slant),
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
