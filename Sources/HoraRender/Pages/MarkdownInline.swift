// Comes in: the text of a paragraph, heading or cell. Goes out: its pieces: text, code, emphasis,
// links. Linear in the text: a mark that nothing closes is looked for once.

/// A piece of a line of text.
indirect enum MarkdownPiece: Equatable {
  case text(String)
  case code(String)
  case strong([MarkdownPiece])
  case emphasis([MarkdownPiece])
  case link([MarkdownPiece], String)
  case lineBreak
}

struct MarkdownInline {
  private let letters: [Character]
  private let depth: Int
  private var index = 0
  private var text = ""
  private var pieces: [MarkdownPiece] = []
  /// Marks that nothing closes from some place on.
  private var unclosed: Set<String> = []

  /// Marks inside marks, so deep at the most.
  private static let deepest = 6

  static func pieces(_ text: String) -> [MarkdownPiece] { read(Array(text), depth: 0) }

  private static func read(_ letters: [Character], depth: Int) -> [MarkdownPiece] {
    var reader = MarkdownInline(letters: letters, depth: depth)
    while reader.index < letters.count { reader.step() }
    reader.flush()
    return reader.pieces
  }

  private init(letters: [Character], depth: Int) {
    self.letters = letters
    self.depth = depth
  }

  private mutating func flush() {
    if !text.isEmpty { pieces.append(.text(text)) }
    text = ""
  }

  private mutating func add(_ piece: MarkdownPiece, to next: Int) {
    flush()
    pieces.append(piece)
    index = next
  }

  private mutating func step() {
    let letter = letters[index]
    switch letter {
    case "\\"
    where index + 1 < letters.count
      && (letters[index + 1].isPunctuation || letters[index + 1].isSymbol):
      text.append(letters[index + 1])
      index += 2
    case "\n": add(.lineBreak, to: index + 1)
    case "`": code()
    case "*", "_": emphasis(letter)
    case "[": link()
    default:
      text.append(letter)
      index += 1
    }
  }

  /// The place of a mark at or behind a place; nil where there is none.
  private mutating func find(_ mark: [Character], from start: Int) -> Int? {
    let name = String(mark)
    if unclosed.contains(name) { return nil }
    var place = start
    while place + mark.count <= letters.count {
      if letters[place] == "\\" {
        place += 2
        continue
      }
      let isMark = letters[place..<place + mark.count].elementsEqual(mark)
      // One mark is not the half of two.
      if isMark, mark.count == 1, place + 1 < letters.count, letters[place + 1] == letters[place] {
        place += 2
        continue
      }
      if isMark { return place }
      place += 1
    }
    unclosed.insert(name)
    return nil
  }

  private mutating func code() {
    let ticks = letters[index...].prefix { $0 == "`" }.count
    let start = index + ticks
    var place = start
    while place < letters.count {
      guard letters[place] == "`" else {
        place += 1
        continue
      }
      let count = letters[place...].prefix { $0 == "`" }.count
      if count == ticks {
        var inside = letters[start..<place]
        if inside.first == " ", inside.last == " ", inside.contains(where: { $0 != " " }) {
          inside = inside.dropFirst().dropLast()
        }
        add(.code(String(inside.map { $0 == "\n" ? " " : $0 })), to: place + ticks)
        return
      }
      place += count
    }
    // Nothing closes it: the rest of the line is looked at no more for so many.
    text += String(repeating: "`", count: ticks)
    index = start
  }

  private mutating func emphasis(_ letter: Character) {
    let isDouble = index + 1 < letters.count && letters[index + 1] == letter
    let mark = [Character](repeating: letter, count: isDouble ? 2 : 1)
    let start = index + mark.count
    let before = index > 0 ? letters[index - 1] : " "
    let isInWord = letter == "_" && (before.isLetter || before.isNumber)
    guard depth < MarkdownInline.deepest, !isInWord, start < letters.count,
      !letters[start].isWhitespace, let end = find(mark, from: start + 1),
      !letters[end - 1].isWhitespace
    else {
      text += String(mark)
      index = start
      return
    }
    let inside = MarkdownInline.read(Array(letters[start..<end]), depth: depth + 1)
    add(isDouble ? .strong(inside) : .emphasis(inside), to: end + mark.count)
  }

  private mutating func link() {
    guard depth < MarkdownInline.deepest, let close = find(["]"], from: index + 1),
      close + 1 < letters.count, letters[close + 1] == "(",
      let end = letters[close...].prefix(2_000).firstIndex(of: ")")
    else {
      text.append("[")
      index += 1
      return
    }
    let target = String(letters[(close + 2)..<end].filter { !$0.isWhitespace })
    let inside = MarkdownInline.read(Array(letters[(index + 1)..<close]), depth: depth + 1)
    add(.link(inside, target), to: end + 1)
  }
}
