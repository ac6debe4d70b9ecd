// Comes in: the statements of a plan. Goes out: results and messages, in order.

extension Run {
  /// What a statement gives to be shown.
  enum Piece {
    case result(ResultSet)
    case message(String)
  }

  /// Runs statements in order. Tests are run by ``runTests()`` only.
  func run(_ statements: [Statement], silent: Bool = false) throws(RunError) -> [Piece] {
    var pieces: [Piece] = []
    for statement in statements {
      switch statement {
      case .output(let output):
        let result = try result(of: output)
        if !silent { pieces.append(.result(result)) }
      case .message(let parts):
        let text = try message(parts, Batch.unit(), row: 0)
        if !silent { pieces.append(.message(text)) }
      case .branch(let blocks, let otherwise):
        var body = otherwise
        for block in blocks where try truth(block.condition, Batch.unit())[0] == 1 {
          body = block.body
          break
        }
        pieces += try run(body, silent: silent)
      case .loop(let slot, let query, let body, let firstLet, let firstNetwork):
        pieces += try loop(slot, query, body, firstLet, firstNetwork, silent)
      case .assertion(let condition, let message, let range):
        if try truth(condition, Batch.unit())[0] != 1 {
          throw .failed(
            RunMessage.failedAssertion(try self.message(message, Batch.unit(), row: 0), at: range))
        }
      case .test: break
      }
    }
    return pieces
  }

  private func loop(
    _ slot: Int, _ query: QueryID, _ body: [Statement], _ firstLet: Int,
    _ firstNetwork: NetworkID, _ silent: Bool
  ) throws(RunError) -> [Piece] {
    let frame = try independent(query)
    guard let values = frame.columns.first?.expanded else { return [] }
    var pieces: [Piece] = []
    for row in 0..<frame.count {
      forget(from: firstLet, firstNetwork)
      parameters[slot] = values.slice(row..<(row + 1))
      try resolveAll()
      pieces += try run(body, silent: silent)
    }
    forget(from: firstLet, firstNetwork)
    return pieces
  }

  /// Forgets what may depend on a loop's variable; `let`s before the loop stay computed.
  private func forget(from firstLet: Int, _ firstNetwork: NetworkID) {
    var queries: Set<QueryID> = []
    var values: Set<ExpressionID> = []
    for definition in plan.lets.prefix(firstLet) {
      switch definition.value {
      case .query(let query): queries.insert(query)
      case .expression(let id): values.insert(id)
      }
    }
    // A relation that is used as a network depends on nothing.
    let kept = Set(
      plan.networks.indices.filter { $0 < firstNetwork || plan.networks[$0].nodes == nil })
    networks = networks.filter { kept.contains($0.key) }
    potentials = [:]
    linkMeasures = linkMeasures.filter { kept.contains($0.key) }
    proximityRanks = proximityRanks.filter { kept.contains($0.key) }
    measures = measures.filter { kept.contains($0.key.network) && $0.key.options.isEmpty }
    subqueries = subqueries.filter { queries.contains($0.key) }
    constants = constants.filter { values.contains($0.key) }
    sets = [ResolvedSet?](repeating: nil, count: plan.sets.count)
    textMemo = [:]
    mappedTexts = [:]
  }

  func result(of output: OutputStatement) throws(RunError) -> ResultSet {
    let query = plan.queries[output.query]
    printed = Set(chain(output.query))
    let frame = try execute(output.query, in: Batch.unit())
    var columns = query.columns.enumerated().map { index, info in
      ResultColumn(info: info, values: frame.columns[index].expanded)
    }
    columns += frame.pivoted.map { column in
      var info = ColumnInfo(
        name: column.name, type: query.pivotedType ?? .nothing, cardinality: .optional)
      info.isPivoted = true
      return ResultColumn(info: info, values: column.values.expanded)
    }
    let footnotes = output.isScalar ? [] : try footnotes(output.query, rows: frame.count)
    if explains { explanations.append(explanation(of: output.query)) }
    for query in printed { traces[query]?.kept = [:] }
    var answer = ResultSet(
      columns: columns, rowCount: frame.count, isScalar: output.isScalar, footnotes: footnotes,
      format: output.format, network: network)
    answer.options = output.options
    answer.files = output.files
    return answer
  }

  /// A message for one row of a batch.
  func message(_ parts: [MessagePart], _ batch: Batch, row: Int) throws(RunError) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .value(let id):
        let value = try evaluate(id, batch)
        text += ValueText.text(value, row, plan.expressions[id].type, network) ?? "missing"
      }
    }
    return text
  }

  func expect(
    _ frame: Frame, _ expectation: Expectation, _ parts: [MessagePart], _ outer: Batch,
    _ range: TextRange
  ) throws(RunError) {
    var offending = (0..<Int32(frame.count)).map { $0 }
    let what: String
    switch expectation {
    case .none:
      if frame.count == 0 { return }
      what = "no rows are expected, and there \(frame.count == 1 ? "is 1" : "are \(frame.count)")"
    case .some:
      if frame.count > 0 { return }
      what = "some rows are expected, and there are none"
    case .exactly(let id):
      let wanted = try number(id, "`expect`", outer)
      if frame.count == wanted { return }
      what = "\(wanted) rows are expected, and there are \(frame.count)"
    case .every(let condition):
      let whole = frame.batch(0..<frame.count, in: outer)
      offending = Selection.rows(try truth(condition, whole).map { 1 &- ($0 & 1) })
      if offending.isEmpty { return }
      what = "\(offending.count) of \(frame.count) rows are not as expected"
    }
    var rows: [String] = []
    let shown = Array(offending.prefix(5))
    let batch = frame.gather(shown, segments: [0, Int32(shown.count)])
      .batch(0..<shown.count, in: outer)
    for row in 0..<shown.count {
      rows.append(
        parts.isEmpty ? "row \(shown[row] + 1)" : try message(parts, batch, row: row))
    }
    throw .failed(RunMessage.unexpected(what, rows: rows, count: offending.count, at: range))
  }
}
