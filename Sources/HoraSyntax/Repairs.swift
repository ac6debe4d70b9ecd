// The one word that puts a wrong text right: misspelt, missing, too many, or another language's.
// In: what a parse found. Out: the same messages, those that one word explains replaced by one about
// that word. Candidates are tried by parsing the text with them: the one that leaves the fewest
// errors is told, and what remains is told as well. Bounded: texts beyond a size are left as they
// are, and only a few errors of a text are tried.

struct Repairs {
  /// Longer texts are left as they are.
  static let mostBytes = 8_000
  static let mostRepairs = 4

  /// A change of the text, and what is said of it.
  struct Candidate {
    var edit: Edit
    var message: Diagnostic
    /// True where it may win over the fix of the message itself.
    var isSpelling = false
  }

  private let limits: SyntaxLimits
  /// Changes made so far, each in the text that the ones before it left.
  private var edits: [Edit] = []

  static func told(_ first: ParseResult, limits: SyntaxLimits) -> [Diagnostic] {
    guard first.hasErrors, !first.isIncomplete, first.tree.source.bytes.count <= mostBytes else {
      return first.diagnostics
    }
    var repairs = Repairs(limits: limits)
    return repairs.run(first)
  }

  private init(limits: SyntaxLimits) { self.limits = limits }

  private mutating func run(_ first: ParseResult) -> [Diagnostic] {
    var current = first
    var told: [Diagnostic] = []
    var hopeless: Set<SourceRange> = []
    for _ in 0..<Repairs.mostRepairs {
      guard
        let error = current.diagnostics.first(where: {
          Repairs.isTried($0) && !hopeless.contains($0.range)
        })
      else { break }
      guard let best = best(for: error, in: current) else {
        hopeless.insert(error.range)
        continue
      }
      told.append(original(best.message))
      let fixed = FixIt("", edits: [best.edit]).applied(to: current.tree.source)
      edits.append(best.edit)
      hopeless = []
      current = parseOnce(fixed, limits: limits)
    }
    if told.isEmpty { return first.diagnostics }
    let all = told + current.diagnostics.map(original)
    let order = all.indices.sorted {
      (all[$0].range.start, $0) < (all[$1].range.start, $1)
    }
    return order.map { all[$0] }
  }

  /// Messages that know another language's habit, or a mark that is not closed, are right already.
  private static func isTried(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.severity == .error else { return false }
    switch diagnostic.code.number {
    case 201...207, 210...212, 215, 217, 231, 232, 253, 261, 264, 265: return true
    default: return false
    }
  }

  private func best(for error: Diagnostic, in result: ParseResult) -> Candidate? {
    let source = result.tree.source
    let before = errors(result)
    let own = error.fixIts.first.map { errors(parseOnce($0.applied(to: source), limits: limits)) }
    let mayYield = [253, 261, 265].contains(error.code.number)
    var best: (errors: Int, candidate: Candidate)?
    for candidate in RepairCandidates(result.tree, error).all() {
      let text = FixIt("", edits: [candidate.edit]).applied(to: source)
      let left = errors(parseOnce(text, limits: limits))
      guard left < (best?.errors ?? before) else { continue }
      // `is` asks for missing: not it, but the word behind it may be misspelt.
      let isBehind = error.code.number != 253 || candidate.edit.range.start >= error.range.end
      // A word that is only somewhat like one of the language was perhaps none.
      let mayWin = candidate.isSpelling ? mayYield && isBehind : error.code.number == 212
      if let own, left > own || (left == own && !mayWin) { continue }
      best = (left, candidate)
      if left == 0 { break }
    }
    return best?.candidate
  }

  private func errors(_ result: ParseResult) -> Int {
    result.diagnostics.count { $0.severity == .error }
  }

  // MARK: Places

  /// A message about the changed text, with places of the text as it was given.
  private func original(_ diagnostic: Diagnostic) -> Diagnostic {
    guard !edits.isEmpty else { return diagnostic }
    var result = diagnostic
    result.range = original(diagnostic.range)
    result.labels = diagnostic.labels.map { Label(original($0.range), $0.text) }
    result.fixIts = diagnostic.fixIts.map { fix in
      FixIt(fix.message, edits: fix.edits.map { Edit(original($0.range), $0.replacement) })
    }
    return result
  }

  private func original(_ range: SourceRange) -> SourceRange {
    SourceRange(start: original(range.start), end: original(range.end))
  }

  private func original(_ offset: Int) -> Int {
    var offset = offset
    for edit in edits.reversed() {
      let end = edit.range.start + edit.replacement.utf8.count
      if offset >= end {
        offset += edit.range.length - edit.replacement.utf8.count
      } else if offset > edit.range.start {
        offset = min(offset, edit.range.end)
      }
    }
    return offset
  }
}
