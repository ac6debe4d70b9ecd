// Comes in: a network and a text. Goes out: a checked program, or what is wrong with the text.
// The face of the library: hosts meet only this module. Nothing ambient: no files, no clock.

@_exported import HoraEngine
import HoraPlan
@_exported import HoraSyntax

/// The text did not parse or check.
public struct CompileError: Error, Sendable {
  /// At least one of severity `.error`, in the order of the text. `sources` tells which text a place
  /// is in, where the program uses others.
  public let diagnostics: [Diagnostic]
  public let sources: SourceSet
  public var source: SourceText { sources.main }
}

/// A run that gave no result.
public struct ProgramError: Error, Sendable {
  public let cause: RunError
  /// The cause with its place in the text; nil for a limit or a cancelled run.
  public let diagnostic: Diagnostic?
  public let sources: SourceSet
  public var source: SourceText { sources.main }
}

/// What a program may see: one network, and what else its host hands in. A value; copies share the
/// network.
public struct Environment: Sendable {
  public let network: Network
  /// Finds the texts that programs `use`; without it, `use` is an error.
  public var resolver: Resolver?
  /// The day that `today()` gives, asked once a run; without it, `today()` is an error.
  public var clock: (@Sendable () -> CivilDate)?
  /// Whether programs may `save`. The files they ask for stand in the results; the host writes them.
  public var savesFiles = false
  /// What `eligible under "name"` may name; without any it is an error.
  public var rules: [EligibilityRule] = []
  /// Definitions that programs may use as if they stood before them: what a session has made so far.
  public var preamble: SourceText?

  public init(network: Network) { self.network = network }

  /// Parses and checks a text, once. Reports every independent error, not only the first.
  /// - Parameter name: shown in messages.
  /// - Throws: at least one diagnostic of severity `.error`; ranges are UTF-8 offsets into `text`.
  public func compile(
    _ text: String, named name: String = "<query>", limits: SyntaxLimits = .standard
  ) throws(CompileError) -> Program {
    try compile(SourceText(text, name: name), limits: limits)
  }

  public func compile(
    _ source: SourceText, limits: SyntaxLimits = .standard
  ) throws(CompileError) -> Program {
    let parsed = parse(source, limits: limits)
    let texts = ModuleLoader(
      parsed.tree, preamble: preamble, resolver: resolver, limits: limits)
    var diagnostics = parsed.diagnostics + texts.told(texts.diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw CompileError(diagnostics: diagnostics, sources: texts.sources)
    }
    let checked = check(
      texts.units, schema: network.schema,
      host: host, preamble: texts.preamble, stackBytes: limits.stackBytes)
    diagnostics += texts.told(checked.diagnostics)
    guard let plan = checked.plan else {
      throw CompileError(diagnostics: diagnostics, sources: texts.sources)
    }
    return Program(
      plan: plan, sources: texts.sources, warnings: diagnostics, names: checked.meanings,
      network: network, clock: clock)
  }

  /// The same over other data.
  public func over(_ network: Network) -> Environment {
    var copy = Environment(network: network)
    (copy.resolver, copy.clock, copy.savesFiles) = (resolver, clock, savesFiles)
    copy.preamble = preamble
    return copy
  }

  var host: HostAbilities {
    HostAbilities(hasClock: clock != nil, savesFiles: savesFiles, rules: rules)
  }
}

/// A checked, immutable program. Compile once; run from any number of tasks at the same time.
public struct Program: Sendable {
  public let plan: Plan
  /// The program's own text, and those it uses.
  public let sources: SourceSet
  public var source: SourceText { sources.main }
  /// What the program says of itself: the `##` lines at its head.
  public var summary: String { source.documentation }
  /// Warnings and notes of the check.
  public let warnings: [Diagnostic]
  /// How each name was understood.
  private let names: [TextMeaning]
  private let network: Network
  private let clock: (@Sendable () -> CivilDate)?

  init(
    plan: Plan, sources: SourceSet, warnings: [Diagnostic], names: [TextMeaning],
    network: Network,
    clock: (@Sendable () -> CivilDate)?
  ) {
    self.plan = plan
    self.sources = sources
    self.warnings = warnings
    self.names = names
    self.network = network
    self.clock = clock
  }

  /// Results and what the run had to say, as diagnostics with places in the text.
  public struct Answer: Sendable {
    /// Results and printed messages, in the order of the statements.
    public var pieces: [Engine.Piece]
    /// The results alone.
    public var results: [ResultSet] {
      pieces.compactMap { if case .result(let result) = $0 { result } else { nil } }
    }
    public var diagnostics: [Diagnostic]
    public var steps: UInt64
    /// Nil unless it was asked for.
    public var explanation: Explanation?
  }

  /// How a program was understood, and how many rows its steps left.
  public struct Explanation: Sendable {
    /// Names, and texts that were looked up, in the order of the program.
    public var meanings: [TextMeaning]
    /// The steps of each printed query.
    public var queries: [[ExplainedStep]]
  }

  /// Runs to the end. Stops between batches when it is asked to.
  /// - Parameter isCancelled: asked between batches, on the thread that runs.
  /// - Parameter strict: warnings about values are errors.
  /// - Throws: no partial result comes with it.
  /// - Parameter arguments: values of the parameters, by name; one without a default must be given.
  /// - Parameter explains: also tell how the program was understood.
  public func run(
    _ arguments: Arguments = [:], limits: RunLimits = .standard, strict: Bool = false,
    explains: Bool = false, isCancelled: @escaping @Sendable () -> Bool = { Task.isCancelled }
  ) throws(ProgramError) -> Answer {
    do {
      let outcome = try Engine(network: network).run(
        plan, arguments: arguments, limits: limits, strict: strict, explains: explains,
        today: clock?(), isCancelled: isCancelled)
      return Answer(
        pieces: outcome.pieces,
        // What a text does not name is the cause of much else: it comes first.
        diagnostics: outcome.notes.map { diagnostic($0, $0.code == "H0513" ? .warning : .note) }
          + outcome.warnings.map { diagnostic($0, .warning) },
        steps: outcome.steps,
        explanation: explains
          ? Explanation(
            meanings: (names + outcome.texts).sorted { $0.range.start < $1.range.start },
            queries: outcome.explanations) : nil)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: RunError) -> ProgramError {
    guard case .failed(let issue) = error else {
      return ProgramError(cause: error, diagnostic: nil, sources: sources)
    }
    return ProgramError(cause: error, diagnostic: diagnostic(issue, .error), sources: sources)
  }

  /// What one `test` block of the program gave.
  public struct TestResult: Sendable {
    public var name: String
    /// Nil where the test passed.
    public var failure: Diagnostic?
  }

  /// Runs the `test` blocks, each by itself.
  public func runTests(
    _ arguments: Arguments = [:], limits: RunLimits = .standard
  ) throws(ProgramError) -> [TestResult] {
    do {
      return try Engine(network: network).runTests(
        plan, arguments: arguments, limits: limits, today: clock?(),
        isCancelled: { Task.isCancelled }
      ).map { TestResult(name: $0.name, failure: $0.failure.map { diagnostic($0, .error) }) }
    } catch {
      throw failure(error)
    }
  }

  /// The parameters a host gives, in order.
  public var parameters: [ParameterInfo] { plan.parameters.filter { !$0.isLoopVariable } }

  private func diagnostic(_ issue: RunIssue, _ severity: Severity) -> Diagnostic {
    var range = SourceRange(start: issue.range.start, end: issue.range.end)
    var fixes: [FixIt] = []
    // A text in a list, or one that is written otherwise, is pointed at by itself where it stands.
    if let given = issue.given, let place = place(of: given, in: range) {
      range = place
      fixes = issue.nearest.map {
        FixIt("write \(LiteralText.quoted($0))", replace: place, with: LiteralText.quoted($0))
      }
    }
    return Diagnostic(
      code: Int(issue.code.dropFirst()) ?? 500, severity: severity, message: issue.message,
      range: range, notes: issue.help, fixIts: fixes)
  }

  /// Where a text stands in quotes within a range; nil where it comes from elsewhere.
  private func place(of text: String, in range: SourceRange) -> SourceRange? {
    lex(source).tokens.first { token in
      token.kind == .text && Int(token.start) >= range.start && Int(token.end) <= range.end
        && LiteralText.text(source.text(in: token.range)) == text
    }?.range
  }
}
