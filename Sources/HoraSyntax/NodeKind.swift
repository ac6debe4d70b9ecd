// The kinds of nodes in a syntax tree.
// A kind is the production of grammar/hora.ebnf that makes the node. Each case tells the node's
// children in order; `→` lists the node children (`nodeChildren`), tokens are named where needed.

public enum NodeKind: UInt8, Sendable, Hashable, CaseIterable {
  // MARK: Scripts

  /// → statements. The root.
  case script
  /// `language INTEGER`: the number is a token.
  case languageStatement
  /// → name, query
  case letStatement
  /// → name, defParameter…, query
  case defStatement
  /// → name [, default expression]
  case defParameter
  /// → name, typeName [, default expression]
  case paramStatement
  /// Tokens only: a name, or `[` name `]` for a list.
  case typeName
  /// → textLiteral, name
  case useStatement
  /// → name, set, path [, `where` expression] [, `weight` expression]: the token before tells which.
  case networkStatement
  /// → messageText
  case printStatement
  /// The first child is the text token; then one expression per `{…}` in it, in order.
  /// `templateParts(of:)` gives both together.
  case messageText
  /// → name, query, block
  case forStatement
  /// → condition, block, (condition, block)… [, block]
  case ifStatement
  /// → textLiteral, block
  case testStatement
  /// → expression [, messageText]
  case assertStatement
  /// → query or expression
  case queryStatement
  /// → statements
  case block
  /// One name token that is being given.
  case name

  // MARK: Queries

  /// → source [, sourceName], clauses…  Exists only with a sourceName or at least one clause.
  case query
  /// → name
  case sourceName
  /// → set, name, name
  case pairsSource
  /// → from, to, network [, pathsOption]
  case pathsSource
  /// `shortest K`, `all shortest`, `cheapest K`, `max H`. → [amount]
  case pathsOption
  /// → entity, set, path
  case matchSource
  /// → set, other set or branch, path
  case gapsSource
  /// One token: integer, parameter or name.
  case amount
  /// One token: integer or parameter.
  case fixedAmount

  // MARK: Clauses

  /// → expression
  case whereClause
  /// → items: allColumns, namedItem or any expression
  case selectClause
  /// `*`
  case allColumns
  /// → name, expression
  case namedItem
  /// → namedItem…
  case addClause
  /// → path…
  case dropClause
  /// [`optional`] → path, name
  case eachClause
  /// → path
  case followClause
  /// → items… [, grouping]
  case summarizeClause
  /// `by` → items…
  case grouping
  /// → [grouping]
  case countClause
  /// → sortKey…
  case sortClause
  /// → expression; then a token `asc` or `desc`, if written
  case sortKey
  /// → amount [, perKeys], sortKey [, withTies]
  case topClause
  /// `per` → items…
  case perKeys
  /// `with ties`
  case withTies
  /// → amount
  case takeClause
  /// → amount
  case skipClause
  /// → expressions…
  case distinctClause
  /// → set
  case unionClause
  /// → set
  case intersectClause
  /// → set
  case minusClause
  /// → value, key
  case pivotClause
  /// → amount [, amount of the seed]
  case sampleClause
  /// → need, path, options…
  case coverClause
  /// → amount
  case coverMax
  /// → amount [, expression behind `different` or `where`; `per need` has none]
  case coverAtLeast
  /// → amount, expression behind `per` or `of`
  case coverAtMost
  /// → set
  case coverWith
  /// → set
  case coverWithout
  /// → textLiteral [, path to the country]
  case coverEligible
  /// → sortKey
  case coverPrefer
  /// → fixedAmount
  case coverBest
  /// → expectedRows or expression [, messageText]
  case expectClause
  /// First token: `none`, `some`, an integer, parameter or name; then `rows`, if written.
  case expectedRows
  /// → name (the format), showOption…
  case showClause
  /// → name, value
  case showOption
  /// → textLiteral
  case saveClause

  // MARK: Expressions

  /// → condition, value, (condition, value)…, value
  case ifExpression
  /// → two or more operands
  case orExpression
  /// → two or more operands
  case andExpression
  /// One or more `not` tokens → operand. An even number of them cancels out.
  case notExpression
  /// → left [, right]; between them the tokens of the operator: `=` …, `~`, `!~`, [`not`] `in`,
  /// [`not`] `under`, `is` [`not`] `missing` (no right operand). Right of `in` may be a
  /// rangeExpression, right of `~` a regexLiteral. `comparisonOperator(of:)` reads them.
  case comparison
  /// → quantifier, left [, right]: as comparison, the operator may be absent.
  case quantifiedComparison
  /// Tokens `some`, `every`, `no`, `exactly`, `at least`, `at most` → [amount]
  case quantifier
  /// → low, high
  case rangeExpression
  /// → two or more operands
  case coalesceExpression
  /// → two or more operands with `+` or `-` tokens between them
  case additiveExpression
  /// → two or more operands with `*`, `/` or `%` tokens between them
  case multiplicativeExpression
  /// One or more `-` tokens → operand
  case negation
  /// `exists` → operand
  case existsExpression
  /// → primary, steps…
  case postfixExpression
  /// `.` and a word token: `nameText(of:)`.
  case memberStep
  /// → condition or key
  case filterStep
  /// Tokens `{`, integer, [`,` [integer]], `}`: `hopRange(of:)`.
  case hopStep
  /// → arguments: expressions, `argument` nodes, or one query
  case callStep
  /// A word token and `:` → value
  case argument
  /// → partition expressions… [, sortClause]
  case overStep
  /// → elements
  case listLiteral
  /// → query or expression
  case parenthesized
  /// One name token.
  case nameReference
  /// One parameter token.
  case parameterReference
  /// `it`
  case itReference
  case integerLiteral, decimalLiteral, textLiteral, dateLiteral, monthLiteral, quarterLiteral
  case durationLiteral, regexLiteral
  /// `true` or `false`
  case booleanLiteral
  /// `missing`
  case missingLiteral

  // MARK: Errors

  /// Tokens that fit nowhere, kept so that the tree prints as it was written.
  case unexpected
  /// Something that should be here and is not: no children, no width.
  case absent

  /// True for the clauses of a query.
  public var isClause: Bool {
    switch self {
    case .whereClause, .selectClause, .addClause, .dropClause, .eachClause, .followClause,
      .summarizeClause, .countClause, .sortClause, .topClause, .takeClause, .skipClause,
      .distinctClause, .unionClause, .intersectClause, .minusClause, .pivotClause, .sampleClause,
      .coverClause, .expectClause, .showClause, .saveClause:
      true
    default: false
    }
  }
}
