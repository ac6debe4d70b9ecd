// Reads grammar/hora.ebnf: W3C EBNF with "literals", CAPITAL tokens and productions.
// In: the file. Out: productions as expressions, and the same as plain rules for a recogniser.

import Foundation

@testable import HoraSyntax

indirect enum GrammarExpression: Sendable {
  case literal(String)
  case token(String)
  case production(String)
  case sequence([GrammarExpression])
  case choice([GrammarExpression])
  case optional(GrammarExpression)
  case star(GrammarExpression)
  case plus(GrammarExpression)
}

struct GrammarFile: Sendable {
  var productions: [(name: String, expression: GrammarExpression)] = []

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let hora: GrammarFile = {
    let file = repository.appendingPathComponent("grammar/hora.ebnf")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return GrammarFile(text)
  }()

  private var words: [String] = []
  private var position = 0

  init(_ text: String) {
    words = GrammarFile.split(text)
    while position < words.count {
      let name = words[position]
      position += 2  // the name and ::=
      productions.append((name, choice()))
    }
    words = []
  }

  private static func split(_ text: String) -> [String] {
    var words: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      if rest.hasPrefix("/*") {
        rest = rest.range(of: "*/").map { rest[$0.upperBound...] } ?? ""
      } else if first.isWhitespace {
        rest = rest.dropFirst()
      } else if first == "\"" {
        let literal = rest.dropFirst().prefix { $0 != "\"" }
        words.append("\"\(literal)\"")
        rest = rest.dropFirst(literal.count + 2)
      } else if rest.hasPrefix("::=") {
        words.append("::=")
        rest = rest.dropFirst(3)
      } else if first.isLetter {
        let name = rest.prefix { $0.isLetter || $0 == "_" }
        words.append(String(name))
        rest = rest.dropFirst(name.count)
      } else {
        words.append(String(first))
        rest = rest.dropFirst()
      }
    }
    return words
  }

  private var word: String { position < words.count ? words[position] : "" }

  private mutating func choice() -> GrammarExpression {
    var alternatives = [sequence()]
    while word == "|" {
      position += 1
      alternatives.append(sequence())
    }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() -> GrammarExpression {
    var parts: [GrammarExpression] = []
    while !word.isEmpty, word != "|", word != ")" {
      if position + 1 < words.count, words[position + 1] == "::=" { break }
      parts.append(repeated())
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repeated() -> GrammarExpression {
    let atom = atom()
    switch word {
    case "?":
      position += 1
      return .optional(atom)
    case "*":
      position += 1
      return .star(atom)
    case "+":
      position += 1
      return .plus(atom)
    default: return atom
    }
  }

  private mutating func atom() -> GrammarExpression {
    let current = word
    position += 1
    if current == "(" {
      let inner = choice()
      position += 1
      return inner
    }
    if current.hasPrefix("\"") { return .literal(String(current.dropFirst().dropLast())) }
    return current == current.uppercased() ? .token(current) : .production(current)
  }
}
