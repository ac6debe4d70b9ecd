// Colours of a text: what each part is, also of a text that is not finished.

import HoraSyntax
import Testing

@Test func partsAreWhatTheyAre() {
  let source = SourceText("members where # why\n count(x) >= 3 and y = \"a\" and $p ] let")
  let found = highlight(source).map { (source.text(in: $0.range), $0.kind) }
  let wanted: [(String, HighlightSpan.Kind)] = [
    ("where", .keyword), ("# why", .comment), ("count", .function), ("3", .number),
    ("and", .keyword), ("\"a\"", .text), ("and", .keyword), ("$p", .parameter), ("]", .wrong),
  ]
  #expect(found.map(\.0) == wanted.map(\.0))
  #expect(found.map(\.1) == wanted.map(\.1))
}

@Test func spansAscendInAnyText() {
  for program in Programs.all {
    let bytes = Array(program.utf8)
    for end in stride(from: 0, through: bytes.count, by: 7) {
      let source = SourceText(bytes: Array(bytes[..<end]))
      var last = 0
      for span in highlight(source) {
        #expect(span.range.start >= last && span.range.end <= end && !span.range.isEmpty)
        last = span.range.end
      }
    }
  }
}

@Test(arguments: [
  ("name", "name"), ("EU share", "`EU share`"), ("where", "`where`"),
  ("projects.acronym", "projects.acronym"), ("count()", "`count()`"), ("Žilina", "Žilina"),
])
func namesAreWrittenSoThatTheyAreRead(_ name: String, _ written: String) {
  #expect(NameText.written(name) == written)
}

@Test func aNameWithABacktickCannotBeWritten() {
  #expect(NameText.written("a`b") == nil && NameText.written("") == nil)
}
