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

public enum DurationUnit: String, Sendable, Hashable, CaseIterable {
  case days = "d"
  case weeks = "w"
  case months = "mo"
  case years = "y"
}

/// A piece of a message: text as written, or an expression to fill in.
public enum TemplatePart: Sendable, Hashable {
  case text(String)
  case expression(NodeID)
}

extension SyntaxTree {
  /// The name that a name, nameReference, memberStep, parameterReference (without `$`), argument
  /// or typeName bears, without backticks; empty where it is absent.
  public func nameText(of id: NodeID) -> String { "" }
  public func nameText(ofToken index: Int) -> String { "" }
  /// The text of a textLiteral or messageText, escapes decoded.
  public func textValue(of id: NodeID) -> String { "" }
  /// Of an integerLiteral or an integer amount; nil where it does not fit 64 bits.
  public func integerValue(of id: NodeID) -> Int64? { nil }
  public func decimalValue(of id: NodeID) -> Double? { nil }
  public func booleanValue(of id: NodeID) -> Bool? { nil }
  public func dateValue(of id: NodeID) -> (year: Int, month: Int, day: Int)? { nil }
  public func monthValue(of id: NodeID) -> (year: Int, month: Int)? { nil }
  public func quarterValue(of id: NodeID) -> (year: Int, quarter: Int)? { nil }
  public func durationValue(of id: NodeID) -> (count: Int64, unit: DurationUnit)? { nil }
  /// The pattern between the slashes, as written except that `\/` is `/`.
  public func regexValue(of id: NodeID) -> (pattern: String, ignoresCase: Bool)? { nil }
  /// `{1,3}` is (1, 3), `{2}` is (2, 2), `{1,}` is (1, nil).
  public func hopRange(of id: NodeID) -> (least: Int, most: Int?)? { nil }
  public func comparisonOperator(of id: NodeID) -> ComparisonOperator? { nil }
  public func templateParts(of id: NodeID) -> [TemplatePart] { [] }
  /// The `##` lines right before a statement, without the marks.
  public func documentation(of id: NodeID) -> String { "" }
}
