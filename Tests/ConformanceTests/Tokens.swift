// Comes in: a text in Cypher or CEL. Goes out: its tokens. Both
// languages differ only in strings and comments.

enum ForeignToken: Hashable, Sendable {
  case int(String)
  case float(String)
  case text(String)
  case name(String)
  case symbol(String)
  case end
}

struct ForeignLexer {
  enum Language { case cypher, cel }

  let language: Language
  let text: [Unicode.Scalar]
  var place = 0

  static func tokens(_ text: String, _ language: Language) throws(OutOfScope) -> [ForeignToken] {
    var lexer = ForeignLexer(language: language, text: Array(text.unicodeScalars))
    var tokens: [ForeignToken] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token == .end { return tokens }
    }
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    place + ahead < text.count ? text[place + ahead] : nil
  }

  private static let symbols = [
    "<>", "<=", ">=", "==", "!=", "&&", "||", "->", "<-", "..", "+=", "[?", ".?", "{?",
  ]

  private mutating func next() throws(OutOfScope) -> ForeignToken {
    skipBlanks()
    guard let first = peek() else { return .end }
    if first == "'" || first == "\"" { return .text(try string(isRaw: false)) }
    if language == .cypher, first == "`" {
      place += 1
      var name = ""
      while let scalar = peek(), scalar != "`" {
        name.unicodeScalars.append(scalar)
        place += 1
      }
      place += 1
      return .name(name)
    }
    if first.properties.numericType == .decimal && first.isASCII
      || (first == "." && (peek(1)?.isDigit ?? false))
    {
      return try number()
    }
    if first == "_" || first.properties.isAlphabetic {
      if language == .cel, let string = try prefixedString() { return .text(string) }
      var name = ""
      while let scalar = peek(), scalar == "_" || scalar.isDigit || scalar.properties.isAlphabetic {
        name.unicodeScalars.append(scalar)
        place += 1
      }
      return .name(name)
    }
    for symbol in Self.symbols {
      let scalars = Array(symbol.unicodeScalars)
      if place + scalars.count <= text.count,
        Array(text[place..<place + scalars.count]) == scalars
      {
        if language == .cypher, ["==", "!=", "&&", "||", "[?", ".?", "{?"].contains(symbol) {
          continue
        }
        place += scalars.count
        return .symbol(symbol)
      }
    }
    guard "()[]{}<>=+-*/%^!?:,.|$;".unicodeScalars.contains(first) else {
      throw OutOfScope(.foreignSyntax)
    }
    place += 1
    return .symbol(String(first))
  }

  private mutating func skipBlanks() {
    while let scalar = peek() {
      if scalar.properties.isWhitespace {
        place += 1
      } else if scalar == "/" && peek(1) == "/" {
        while let next = peek(), next != "\n" {
          _ = next
          place += 1
        }
      } else if scalar == "/" && peek(1) == "*" {
        place += 2
        while place < text.count, !(peek() == "*" && peek(1) == "/") { place += 1 }
        place += 2
      } else {
        return
      }
    }
  }

  // MARK: Numbers

  private mutating func number() throws(OutOfScope) -> ForeignToken {
    func digits(_ accept: (Unicode.Scalar) -> Bool) -> String {
      var found = ""
      while let scalar = peek(), accept(scalar) {
        found.unicodeScalars.append(scalar)
        place += 1
      }
      return found
    }
    if peek() == "0", let letter = peek(1), "xXoO".unicodeScalars.contains(letter) {
      throw OutOfScope(.numberBases)
    }
    var found = digits { $0.isDigit }
    var isFloat = false
    if peek() == ".", peek(1)?.isDigit ?? false {
      isFloat = true
      place += 1
      found = (found.isEmpty ? "0" : found) + "." + digits { $0.isDigit }
    }
    if let e = peek(), e == "e" || e == "E" {
      let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
      if peek(1 + sign)?.isDigit ?? false {
        isFloat = true
        let mark = sign == 1 && peek(1) == "-" ? "e-" : "e"
        place += 1 + sign
        found += mark + digits { $0.isDigit }
      }
    }
    if isFloat { return .float(found) }
    return try integer(found + digits { $0.isDigit || $0.properties.isAlphabetic })
  }

  /// Digits, however many.
  private func integer(_ text: String) throws(OutOfScope) -> ForeignToken {
    if language == .cel, text.last == "u" || text.last == "U" { throw OutOfScope(.unsigned) }
    guard !text.isEmpty, text.unicodeScalars.allSatisfy(\.isDigit) else {
      throw OutOfScope(.foreignSyntax)
    }
    return .int(text)
  }

  // MARK: Strings

  private mutating func prefixedString() throws(OutOfScope) -> String? {
    var length = 0
    var letters = ""
    while length < 2, let scalar = peek(length), "rRbB".unicodeScalars.contains(scalar) {
      letters.unicodeScalars.append(scalar)
      length += 1
    }
    guard length > 0, let quote = peek(length), quote == "'" || quote == "\"" else { return nil }
    if letters.lowercased().contains("b") { throw OutOfScope(.bytes) }
    place += length
    return try string(isRaw: true)
  }

  private mutating func string(isRaw: Bool) throws(OutOfScope) -> String {
    guard let quote = peek() else { throw OutOfScope(.foreignSyntax) }
    let isTriple = language == .cel && peek(1) == quote && peek(2) == quote
    place += isTriple ? 3 : 1
    var found = ""
    while let scalar = peek() {
      if scalar == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        place += isTriple ? 3 : 1
        return found
      }
      place += 1
      if scalar == "\\" && !isRaw {
        try escape(into: &found)
      } else {
        found.unicodeScalars.append(scalar)
      }
    }
    throw OutOfScope(.foreignSyntax)
  }

  private mutating func escape(into found: inout String) throws(OutOfScope) {
    guard let scalar = peek() else { throw OutOfScope(.foreignSyntax) }
    place += 1
    let simple: [Unicode.Scalar: Unicode.Scalar] = [
      "n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", "\"": "\"", "`": "`", "?": "?",
      "a": "\u{7}", "b": "\u{8}", "f": "\u{C}", "v": "\u{B}",
    ]
    if let plain = simple[scalar] {
      found.unicodeScalars.append(plain)
      return
    }
    let (length, base): (Int, Int)
    switch scalar {
    case "u": (length, base) = (4, 16)
    case "U": (length, base) = (8, 16)
    case "x", "X": (length, base) = (2, 16)
    case "0"..."3":
      place -= 1
      (length, base) = (3, 8)
    default: throw OutOfScope(.foreignSyntax)
    }
    guard place + length <= text.count else { throw OutOfScope(.foreignSyntax) }
    let digits = String(String.UnicodeScalarView(text[place..<place + length]))
    guard let code = UInt32(digits, radix: base), let value = Unicode.Scalar(code) else {
      throw OutOfScope(.foreignSyntax)
    }
    place += length
    found.unicodeScalars.append(value)
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { self >= "0" && self <= "9" }
}
