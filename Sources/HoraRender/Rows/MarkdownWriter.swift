// Comes in: a result set. Goes out: a Markdown table as GitHub reads it. What the data holds is shown
// as it is: it can neither end a cell nor become markup. Missing is an empty cell.

import HoraEngine

enum MarkdownWriter {
  static func write(_ result: ResultSet) -> [UInt8] {
    let columns = result.cells()
    var out = "|"
    for column in columns {
      let unit = column.info.unit.map { " (\($0))" } ?? ""
      out += " " + escaped(column.info.name + unit) + " |"
    }
    out += "\n|"
    for column in columns {
      let isNumber = column.info.type.isNumber && column.lists == nil
      out += isNumber ? " ---: |" : " --- |"
    }
    out += "\n"
    for row in 0..<result.rowCount {
      out += "|"
      for column in columns {
        let text = cell(column, row)
        out += text.isEmpty ? " |" : " " + text + " |"
      }
      out += "\n"
    }
    return Array(out.utf8)
  }

  private static func cell(_ column: CellColumn, _ row: Int) -> String {
    func value(_ index: Int) -> String {
      guard column.present[index] == 1 else { return "" }
      return escaped(String(decoding: column.value(index), as: UTF8.self))
    }
    guard let lists = column.lists else { return value(row) }
    return (lists[row]..<lists[row + 1]).map { value(Int($0)) }.joined(separator: "; ")
  }

  /// Punctuation that could be markup behind a backslash; line ends as `<br>`.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var before: Character = " "
    var rest = text.makeIterator()
    var next = rest.next()
    while let character = next {
      next = rest.next()
      switch character {
      case "\\", "|", "`", "*", "[", "]", "<", ">", "~", "&": result += "\\" + String(character)
      case "_":
        // Inside a word, as in an address, it is no markup.
        let isInside = isWord(before) && next.map(isWord) == true
        result += isInside ? "_" : "\\_"
      case "\n", "\r\n", "\r": result += "<br>"
      default: result += DisplayWidth.visible(String(character))
      }
      before = character
    }
    return result
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
