// Comes in: a plan and a network. Goes out: one result set for each statement that prints. The
// door of the engine: what a run knows stays inside it.

/// Runs checked plans over one network.
public struct Engine: Sendable {
  public let network: Network

  public init(network: Network) { self.network = network }

  /// A result or a printed message.
  public enum Piece: Sendable {
    case result(ResultSet)
    case message(String)
  }

  /// What a run gave besides its results.
  public struct Outcome: Sendable {
    /// Results and messages in the order of the statements.
    public var pieces: [Piece]
    /// Counted warnings and notes about names, in the order of the text.
    public var warnings: [RunIssue]
    public var notes: [RunIssue]
    public var steps: UInt64
    /// Where it was asked for: what texts stand for, and the steps of each printed query.
    public var texts: [TextMeaning] = []
    public var explanations: [[ExplainedStep]] = []
  }

  /// What one `test` block gave.
  public struct TestOutcome: Sendable {
    public var name: String
    /// Nil where the test passed.
    public var failure: RunIssue?
  }

  /// Runs every statement of a plan but its tests.
  /// - Parameter strict: warnings about values are errors.
  /// - Parameter today: what `today()` gives; a plan that asks for it needs it.
  /// - Parameter isCancelled: asked between batches.
  /// - Parameter explains: also tell how it was understood.
  /// - Throws: `.failed` with a place in the text, `.limitReached`, `.cancelled`. No partial result.
  public func run(
    _ plan: Plan, arguments: Arguments = [:], limits: RunLimits = .standard, strict: Bool = false,
    explains: Bool = false, today: CivilDate? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(RunError) -> Outcome {
    let run = try prepare(plan, arguments, limits, strict, today, isCancelled)
    run.explains = explains
    let pieces = try run.run(plan.statements)
    var outcome = Outcome(
      pieces: pieces.map { piece in
        switch piece {
        case .result(let result): .result(result)
        case .message(let text): .message(text)
        }
      }, warnings: run.issues, notes: run.notes, steps: run.steps)
    if explains {
      outcome.texts = run.textMeanings()
      outcome.explanations = run.explanations
    }
    return outcome
  }

  /// Runs the `test` blocks, each by itself: one that fails does not stop the others.
  public func runTests(
    _ plan: Plan, arguments: Arguments = [:], limits: RunLimits = .standard, strict: Bool = false,
    today: CivilDate? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(RunError) -> [TestOutcome] {
    var outcomes: [TestOutcome] = []
    for case .test(let name, let body) in plan.statements {
      let run = try prepare(plan, arguments, limits, strict, today, isCancelled)
      do {
        _ = try run.run(body, silent: true)
        outcomes.append(TestOutcome(name: name, failure: nil))
      } catch {
        guard case .failed(let issue) = error else { throw error }
        outcomes.append(TestOutcome(name: name, failure: issue))
      }
    }
    return outcomes
  }

  private func prepare(
    _ plan: Plan, _ arguments: Arguments, _ limits: RunLimits, _ strict: Bool,
    _ today: CivilDate?, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(RunError) -> Run {
    let run = Run(
      plan: plan, network: network,
      parameters: plan.parameters.map { _ in .nothing(count: 1) }, limits: limits, strict: strict,
      today: today, isCancelled: isCancelled)
    try run.bind(arguments)
    // A loop's variable has no value yet: what depends on it is resolved in the loop.
    if !plan.parameters.contains(where: \.isLoopVariable) { try run.resolveAll() }
    return run
  }
}
