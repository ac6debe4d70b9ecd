// Comes in: a plan and a network. Goes out: one result set for each statement that prints. The
// door of the engine: what a run knows stays inside it.

/// Runs checked plans over one network.
public struct Engine: Sendable {
  public let network: Network

  public init(network: Network) { self.network = network }

  /// What a run gave besides its results.
  public struct Outcome: Sendable {
    public var results: [ResultSet]
    /// Counted warnings and notes about names, in the order of the text.
    public var warnings: [RunIssue]
    public var notes: [RunIssue]
    public var steps: UInt64
  }

  /// Runs every statement of a plan.
  /// - Parameter strict: warnings about values are errors.
  /// - Parameter isCancelled: asked between batches.
  /// - Throws: `.failed` with a place in the text, `.limitReached`, `.cancelled`. No partial result.
  public func run(
    _ plan: Plan, limits: RunLimits = .standard, strict: Bool = false,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(RunError) -> Outcome {
    let run = Run(
      plan: plan, network: network, parameters: [], limits: limits, strict: strict,
      isCancelled: isCancelled)
    try run.resolveAll()
    var results: [ResultSet] = []
    for output in plan.outputs {
      let query = plan.queries[output.query]
      let frame = try run.execute(output.query, in: Batch.unit())
      var columns = query.columns.enumerated().map { index, info in
        ResultColumn(info: info, values: frame.columns[index].expanded)
      }
      columns += frame.pivoted.map { column in
        ResultColumn(
          info: ColumnInfo(
            name: column.name, type: query.pivotedType ?? .nothing, cardinality: .optional),
          values: column.values.expanded)
      }
      results.append(
        ResultSet(
          columns: columns, rowCount: frame.count, isScalar: output.isScalar,
          footnotes: try run.footnotes(output.query, rows: frame.count), network: network))
    }
    return Outcome(
      results: results, warnings: run.issues, notes: run.notes, steps: run.steps)
  }
}
