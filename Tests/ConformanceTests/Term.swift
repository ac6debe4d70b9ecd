// Comes in: nothing. Goes out: the small tree that Cypher and CEL texts are read into. It knows neither
// language's spelling nor Hora's.

/// One expression.
indirect enum Term: Hashable, Sendable {
  case null
  case bool(Bool)
  /// Decimal digits.
  case int(String)
  case float(String)
  case text(String)
  case name(String)
  case parameter(String)
  case list([Term])
  case map([MapEntry])
  /// Brackets as written, so that the precedence of operators is asked of Hora, too.
  case group(Term)
  case member(Term, String)
  case index(Term, Term)
  case slice(Term, Term?, Term?)
  case call(String, [Term], distinct: Bool)
  case unary(Unary, Term)
  case binary(Binary, Term, Term)
  case conditional([Branch], otherwise: Term)
  /// `result` of each element for which `condition` holds.
  case comprehension(String, of: Term, condition: Term?, result: Term?)
  case quantifier(Quantity, String, of: Term, condition: Term)
  case labels(Term, [String])
  case pattern(Pattern)
  case existsQuery(Query)

  enum Unary: Hashable, Sendable { case not, minus, isNull, isNotNull }
  enum Quantity: Hashable, Sendable { case any, all, none, single }
  enum Binary: String, Hashable, Sendable {
    case or, xor, and
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case isIn, startsWith, endsWith, contains
    case plus, minus, times, divide, remainder, power

    var isComparison: Bool {
      switch self {
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
      default: false
      }
    }
    var isOrder: Bool { isComparison && self != .equal && self != .notEqual }
  }
}

struct MapEntry: Hashable, Sendable {
  var key: String
  var value: Term
}

struct Branch: Hashable, Sendable {
  var condition: Term
  var value: Term
}

// MARK: Queries

struct Query: Hashable, Sendable {
  /// One part, or several joined by UNION.
  var parts: [[Clause]]
  var keepsAll = false
}

enum Clause: Hashable, Sendable {
  case match([Pattern], condition: Term?, optional: Bool)
  case unwind(Term, String)
  case with(Projection)
  case result(Projection)
}

struct Projection: Hashable, Sendable {
  struct Item: Hashable, Sendable {
    var name: String
    var value: Term
  }
  struct Key: Hashable, Sendable {
    var value: Term
    var descending: Bool
  }
  var items: [Item] = []
  var hasStar = false
  var isDistinct = false
  var order: [Key] = []
  var skip: Term?
  var limit: Term?
  var condition: Term?
}

/// Nodes and the links between them: one link fewer than nodes.
struct Pattern: Hashable, Sendable {
  struct Node: Hashable, Sendable {
    var name: String?
    var labels: [String] = []
    var properties: [MapEntry] = []
  }
  struct Link: Hashable, Sendable {
    enum Direction: Hashable, Sendable { case right, left, both }
    var name: String?
    var types: [String] = []
    var properties: [MapEntry] = []
    var direction = Direction.both
    /// Least and most steps where a range is written.
    var hops: Hops?
  }
  struct Hops: Hashable, Sendable {
    var least: Int
    var most: Int?
  }
  var name: String?
  var nodes: [Node] = []
  var links: [Link] = []
}

extension Term {
  /// Without the brackets around it.
  var bare: Term { if case .group(let inner) = self { inner.bare } else { self } }

  /// Like `walk`, but not into what is asked of each element of a list.
  func walkOutside(_ visit: (Term) -> Void) {
    visit(self)
    switch self {
    case .comprehension(_, let list, _, _), .quantifier(_, _, let list, _):
      list.walkOutside(visit)
    default: for part in parts { part.walkOutside(visit) }
    }
  }

  /// The terms right below.
  private var parts: [Term] {
    switch self {
    case .list(let items), .call(_, let items, _): items
    case .map(let entries): entries.map(\.value)
    case .group(let a), .member(let a, _), .unary(_, let a), .labels(let a, _): [a]
    case .index(let a, let b), .binary(_, let a, let b): [a, b]
    case .slice(let a, let b, let c): [a, b, c].compactMap { $0 }
    case .conditional(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + [otherwise]
    case .comprehension(_, let list, let condition, let result):
      [list, condition, result].compactMap { $0 }
    case .quantifier(_, _, let list, let condition): [list, condition]
    case .null, .bool, .int, .float, .text, .name, .parameter, .pattern, .existsQuery: []
    }
  }

  /// Every term below, itself included; patterns and queries in expressions are left out.
  func walk(_ visit: (Term) -> Void) {
    visit(self)
    for part in parts { part.walk(visit) }
  }
}
