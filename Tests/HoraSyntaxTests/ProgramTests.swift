// Whole programs: they parse without a word, print as they were written, and so does every prefix.

import Testing

@testable import HoraSyntax

@Suite struct ProgramTests {
  @Test(arguments: Programs.all)
  func parses(_ program: String) {
    let source = SourceText(program)
    let result = parse(source)
    #expect(
      result.diagnostics.map { "\($0.code) \($0.message) \(source.text(in: $0.range))" } == [])
    #expect(result.tree.printed() == source.bytes)
    #expect(!result.isIncomplete)
  }

  @Test(arguments: Programs.all)
  func everyPrefixIsKeptWhole(_ program: String) {
    let bytes = Array(program.utf8)
    for length in bytes.indices {
      let source = SourceText(bytes: Array(bytes[..<length]))
      let result = parse(source)
      #expect(result.tree.printed() == source.bytes)
      #expect(TreeChecks.problems(in: result.tree) == [])
    }
  }
}

/// What holds for every tree, also of wrong text.
enum TreeChecks {
  static func problems(in tree: SyntaxTree) -> [String] {
    var problems: [String] = []
    var expected = Int32(0)
    for token in tree.tokens.prefix(tree.sourceTokenCount) {
      if token.triviaStart != expected || token.end < token.start {
        problems.append("gap before byte \(token.start)")
      }
      expected = token.end
    }
    if Int(expected) != tree.source.bytes.count { problems.append("the end is missing") }
    // Every token of the source except line ends and the end hangs in the tree, once, in order.
    var seen: [Int] = []
    var open: [Child] = [.node(tree.root)]
    while let child = open.popLast() {
      switch child {
      case .token(let index): if index < tree.sourceTokenCount { seen.append(index) }
      case .node(let node): open += tree.children(of: node).reversed()
      }
    }
    if seen != Array(0..<max(0, tree.sourceTokenCount - 1)) { problems.append("tokens are lost") }
    return problems
  }
}
