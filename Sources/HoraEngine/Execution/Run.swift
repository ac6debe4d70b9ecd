// Comes in: a plan and a network. Goes out: frames, vectors, warnings. One run of one program:
// what was computed once is kept here, and what may be spent is counted here.

/// What one run may spend. `nil` is unlimited.
public struct RunLimits: Sendable, Hashable {
  /// Rows and elements looked at, a deterministic measure of work.
  public var steps: UInt64?
  /// Elements of all vectors one operator may make.
  public var rows: Int?
  /// Stack a run may use from where it starts. A thread that Foundation or Dispatch starts has
  /// 512 KB; a host with more can say so.
  public var stackBytes: Int
  public init(steps: UInt64?, rows: Int?, stackBytes: Int = StackGuard.smallThread) {
    self.steps = steps
    self.rows = rows
    self.stackBytes = stackBytes
  }
  public static let standard = RunLimits(steps: 20_000_000_000, rows: 400_000_000)
  public static let unlimited = RunLimits(steps: nil, rows: nil)
}

/// Something a run has to say: a warning, a note, or why it failed.
public struct RunIssue: Sendable, Hashable {
  public var code: String
  public var message: String
  public var help: [String]
  public var range: TextRange
  /// The text of the query that is wrong, where texts in its place are near.
  public var given: String?
  /// What may have been meant by it, nearest first.
  public var nearest: [String] = []
  public init(code: String, message: String, help: [String] = [], range: TextRange) {
    self.code = code
    self.message = message
    self.help = help
    self.range = range
  }
}

/// Why a run gave no result.
public enum RunError: Error, Sendable, Hashable {
  case failed(RunIssue)
  case limitReached(what: String, allowed: UInt64)
  case cancelled
}

final class Run {
  let plan: Plan
  let network: Network
  let limits: RunLimits
  /// Asked between batches.
  let isCancelled: @Sendable () -> Bool
  let strict: Bool
  /// The day of the run, where the host has a clock.
  let today: CivilDate?
  /// One-row vectors, parallel to the plan's parameters.
  var parameters: [Vector]

  var steps: UInt64 = 0
  /// Expressions and queries being computed inside one another take stack.
  private let stack: StackGuard
  /// One-row vectors of expressions that are the same in every row.
  var constants: [ExpressionID: Vector] = [:]
  var sets: [ResolvedSet?]
  var networks: [NetworkID: NetworkGraph] = [:]
  /// What networks were asked: values over the rows of their collections.
  var measures: [MeasureKey: Vector] = [:]
  var linkMeasures: [NetworkID: LinkMeasures] = [:]
  var proximityRanks: [NetworkID: ProximityRanks] = [:]
  var potentials: [PotentialKey: Potential] = [:]
  var relatedTables: [AmountTable: RelatedTable] = [:]
  var weightedProfiles: [ProfilePlan: WeightedProfiles] = [:]
  var claimRules: [CollectionID: ClaimRule] = [:]
  var letFrames: [Int: Frame] = [:]
  var subqueries: [QueryID: Frame] = [:]
  /// For a pattern and a dictionary, what is known of each text: 0 unknown, 1 no, 2 yes.
  var textMemo: [TextMemoKey: [UInt8]] = [:]
  var mappedTexts: [TextMemoKey: MappedTexts] = [:]
  /// What a pattern of `~` was made into, by the expression that asks for it.
  var matchers: [ExpressionID: TextMatcher] = [:]
  /// Dictionaries that memos name by identity must outlive them.
  var keepAlive: [TextDictionary] = []
  /// The queries whose answers are shown, and those they read their rows from.
  var printed: Set<QueryID> = []
  var traces: [QueryID: QueryTrace] = [:]
  /// What is to be said of each `cover`, by its place in the text.
  var coverRemarks: [Int: [String]] = [:]
  /// True where the run is asked how it was understood.
  var explains = false
  var explanations: [[ExplainedStep]] = []
  private(set) var warnings: [WarningKey: Warning] = [:]
  private(set) var notes: [RunIssue] = []

  struct WarningKey: Hashable {
    var code: String
    var start: Int
  }
  struct Warning {
    var kind: RunWarning
    var rows: Int
    var range: TextRange
  }

  init(
    plan: Plan, network: Network, parameters: [Vector], limits: RunLimits, strict: Bool,
    today: CivilDate?, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.plan = plan
    self.network = network
    self.parameters = parameters
    self.limits = limits
    self.strict = strict
    self.today = today
    stack = StackGuard(bytes: limits.stackBytes)
    self.isCancelled = isCancelled
    sets = [ResolvedSet?](repeating: nil, count: plan.sets.count)
  }

  /// Counts work, and stops the run where it is too much or no longer wanted.
  func charge(_ count: Int) throws(RunError) {
    steps &+= UInt64(count) &+ 1
    if let allowed = limits.steps, steps > allowed {
      throw .limitReached(what: "steps", allowed: allowed)
    }
    if isCancelled() { throw .cancelled }
  }

  /// Asked within long work that was charged before.
  func poll() throws(RunError) {
    if isCancelled() { throw .cancelled }
  }

  /// Asked at every entry that may be inside itself: refuses to go deeper than the stack allows.
  @inline(__always)
  func enter(_ range: TextRange) throws(RunError) {
    if stack.isExhausted { throw .failed(RunMessage.tooDeep(at: range)) }
  }

  /// Refuses to make a vector larger than the limit, before it is made.
  func reserve(_ elements: Int) throws(RunError) {
    if let allowed = limits.rows, elements > allowed {
      throw .limitReached(what: "rows", allowed: UInt64(allowed))
    }
  }

  func warn(_ kind: RunWarning, rows: Int, at range: TextRange) throws(RunError) {
    guard rows > 0 else { return }
    if strict { throw .failed(kind.issue(rows: rows, at: range)) }
    let key = WarningKey(code: kind.code, start: range.start)
    warnings[key, default: Warning(kind: kind, rows: 0, range: range)].rows += rows
  }

  func keep(_ dictionary: TextDictionary) {
    if keepAlive.last !== dictionary { keepAlive.append(dictionary) }
  }

  func note(_ issue: RunIssue) {
    if !notes.contains(issue) { notes.append(issue) }
  }

  /// All warnings, in the order of the text.
  var issues: [RunIssue] {
    warnings.values.sorted { $0.range.start < $1.range.start }
      .map { $0.kind.issue(rows: $0.rows, at: $0.range) }
  }

  func expression(_ id: ExpressionID) -> Expression { plan.expressions[id] }
}

struct TextMemoKey: Hashable {
  var expression: ExpressionID
  var dictionary: ObjectIdentifier
}
