// Comes in: a case, its translation, Hora's answer. Goes out: exactly one of four verdicts.

enum Verdict {
  case passes
  case differs(Divergence)
  case outOfScope(ScopeRule)
  case fails(String)
}

struct Judge {
  let runner: Runner

  func verdict(_ test: ForeignCase) throws -> Verdict {
    if let rule = test.unread { return .outOfScope(rule) }
    guard let expected = test.expected else { return .fails("nothing is expected") }
    let translation: Translation
    do throws(OutOfScope) {
      translation = try Translation(test)
    } catch {
      return .outOfScope(error.rule)
    }
    let answer: Answer
    do {
      answer = try runner.answer(translation)
    } catch let error as OutOfScope {
      return .outOfScope(error.rule)
    }
    switch expected {
    case .error(let error): return try judge(error, answer, translation)
    case .rows(let rows, let ordered):
      return judge(rows, ordered, answer, translation, test)
    }
  }

  // MARK: Errors

  private func judge(
    _ expected: String, _ answer: Answer, _ translation: Translation
  ) throws -> Verdict {
    switch answer {
    case .rejected(let codes, let message):
      if codes.allSatisfy({ ExpectedErrors.fits($0, expected) }) { return .passes }
      // An error for a reason of Hora's own.
      if let divergence = Divergence.ofCodes(codes, translation.notes) {
        return .differs(divergence)
      }
      return .fails("error \(codes) \(message), expected \(expected)\n\(translation.program)")
    case .stopped: return .passes
    case .rows(let rows):
      // What is counted as missing is an error under `--strict`; doubtful names are another matter.
      if case .stopped(let code, _) = try runner.answer(translation, strict: true),
        ["H0501", "H0502", "H0503", "H0504", "H0505"].contains(code)
      {
        return .passes
      }
      if let divergence = Divergence.ofAnswer(expected, translation.notes) {
        return .differs(divergence)
      }
      return .fails("answered \(rows.prefix(3)), expected \(expected)\n\(translation.program)")
    }
  }

  // MARK: Rows

  private func judge(
    _ expected: [[Value]], _ ordered: Bool, _ answer: Answer, _ translation: Translation,
    _ test: ForeignCase
  ) -> Verdict {
    switch answer {
    case .rejected(let codes, let message):
      if let divergence = Divergence.ofCodes(codes, translation.notes) {
        return .differs(divergence)
      }
      return .fails("error \(codes) \(message)\n\(translation.program)")
    case .stopped(let code, let message):
      return .fails("stopped: \(code) \(message)\n\(translation.program)")
    case .rows(let rows):
      let comparison = RowComparison(expected, rows, ordered: ordered)
      let notes = translation.notes
      if notes.contains(.decimalByZero) { return .differs(.noNaN) }
      if comparison.isSame, !notes.contains(.listComparison) { return .passes }
      // Where both answers can be reckoned, Hora's must be the one that its rules give.
      var isReckoned = false
      if let theirs = Reckoner.rows(test, .theirs), let ours = Reckoner.rows(test, .ours) {
        guard RowComparison(ours, rows, ordered: ordered).isSame else {
          return .fails("\(rows), by Hora's rules \(ours)\n\(translation.program)")
        }
        guard RowComparison(expected, theirs, ordered: ordered).isSame else {
          return .fails("reckoned \(theirs), expected \(expected)\n\(translation.program)")
        }
        isReckoned = true
      }
      if let divergence = Divergence.ofRows(comparison, notes, isReckoned: isReckoned) {
        return .differs(divergence)
      }
      return .fails("\(rows.prefix(4)), expected \(expected.prefix(4))\n\(translation.program)")
    }
  }
}

/// Two tables side by side.
struct RowComparison {
  let expected: [[Value]]
  let rows: [[Value]]
  let isSame: Bool
  /// The same rows in another order.
  let isReordered: Bool

  init(_ expected: [[Value]], _ rows: [[Value]], ordered: Bool) {
    self.expected = expected
    self.rows = rows
    let inOrder =
      expected.count == rows.count
      && zip(expected, rows).allSatisfy { Self.same($0, $1) }
    let asBag = Self.sameBag(expected, rows)
    isSame = ordered ? inOrder : asBag
    isReordered = asBag && !inOrder
  }

  static func same(_ a: [Value], _ b: [Value]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
  }

  private static func sameBag(_ a: [[Value]], _ b: [[Value]]) -> Bool {
    guard a.count == b.count else { return false }
    var rest = b
    for row in a {
      guard let place = rest.firstIndex(where: { same(row, $0) }) else { return false }
      rest.remove(at: place)
    }
    return true
  }

  /// All that is expected, and more.
  var hasMore: Bool {
    guard rows.count > expected.count else { return false }
    var rest = rows
    for row in expected {
      guard let place = rest.firstIndex(where: { Self.same(row, $0) }) else { return false }
      rest.remove(at: place)
    }
    return true
  }

  /// Pairs of cells that differ, where the tables have the same shape.
  var differences: [(expected: Value, got: Value)]? {
    guard expected.count == rows.count, zip(expected, rows).allSatisfy({ $0.count == $1.count })
    else { return nil }
    return zip(expected, rows).flatMap { wanted, got in
      zip(wanted, got).filter { !$0.isSame(as: $1) }.map { (expected: $0, got: $1) }
    }
  }
}

/// Which of Hora's errors say what an expected error says.
enum ExpectedErrors {
  static func fits(_ code: Int, _ expected: String) -> Bool {
    func says(_ words: String...) -> Bool { words.contains { expected.contains($0) } }
    switch code {
    // Not built: no answer at all.
    case 399: return false
    // A text that does not parse says that a number or an amount is none.
    case ..<300:
      return says(
        "Overflow", "overflow", "Negative", "InvalidNumber", "range", "InvalidArgumentType",
        "NonConstantExpression")
    // Unknown names and functions.
    case 301, 303, 309:
      return says(
        "UndefinedVariable", "undeclared", "unbound", "unknown variable", "VariableTypeConflict",
        "AmbiguousAggregation", "InvalidAggregation")
    // Lists of several types, or of lists, were never in Hora: what the case asks for is not reached.
    case 313, 321, 322: return false
    // No condition.
    case 312: return says("InvalidArgumentType", "overload", "TypeError")
    // A name that the thing before the dot does not have.
    case 302, 311: return says("InvalidArgument", "UndefinedVariable", "overload", "TypeError")
    default: return true
    }
  }
}
