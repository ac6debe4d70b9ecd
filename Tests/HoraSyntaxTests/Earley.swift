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
  /// What stands behind the dot: a terminal, -1 - head, or the end of the rule.
  private var symbolOfState: [Int] = []
  private var headOfState: [Int] = []
  private static let endOfRule = Int.max

  init(_ grammar: GrammarFile) {
    for (name, _) in grammar.productions { heads[name] = newHead() }
    for (name, expression) in grammar.productions {
      guard let head = heads[name] else { continue }
      define(head, expression)
    }
    for index in rules.indices {
      rules[index].firstState = stateCount
      stateCount += rules[index].body.count + 1
      for symbol in rules[index].body {
        switch symbol {
        case .terminal(let terminal): symbolOfState.append(terminal)
        case .rule(let head): symbolOfState.append(-1 - head)
        }
      }
      symbolOfState.append(Earley.endOfRule)
      headOfState += Array(repeating: rules[index].head, count: rules[index].body.count + 1)
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
    let start = heads["script"] ?? 0
    let width = words.count + 1
    var seen = [Int32](repeating: -1, count: stateCount * width)
    var sets: [[Item]] = []
    // A token moves items to the next set before this one is finished; these wait.
    var next: [Item] = rulesOfHead[start].map { Item(state: rules[$0].firstState, origin: 0) }
    for index in 0..<width {
      let here =
        index < words.count ? look(words[index], in: source) : Look(heads: rulesOfHead.count)
      var set = next
      next = []
      for item in set { seen[item.state * width + item.origin] = Int32(index) }
      var expanded = [Bool](repeating: false, count: rulesOfHead.count)
      var cursor = 0
      func add(_ state: Int, _ origin: Int) {
        let slot = state * width + origin
        if seen[slot] == Int32(index) { return }
        seen[slot] = Int32(index)
        set.append(Item(state: state, origin: origin))
      }
      while cursor < set.count {
        let item = set[cursor]
        cursor += 1
        let symbol = symbolOfState[item.state]
        if symbol == Earley.endOfRule {
          if item.origin == index { continue }  // vanished; done where it was expanded
          let wanted = -1 - headOfState[item.state]
          for waiting in sets[item.origin] where symbolOfState[waiting.state] == wanted {
            add(waiting.state + 1, waiting.origin)
          }
        } else if symbol >= 0 {
          if here.terminals.contains(symbol) {
            next.append(Item(state: item.state + 1, origin: item.origin))
          }
        } else {
          let head = -1 - symbol
          if isNullable[head] { add(item.state + 1, item.origin) }
          if expanded[head] || !here.heads[head] { continue }
          expanded[head] = true
          for rule in rulesOfHead[head] { add(rules[rule].firstState, index) }
        }
      }
      sets.append(set)
      if next.isEmpty, index < words.count { return false }
    }
    return sets[width - 1].contains {
      headOfState[$0.state] == start && $0.origin == 0
        && symbolOfState[$0.state] == Earley.endOfRule
    } || (words.isEmpty && isNullable[start])
  }

  private struct Item {
    var state: Int
    var origin: Int
  }

  /// What a token can stand for, and which heads can begin with it.
  private struct Look {
    var terminals: [Int] = []
    var heads: [Bool]

    init(heads count: Int) { heads = Array(repeating: false, count: count) }
  }

  private struct LookKey: Hashable {
    var kind: TokenKind
    var word: Word?
    var isKeyword: Bool
  }

  private var looks: [LookKey: Look] = [:]

  private func look(_ token: Token, in source: SourceText) -> Look {
    let key = LookKey(kind: token.kind, word: token.word, isKeyword: token.isKeyword)
    if let known = looks[key] { return known }
    var look = Look(heads: rulesOfHead.count)
    look.terminals = classes(of: token, in: source).sorted()
    for head in rulesOfHead.indices {
      look.heads[head] = !firsts[head].isDisjoint(with: look.terminals)
    }
    looks[key] = look
    return look
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

  /// The terminals that a token can stand for.
  private func classes(of token: Token, in source: SourceText) -> Set<Int> {
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
    return result
  }

  /// "Words by position" of tokens.ebnf: the lexer says where they are keywords.
  private static let decided = Set(WordRoles.decided.map(\.rawValue))
}
