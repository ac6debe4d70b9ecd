// A recogniser that knows nothing but a grammar file: Earley's, over the kinds of tokens.
// In: tokens. Out: whether the grammar derives them. It is general and slow, and shares no code
// with the parser, whose verdict it checks.

@testable import HoraSyntax

final class Earley {
  private enum Symbol {
    case terminal(Int)
    case rule(Int)
  }

  private struct Rule {
    var head: Int
    var body: [Symbol]
    /// The number of the state with the dot at the start; the others follow.
    var firstState: Int
  }

  private var rules: [Rule] = []
  private var rulesOfHead: [[Int]] = []
  private var heads: [String: Int] = [:]
  private var terminals: [String: Int] = [:]
  private var terminalNames: [String] = []
  private var isNullable: [Bool] = []
  private var firsts: [Set<Int>] = []
  private var stateCount = 0
  private var ruleOfState: [Int] = []

  init(_ grammar: GrammarFile) {
    for (name, _) in grammar.productions { heads[name] = newHead() }
    for (name, expression) in grammar.productions {
      guard let head = heads[name] else { continue }
      define(head, expression)
    }
    for index in rules.indices {
      rules[index].firstState = stateCount
      stateCount += rules[index].body.count + 1
      ruleOfState += Array(repeating: index, count: rules[index].body.count + 1)
    }
    findFirsts()
  }

  private func newHead() -> Int {
    rulesOfHead.append([])
    return rulesOfHead.count - 1
  }

  private func add(_ head: Int, _ body: [Symbol]) {
    rulesOfHead[head].append(rules.count)
    rules.append(Rule(head: head, body: body, firstState: 0))
  }

  private func define(_ head: Int, _ expression: GrammarExpression) {
    if case .choice(let alternatives) = expression {
      for alternative in alternatives { add(head, body(alternative)) }
    } else {
      add(head, body(expression))
    }
  }

  private func body(_ expression: GrammarExpression) -> [Symbol] {
    if case .sequence(let parts) = expression { return parts.map(symbol) }
    return [symbol(expression)]
  }

  private func symbol(_ expression: GrammarExpression) -> Symbol {
    switch expression {
    case .literal(let text): return terminal("\"" + text)
    case .token(let name): return terminal(name)
    case .production(let name): return .rule(heads[name] ?? 0)
    case .sequence, .choice:
      let head = newHead()
      define(head, expression)
      return .rule(head)
    case .optional(let inner):
      let head = newHead()
      add(head, [])
      add(head, body(inner))
      return .rule(head)
    case .star(let inner):
      let head = newHead()
      add(head, [])
      add(head, [.rule(head)] + body(inner))
      return .rule(head)
    case .plus(let inner):
      let head = newHead()
      add(head, body(inner))
      add(head, [.rule(head)] + body(inner))
      return .rule(head)
    }
  }

  private func terminal(_ name: String) -> Symbol {
    if let known = terminals[name] { return .terminal(known) }
    terminals[name] = terminalNames.count
    terminalNames.append(name)
    return .terminal(terminalNames.count - 1)
  }

  private func findFirsts() {
    isNullable = Array(repeating: false, count: rulesOfHead.count)
    firsts = Array(repeating: [], count: rulesOfHead.count)
    var changed = true
    while changed {
      changed = false
      for rule in rules {
        var canVanish = true
        for symbol in rule.body where canVanish {
          switch symbol {
          case .terminal(let terminal):
            if firsts[rule.head].insert(terminal).inserted { changed = true }
            canVanish = false
          case .rule(let head):
            let size = firsts[rule.head].count
            firsts[rule.head].formUnion(firsts[head])
            if firsts[rule.head].count != size { changed = true }
            canVanish = isNullable[head]
          }
        }
        if canVanish, !isNullable[rule.head] {
          isNullable[rule.head] = true
          changed = true
        }
      }
    }
  }

  // MARK: Recognising

  func accepts(_ tokens: [Token], in source: SourceText) -> Bool {
    let words = tokens.filter { $0.kind != .endOfText }
    var matching: [Set<Int>] = words.map { classes(of: $0, in: source) }
    matching.append([])
    let width = words.count + 1
    var seen = [Int32](repeating: -1, count: stateCount * width)
    var sets: [[(state: Int, origin: Int)]] = Array(repeating: [], count: width)
    // A head is expanded only if it can vanish or begin with the token at hand.
    var useful = [Int32](repeating: -1, count: rulesOfHead.count)

    func add(_ state: Int, _ origin: Int, _ index: Int) {
      let slot = state * width + origin
      guard seen[slot] != Int32(index) else { return }
      seen[slot] = Int32(index)
      sets[index].append((state, origin))
    }

    let start = heads["script"] ?? 0
    // States are entered set by set, so one mark per state and origin is enough, except that a
    // token moves items to the next set before this one is finished; these wait.
    var next: [(state: Int, origin: Int)] = []
    for rule in rulesOfHead[start] { add(rules[rule].firstState, 0, 0) }
    for index in 0..<width {
      for item in next { add(item.state, item.origin, index) }
      next = []
      var cursor = 0
      while cursor < sets[index].count {
        let (state, origin) = sets[index][cursor]
        cursor += 1
        let rule = rules[ruleOfState[state]]
        let dot = state - rule.firstState
        guard dot < rule.body.count else {
          for waiting in sets[origin] {
            let other = rules[ruleOfState[waiting.state]]
            let place = waiting.state - other.firstState
            if place < other.body.count, case .rule(let head) = other.body[place],
              head == rule.head
            {
              add(waiting.state + 1, waiting.origin, index)
            }
          }
          continue
        }
        switch rule.body[dot] {
        case .terminal(let terminal):
          if matching[index].contains(terminal) { next.append((state + 1, origin)) }
        case .rule(let head):
          if isNullable[head] { add(state + 1, origin, index) }
          guard useful[head] != Int32(index) else { continue }
          useful[head] = Int32(index)
          guard !firsts[head].isDisjoint(with: matching[index]) else { continue }
          for expanded in rulesOfHead[head] { add(rules[expanded].firstState, index, index) }
        }
      }
    }
    return sets[width - 1].contains { item in
      let rule = rules[ruleOfState[item.state]]
      return rule.head == start && item.origin == 0
        && item.state - rule.firstState == rule.body.count
    } || (words.isEmpty && isNullable[start])
  }

  private static let signs: [String: TokenKind] = [
    "=": .equal, "!=": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater,
    ">=": .greaterOrEqual, "~": .tilde, "!~": .notTilde, ".": .dot, "..": .dots, "??": .coalesce,
    "+": .plus, "-": .minus, "*": .star, "/": .slash, "%": .percent, ",": .comma, ":": .colon,
    ";": .semicolon, "|": .bar, "(": .leftParen, ")": .rightParen, "[": .leftBracket,
    "]": .rightBracket, "{": .leftBrace, "}": .rightBrace,
  ]

  private static let tokens: [String: TokenKind] = [
    "INTEGER": .integer, "DECIMAL": .decimal, "TEXT": .text, "DATE": .date, "MONTH": .month,
    "QUARTER": .quarter, "DURATION": .duration, "PARAMETER": .parameter, "REGEX": .regex,
    "HOP_OPEN": .hopBrace, "LINE_END": .lineEnd,
  ]

  private var classesOfKind: [TokenKind: Set<Int>] = [:]

  /// The terminals that a token can stand for.
  private func classes(of token: Token, in source: SourceText) -> Set<Int> {
    if token.kind != .name, let known = classesOfKind[token.kind] { return known }
    var result: Set<Int> = []
    for (name, number) in terminals {
      let fits: Bool
      if name.hasPrefix("\"") {
        let literal = String(name.dropFirst())
        if let sign = Earley.signs[literal] {
          fits = token.kind == sign
        } else {
          fits =
            token.kind == .name && source.text(in: token.range).lowercased() == literal
            && (token.isKeyword || !Earley.decided.contains(literal))
        }
      } else {
        switch name {
        case "NAME": fits = token.isPlainName
        case "WORD": fits = token.isWord
        default: fits = Earley.tokens[name] == token.kind
        }
      }
      if fits { result.insert(number) }
    }
    if token.kind != .name { classesOfKind[token.kind] = result }
    return result
  }

  /// "Words by position" of tokens.ebnf: the lexer says where they are keywords.
  private static let decided = Set(WordRoles.decided.map(\.rawValue))
}
