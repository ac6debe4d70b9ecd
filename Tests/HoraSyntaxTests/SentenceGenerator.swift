// Sentences made from the grammar file, guided to the alternatives that were used least.
// In: the grammar and a seed. Out: pieces of text, one per token, and which alternatives they used.

/// A small generator with a seed (SplitMix64): the same sentences on every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

final class SentenceGenerator {
  private let productions: [String: GrammarExpression]
  private var heights: [String: Int] = [:]
  var random: Seeded
  /// How often each alternative was used in accepted sentences: "production#choice/alternative".
  private(set) var counts: [String: Int] = [:]
  private var used: [String] = []
  private var pieces: [String] = []
  private var choiceNumber = 0

  init(_ grammar: GrammarFile, seed: UInt64) {
    productions = Dictionary(
      uniqueKeysWithValues: grammar.productions.map { ($0.name, $0.expression) })
    random = Seeded(state: seed)
    for (name, _) in grammar.productions { heights[name] = 1000 }
    var changed = true
    while changed {
      changed = false
      for (name, expression) in productions {
        let height = min(1000, height(expression) + 1)
        if height < heights[name] ?? 1000 {
          heights[name] = height
          changed = true
        }
      }
    }
    for (name, expression) in grammar.productions {
      var number = 0
      list(expression, name, &number)
    }
  }

  /// All alternatives, so that those never used are seen.
  private func list(_ expression: GrammarExpression, _ name: String, _ number: inout Int) {
    switch expression {
    case .literal, .token, .production: return
    case .sequence(let parts): for part in parts { list(part, name, &number) }
    case .choice(let parts):
      let own = number
      number += 1
      for (index, part) in parts.enumerated() {
        counts["\(name)#\(own)/\(index)"] = 0
        list(part, name, &number)
      }
    case .optional(let inner), .star(let inner), .plus(let inner):
      let own = number
      number += 1
      counts["\(name)#\(own)/0"] = 0
      counts["\(name)#\(own)/1"] = 0
      list(inner, name, &number)
    }
  }

  private func height(_ expression: GrammarExpression) -> Int {
    switch expression {
    case .literal, .token, .optional, .star: 0
    case .production(let name): heights[name] ?? 1000
    case .sequence(let parts): parts.map(height).max() ?? 0
    case .choice(let parts): parts.map(height).min() ?? 0
    case .plus(let inner): height(inner)
    }
  }

  // MARK: Aiming

  /// The alternative that the next sentence is to use: a production, its choice, the alternative.
  private var target = (production: "", choice: 0, alternative: 0)
  /// How many productions away from the target each one is.
  private var distances: [String: Int] = [:]

  private func aimAtLeastUsed() {
    let least = counts.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? ""
    let parts = least.split { $0 == "#" || $0 == "/" }
    guard parts.count == 3 else { return }
    target = (String(parts[0]), Int(parts[1]) ?? 0, Int(parts[2]) ?? 0)
    distances = [target.production: 0]
    var changed = true
    while changed {
      changed = false
      for (name, expression) in productions {
        let distance = distance(expression) + 1
        if distance < distances[name] ?? 1000 {
          distances[name] = distance
          changed = true
        }
      }
    }
  }

  private func distance(_ expression: GrammarExpression) -> Int {
    switch expression {
    case .literal, .token: 1000
    case .production(let name): distances[name] ?? 1000
    case .sequence(let parts), .choice(let parts): parts.map(distance).min() ?? 1000
    case .optional(let inner), .star(let inner), .plus(let inner): distance(inner)
    }
  }

  private func nearest(_ parts: [GrammarExpression]) -> Int {
    parts.indices.min { distance(parts[$0]) < distance(parts[$1]) } ?? 0
  }

  func sentence() -> [String] {
    pieces = []
    used = []
    aimAtLeastUsed()
    expand("script", 0, aims: true)
    return pieces
  }

  /// Counts the alternatives of the last sentence.
  func countLast() {
    for alternative in used { counts[alternative, default: 0] += 1 }
  }

  private func expand(_ name: String, _ depth: Int, aims: Bool) {
    guard let expression = productions[name] else { return }
    var number = 0
    let isTarget = aims && name == target.production
    expand(expression, name, &number, depth + 1, aims: aims && !isTarget, isTarget: isTarget)
  }

  private func expand(
    _ expression: GrammarExpression, _ name: String, _ number: inout Int, _ depth: Int,
    aims: Bool, isTarget: Bool
  ) {
    switch expression {
    case .literal(let text): pieces.append(rendered(text))
    case .token(let token): pieces.append(sample(token))
    case .production(let other): expand(other, depth, aims: aims)
    case .sequence(let parts):
      let toward = aims ? nearest(parts) : -1
      for (index, part) in parts.enumerated() {
        expand(part, name, &number, depth, aims: index == toward, isTarget: isTarget)
      }
    case .choice(let parts):
      let own = number
      number += 1
      var chosen = aims ? nearest(parts) : pick(name, own, parts.map(height), depth)
      if isTarget, own == target.choice { chosen = target.alternative }
      used.append("\(name)#\(own)/\(chosen)")
      for (index, part) in parts.enumerated() {
        if index == chosen {
          expand(part, name, &number, depth, aims: aims, isTarget: isTarget)
        } else {
          pass(part, &number)
        }
      }
    case .optional(let inner), .star(let inner), .plus(let inner):
      let own = number
      number += 1
      var times = aims ? 1 : pick(name, own, [0, height(inner)], depth)
      if isTarget {
        times = own == target.choice ? target.alternative : Int.random(in: 0...1, using: &random)
      }
      used.append("\(name)#\(own)/\(times)")
      if case .optional = expression {
      } else if times == 1, pieces.count < 15 {
        times += Int.random(in: 0...1, using: &random)
      }
      if case .plus = expression { times += 1 }
      let before = number
      if times == 0 { pass(inner, &number) }
      for turn in 0..<times {
        number = before
        expand(inner, name, &number, depth, aims: aims && turn == 0, isTarget: isTarget)
      }
    }
  }

  /// Moves past the choices of a part that is not used.
  private func pass(_ expression: GrammarExpression, _ number: inout Int) {
    switch expression {
    case .literal, .token, .production: return
    case .sequence(let parts): for part in parts { pass(part, &number) }
    case .choice(let parts):
      number += 1
      for part in parts { pass(part, &number) }
    case .optional(let inner), .star(let inner), .plus(let inner):
      number += 1
      pass(inner, &number)
    }
  }

  private func pick(_ name: String, _ choice: Int, _ heights: [Int], _ depth: Int) -> Int {
    let least = heights.min() ?? 0
    let low = heights.indices.filter { heights[$0] == least }
    if depth > 60 || pieces.count > 30
      || (pieces.count > 15 && Int.random(in: 0..<10, using: &random) < 6)
    {
      return low.randomElement(using: &random) ?? 0
    }
    // Rather the simple ones, so that sentences stay short.
    if Int.random(in: 0..<10, using: &random) < 5 { return low.randomElement(using: &random) ?? 0 }
    return Int.random(in: heights.indices, using: &random)
  }

  // MARK: Tokens as text

  private func rendered(_ literal: String) -> String {
    Int.random(in: 0..<12, using: &random) == 0 ? literal.uppercased() : literal
  }

  private static let names = ["a", "b", "members", "country", "č", "`x y`", "`where`", "x1", "_z"]
  static let contextual = [
    "count", "max", "weight", "at", "per", "over", "with", "rows", "some", "no", "every", "none",
    "exactly", "optional", "pairs", "match", "gaps", "paths", "let", "network", "assert", "test",
    "print", "desc", "asc", "via", "least", "from", "to", "all", "shortest", "seed", "ties", "like",
    "null", "limit", "order", "prefer", "without", "for", "def", "use", "param", "language",
  ]

  func sample(_ token: String) -> String {
    func one(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "a" }
    switch token {
    case "NAME":
      return Int.random(in: 0..<9, using: &random) == 0
        ? one(SentenceGenerator.contextual) : one(SentenceGenerator.names)
    case "WORD":
      return Int.random(in: 0..<3, using: &random) == 0
        ? one(["where", "by", "count", "in", "not", "some"]) : one(SentenceGenerator.names)
    case "INTEGER": return one(["1", "20", "1_000"])
    case "DECIMAL": return one(["2.5", "1e6"])
    case "TEXT": return one(["\"x\"", "'y'", "\"a {b} {{\"", "\"\"\"z\"\"\""])
    case "DATE": return "2015-12-01"
    case "MONTH": return "2015-12"
    case "QUARTER": return "2015-Q4"
    case "DURATION": return one(["90d", "6mo", "2y"])
    case "PARAMETER": return "$who"
    case "REGEX": return one(["/a b/i", "/x\\/y/"])
    case "HOP_OPEN": return "{"
    case "LINE_END": return one(["\n", "\n", "\n# c\n\n"])
    default: return token
    }
  }

  /// The pieces as text: blanks between them, but none behind the bracket of a hop range.
  static func text(_ pieces: [String]) -> String {
    var result = ""
    for (index, piece) in pieces.enumerated() {
      result += piece
      let next = index + 1 < pieces.count ? pieces[index + 1] : ""
      let isHop = piece == "{" && next.first?.isNumber ?? false
      if !isHop { result += " " }
    }
    return result
  }
}
