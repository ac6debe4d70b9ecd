// Diagnostics as JSON, for editors and other programs.
// In: diagnostics. Out: one JSON array; keys in fixed order, offsets in UTF-8 bytes, lines and
// columns from 1.

extension DiagnosticRenderer {
  public func json(_ diagnostics: [Diagnostic]) -> String {
    "[" + diagnostics.map { json($0) }.joined(separator: ",") + "]"
  }

  public func json(_ diagnostic: Diagnostic) -> String {
    let labels = diagnostic.labels.map {
      object([("range", json($0.range)), ("text", quoted($0.text))])
    }
    let fixes = diagnostic.fixIts.map { fix in
      let edits = fix.edits.map {
        object([("range", json($0.range)), ("replacement", quoted($0.replacement))])
      }
      return object([("message", quoted(fix.message)), ("edits", array(edits))])
    }
    return object([
      ("code", quoted(diagnostic.code.description)),
      ("severity", quoted(diagnostic.severity.rawValue)),
      ("message", quoted(diagnostic.message)),
      ("file", quoted(source.name)),
      ("range", json(diagnostic.range)),
      ("label", quoted(diagnostic.label)),
      ("labels", array(labels)),
      ("notes", array(diagnostic.notes.map(quoted))),
      ("fixes", array(fixes)),
    ])
  }

  private func json(_ range: SourceRange) -> String {
    let start = source.lineAndColumn(ofByte: range.start)
    let end = source.lineAndColumn(ofByte: range.end)
    return object([
      ("start", "\(range.start)"), ("end", "\(range.end)"),
      ("line", "\(start.line)"), ("column", "\(start.column)"),
      ("endLine", "\(end.line)"), ("endColumn", "\(end.column)"),
    ])
  }

  private func object(_ members: [(String, String)]) -> String {
    "{" + members.map { quoted($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
  }

  private func array(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ",") + "]"
  }

  /// A JSON string; everything that could end it or a script around it is escaped.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}", "<":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
