// What the tree says: shapes, names and values. And what holds for any bytes at all.

import Testing

@testable import HoraSyntax

@Suite struct TreeTests {
  /// The tree in short: node kinds with their node children.
  private func shape(_ text: String) -> String {
    let tree = parse(SourceText(text)).tree
    func shape(_ id: NodeID) -> String {
      let children = tree.nodeChildren(of: id).map(shape).joined(separator: " ")
      return "\(tree.kind(of: id))" + (children.isEmpty ? "" : "(\(children))")
    }
    return tree.nodeChildren(of: tree.root).flatMap { tree.nodeChildren(of: $0) }.map(shape)
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("1", "integerLiteral"),
    ("a + b - c", "additiveExpression(nameReference nameReference nameReference)"),
    ("a or b or c", "orExpression(nameReference nameReference nameReference)"),
    ("not not a", "notExpression(nameReference)"), ("- - 1", "negation(integerLiteral)"),
    (
      "a.b[c]{1,2}(d)",
      "postfixExpression(nameReference memberStep filterStep(nameReference) hopStep callStep(nameReference))"
    ),
    ("a is not missing", "comparison(nameReference)"),
    ("a in 1..2", "comparison(nameReference rangeExpression(integerLiteral integerLiteral))"),
    ("no a", "quantifiedComparison(quantifier nameReference)"),
    (
      "at least 3 a.b = 1",
      "quantifiedComparison(quantifier(amount) postfixExpression(nameReference memberStep) integerLiteral)"
    ),
    (
      "if a then b else if c then d else e",
      "ifExpression(nameReference nameReference nameReference nameReference nameReference)"
    ),
    ("m as x where a", "query(nameReference sourceName(name) whereClause(nameReference))"),
    (
      "f(a, b: c)",
      "postfixExpression(nameReference callStep(nameReference argument(nameReference)))"
    ),
    (
      "f(m where a)",
      "postfixExpression(nameReference callStep(query(nameReference whereClause(nameReference))))"
    ),
    ("(a)", "parenthesized(nameReference)"), ("(a, b)", "listLiteral(nameReference nameReference)"),
    (
      "m top 3 per a by b desc with ties",
      "query(nameReference topClause(amount perKeys(nameReference) sortKey(nameReference) withTies))"
    ),
    (
      "m select *, n = 1",
      "query(nameReference selectClause(allColumns namedItem(name integerLiteral)))"
    ),
    ("m where", "query(nameReference whereClause(absent))"),
  ])
  func shapes(_ text: String, _ expected: String) {
    #expect(shape(text) == expected)
  }

  private func first(_ kind: NodeKind, _ text: String) -> (SyntaxTree, NodeID) {
    let tree = parse(SourceText(text)).tree
    return (tree, tree.allNodes.first { tree.kind(of: $0) == kind } ?? tree.root)
  }

  @Test func values() {
    func value<T>(_ kind: NodeKind, _ text: String, _ read: (SyntaxTree, NodeID) -> T) -> T {
      let (tree, node) = first(kind, text)
      return read(tree, node)
    }
    #expect(value(.integerLiteral, "1_000") { $0.integerValue(of: $1) } == 1000)
    #expect(value(.integerLiteral, "9223372036854775808") { $0.integerValue(of: $1) } == nil)
    #expect(value(.decimalLiteral, "1_0.5e1") { $0.decimalValue(of: $1) } == 105)
    #expect(value(.textLiteral, #""a\"b""#) { $0.textValue(of: $1) } == "a\"b")
    #expect(value(.booleanLiteral, "TRUE") { $0.booleanValue(of: $1) } == true)
    #expect(value(.dateLiteral, "2016-02-29") { $0.dateValue(of: $1)?.day } == 29)
    #expect(value(.monthLiteral, "2016-02") { $0.monthValue(of: $1)?.month } == 2)
    #expect(value(.quarterLiteral, "2016-q3") { $0.quarterValue(of: $1)?.quarter } == 3)
    #expect(value(.durationLiteral, "6MO") { $0.durationValue(of: $1)?.unit } == .months)
    #expect(value(.regexLiteral, #"a ~ /b\/c\d/i"#) { $0.regexValue(of: $1)?.pattern } == #"b/c\d"#)
    #expect(value(.regexLiteral, "a ~ /b/i") { $0.regexValue(of: $1)?.ignoresCase } == true)
    for (text, least, most) in [("a{1,3}", 1, 3), ("a{2}", 2, 2), ("a{1,}", 1, nil)] {
      let range = value(.hopStep, text) { $0.hopRange(of: $1) }
      #expect(range?.least == least && range?.most == most)
    }
    for `operator` in ComparisonOperator.allCases {
      let right = `operator`.rawValue.hasPrefix("is") ? "" : " 1"
      let read = value(.comparison, "a \(`operator`.rawValue)\(right)") {
        $0.comparisonOperator(of: $1)
      }
      #expect(read == `operator`)
    }
    for (text, kind) in [
      ("some a", QuantifierKind.some), ("every a", .every), ("no a", .no),
      ("at least 1 a", .atLeast),
      ("at most 1 a", .atMost), ("exactly 1 a", .exactly),
    ] {
      #expect(value(.quantifier, text) { $0.quantifierKind(of: $1) } == kind)
    }
    #expect(value(.nameReference, "`a b`") { $0.nameText(of: $1) } == "a b")
    #expect(value(.parameterReference, "$who") { $0.nameText(of: $1) } == "who")
    #expect(value(.memberStep, "a.where") { $0.nameText(of: $1) } == "where")
    #expect(
      value(.letStatement, "# x\n## One.\n##   Two.\nlet a = 1") { $0.documentation(of: $1) }
        == "One.\n  Two.")
  }

  @Test func messages() {
    let (tree, node) = first(.messageText, #"print "a {b.c} {{d}} {1 + 1}\n""#)
    let parts = tree.templateParts(of: node).map { part in
      switch part {
      case .text(let text): "'\(text)'"
      case .expression(let id): "\(tree.kind(of: id)):\(tree.text(of: id))"
      }
    }
    #expect(
      parts == [
        "'a '", "postfixExpression:b.c", "' '", "'{'", "'d'", "'}'", "' '",
        "additiveExpression:1 + 1", "'\n'",
      ])
  }

  @Test func dumps() {
    #expect(
      dumpTokens(lex(SourceText("a where\n b"))) == """
        1:1 name a
        1:3 name where (word)
        2:2 name b
        2:3 endOfText

        """)
    #expect(
      dumpTree(parse(SourceText("a.b")).tree) == """
        script
          queryStatement
            postfixExpression
              nameReference
                a
              memberStep
                .
                b

        """)
  }

  /// Any change of any bytes: no trap, nothing lost, the trees sound, the diagnostics in the text.
  @Test func randomChanges() {
    var random = Seeded(state: 7)
    let pool = (Programs.all + Mistake.all.map(\.text)).map { Array($0.utf8) }
    let signs = Array("(){}[]\"'`$/~|,.;:=<>!#*\n -09aé\u{201C}".utf8)
    for round in 0..<2500 {
      var bytes = pool[round % pool.count]
      if bytes.count > 300 {
        let start = Int.random(in: 0..<bytes.count - 300, using: &random)
        bytes = Array(bytes[start..<start + 300])
      }
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(signs[Int.random(in: signs.indices, using: &random)], at: index)
        case 2: bytes[index] = UInt8.random(in: 0...255, using: &random)
        default:
          let other = Int.random(in: bytes.indices, using: &random)
          bytes.removeSubrange(min(index, other)..<min(max(index, other), min(index, other) + 20))
        }
      }
      let source = SourceText(bytes: bytes)
      let result = parse(source)
      #expect(result.tree.printed() == bytes)
      #expect(TreeChecks.problems(in: result.tree) == [])
      let renderer = DiagnosticRenderer(source)
      for diagnostic in result.diagnostics {
        #expect(diagnostic.range.start >= 0 && diagnostic.range.end <= bytes.count)
        #expect(renderer.text(diagnostic).utf8.count > 10)
      }
    }
  }
}
