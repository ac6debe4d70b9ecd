// Comes in: a prompt, a text behind it, the width of a terminal. Goes out: the cell where a byte of the text
// is shown, where lines that are too long go on in the next. Pure.

import Hora

struct ScreenPlaces {
  struct Place: Equatable {
    var row: Int
    var column: Int
  }

  /// The cells of the prompt.
  let start: Int
  private let text: String
  private let width: Int

  init(prompt: String, _ text: String, width: Int) {
    start = TextWidth.width(of: prompt)
    self.text = text
    self.width = width
  }

  /// The place of the character that a byte begins, or of the text's end. Nil where it is not known for
  /// certain: control characters, and a line that just fills the terminal.
  func place(ofByte byte: Int?) -> Place? {
    var place = Place(row: 0, column: start)
    var offset = 0
    var found: Place?
    var isAfterLineEnd = false
    guard width > 1, start < width else { return nil }
    for character in text {
      if offset == byte { found = place }
      offset += character.utf8.count
      if character == "\n" {
        // Terminals differ in where a line end behind a full line leads.
        if place.column == 0, place.row > 0, !isAfterLineEnd { return nil }
        isAfterLineEnd = true
        place = Place(row: place.row + 1, column: 0)
        continue
      }
      isAfterLineEnd = false
      let isControl = character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
      if isControl { return nil }
      let cells = TextWidth.width(of: String(character))
      if place.column + cells > width { place = Place(row: place.row + 1, column: 0) }
      place.column += cells
      if place.column == width { place = Place(row: place.row + 1, column: 0) }
    }
    if place.column == 0, place.row > 0, !isAfterLineEnd { return nil }
    if byte == nil || offset == byte { found = place }
    return found
  }
}
