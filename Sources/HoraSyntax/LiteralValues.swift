// What literals and names say, read from the tree.
// In: a node. Out: its value, or nil where the source has an error there (already reported).

/// What a comparison asks.
public enum ComparisonOperator: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case matches = "~"
  case notMatches = "!~"
  case `in` = "in"
  case notIn = "not in"
  case under = "under"
  case notUnder = "not under"
  case isMissing = "is missing"
  case isNotMissing = "is not missing"
}

/// What a quantified comparison counts.
public enum QuantifierKind: Sendable, Hashable, CaseIterable {
  case some, every, no, atLeast, atMost, exactly
}

public enum DurationUnit: String, Sendable, Hashable, CaseIterable {
  case days = "d"
  case weeks = "w"
  case months = "mo"
  case years = "y"
}

extension SyntaxTree {
  /// The name that a name, nameReference, memberStep, parameterReference (without `$`), argument
  /// or typeName bears, without backticks; empty where it is absent.
  public func nameText(of id: NodeID) -> String {
    for index in tokenChildren(of: id) {
      switch token(index).kind {
      case .name, .quotedName, .parameter: return nameText(ofToken: index)
      default: continue
      }
    }
    return ""
  }

  public func nameText(ofToken index: Int) -> String {
    let written = text(ofToken: index)
    switch token(index).kind {
    case .quotedName: return String(written.dropFirst().prefix { $0 != "`" })
    case .parameter: return String(written.dropFirst())
    default: return written
    }
  }

  /// The text of a textLiteral or messageText, escapes decoded.
  public func textValue(of id: NodeID) -> String {
    onlyText(of: id).map(LiteralText.text) ?? ""
  }

  /// Of an integerLiteral or an integer amount; nil where it does not fit 64 bits.
  public func integerValue(of id: NodeID) -> Int64? {
    onlyText(of: id).flatMap { Int64(LiteralText.withoutUnderscores($0)) }
  }

  public func decimalValue(of id: NodeID) -> Double? {
    onlyText(of: id).flatMap { Double(LiteralText.withoutUnderscores($0)) }
      .flatMap { $0.isFinite ? $0 : nil }
  }

  public func booleanValue(of id: NodeID) -> Bool? {
    switch tokenChildren(of: id).first.flatMap({ token($0).word }) {
    case .true: true
    case .false: false
    default: nil
    }
  }

  public func dateValue(of id: NodeID) -> (year: Int, month: Int, day: Int)? {
    onlyText(of: id).flatMap(LiteralText.date)
  }

  public func monthValue(of id: NodeID) -> (year: Int, month: Int)? {
    onlyText(of: id).flatMap(LiteralText.month)
  }

  public func quarterValue(of id: NodeID) -> (year: Int, quarter: Int)? {
    onlyText(of: id).flatMap(LiteralText.quarter)
  }

  public func durationValue(of id: NodeID) -> (count: Int64, unit: DurationUnit)? {
    guard let written = onlyText(of: id) else { return nil }
    let digits = written.prefix { $0.isNumber || $0 == "_" }
    guard let unit = DurationUnit(rawValue: written.dropFirst(digits.count).lowercased()),
      let count = Int64(LiteralText.withoutUnderscores(String(digits)))
    else { return nil }
    return (count, unit)
  }

  /// The pattern between the slashes, as written except that `\/` is `/`.
  public func regexValue(of id: NodeID) -> (pattern: String, ignoresCase: Bool)? {
    onlyText(of: id).flatMap(LiteralText.regex).map { ($0.pattern, $0.flags.contains("i")) }
  }

  /// `{1,3}` is (1, 3), `{2}` is (2, 2), `{1,}` is (1, nil).
  public func hopRange(of id: NodeID) -> (least: Int, most: Int?)? {
    let tokens = tokenChildren(of: id)
    let numbers = tokens.filter { token($0).kind == .integer }
      .map { Int(LiteralText.withoutUnderscores(text(ofToken: $0))) }
    guard let first = numbers.first, let least = first else { return nil }
    guard tokens.contains(where: { token($0).kind == .comma }) else { return (least, least) }
    guard numbers.count > 1 else { return (least, nil) }
    guard let most = numbers[1] else { return nil }
    return (least, most)
  }

  /// The operator of a comparison or quantifiedComparison; nil where a quantified one has none.
  public func comparisonOperator(of id: NodeID) -> ComparisonOperator? {
    var isNegated = false
    for index in tokenChildren(of: id) {
      let token = token(index)
      switch (token.kind, token.word) {
      case (.equal, _): return .equal
      case (.notEqual, _): return .notEqual
      case (.less, _): return .less
      case (.lessOrEqual, _): return .lessOrEqual
      case (.greater, _): return .greater
      case (.greaterOrEqual, _): return .greaterOrEqual
      case (.tilde, _): return .matches
      case (.notTilde, _): return .notMatches
      case (_, .not): isNegated = true
      case (_, .in): return isNegated ? .notIn : .in
      case (_, .under): return isNegated ? .notUnder : .under
      case (_, .missing): return isNegated ? .isNotMissing : .isMissing
      default: continue
      }
    }
    return nil
  }

  /// Of a quantifier; its number, if it has one, is the `amount` child.
  public func quantifierKind(of id: NodeID) -> QuantifierKind? {
    let words = tokenChildren(of: id).compactMap { token($0).word }
    switch words.first {
    case .someOf: return QuantifierKind.some
    case .every: return .every
    case .no: return .no
    case .exactly: return .exactly
    case .at: return words.last == .most ? .atMost : .atLeast
    default: return nil
    }
  }

  /// The `##` lines right before a statement, without the marks; an empty line parts what stands
  /// above it from the statement.
  public func documentation(of id: NodeID) -> String {
    guard let first = firstToken(of: id) else { return "" }
    var lines: [String] = []
    let trivia = source.text(in: token(first).trivia)
    // The last piece is what stands before the statement in its own line.
    for line in trivia.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .dropLast()
    {
      if let text = SourceText.documentation(ofLine: line) {
        lines.append(text)
      } else {
        lines = []
      }
    }
    return lines.joined(separator: "\n")
  }

  private func onlyText(of id: NodeID) -> String? {
    tokenChildren(of: id).first.map { text(ofToken: $0) }
  }
}
