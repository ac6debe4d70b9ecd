// Comes in: a frame and a `cover`. Goes out: the rows of the best set, or of the best few, in the frame's
// order, with what each of them covers. What it has to say of the search is noted.

extension Run {
  func cover(
    _ frame: Frame, _ cover: CoverPlan, _ outer: Batch, _ range: TextRange
  ) throws(RunError) -> Frame {
    let needs = try needs(cover)
    let question = try CoverQuestion(frame, cover, needs, outer, self)
    let wanted = try cover.best.map { (id) throws(RunError) in
      try number(id, "`best`", Batch.unit())
    }
    var rows: [Int32] = []
    var options: [Int64] = []
    var segments: [Int32] = [0]
    var remarks: [String] = []
    for segment in 0..<(frame.segments.count - 1) {
      let candidates = question.candidates(
        Int(frame.segments[segment])..<Int(frame.segments[segment + 1]))
      let problem = question.problem(candidates)
      let answer = try CoverSearch.best(problem, wanted: wanted ?? 1, self)
      if answer.sets.isEmpty {
        try explain(answer, problem, question, wanted ?? 1, range)
      } else {
        remarks = question.remarks(answer, candidates, best: wanted)
        if !answer.isProven {
          note(RunMessage.notProven(answer, hasWishes: question.hasWishes, at: range))
        }
      }
      for (place, set) in answer.sets.enumerated() {
        rows += set.rows.map { candidates[Int($0)] }
        options += set.rows.map { _ in Int64(place + 1) }
      }
      segments.append(Int32(rows.count))
    }
    // In a query for many rows each has sets of its own, and a line on one says nothing.
    coverRemarks[range.start] = frame.segments.count == 2 ? remarks : []
    try question.tell(range)
    var result = frame.gather(rows, segments: segments)
    if cover.best != nil { result.columns.append(.int(options, [])) }
    result.columns.append(question.covers(rows))
    return result
  }

  /// Why there is no set: needs that too few rows cover, else what cannot be met together.
  private func explain(
    _ answer: CoverAnswer, _ problem: CoverProblem, _ question: CoverQuestion, _ wanted: Int,
    _ range: TextRange
  ) throws(RunError) {
    guard wanted > 0, !question.isEmpty else { return }
    let short = problem.demands.filter {
      $0.weight == nil && $0.item < question.needs.count && $0.rows.count < $0.count
    }
    let issue: RunIssue
    if !short.isEmpty {
      issue = RunMessage.uncovered(
        short.map { (question.needs.names[$0.item], $0.rows.count, $0.count) }, at: range)
    } else {
      let conflict = try CoverConflict.smallest(problem, self)
      issue =
        conflict.isEmpty
        ? RunMessage.notProven(answer, hasWishes: question.hasWishes, at: range)
        : RunMessage.impossible(conflict.map { question.describe($0) }, at: range)
    }
    if strict { throw .failed(issue) }
    note(issue)
  }
}
