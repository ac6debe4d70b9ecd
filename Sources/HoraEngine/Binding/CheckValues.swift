// Comes in: comparisons of text fields with texts known beforehand. Goes out: a warning for each
// text that no value of a small vocabulary equals, with the nearest values. Values are looked at
// here and nowhere else before the first row.

extension Run {
  /// A vocabulary with more different values than this is not looked through.
  private static var smallVocabulary: Int { 1000 }

  func checkValues() throws(RunError) {
    for expression in plan.expressions {
      guard case .compare(.equal, let left, let right) = expression.kind,
        plan.expressions[left].type == .text, plan.expressions[right].type == .text
      else { continue }
      if let (field, dictionary) = vocabulary(of: left), plan.expressions[right].isConstant {
        try check(texts(right), field, dictionary, left, plan.expressions[right].range)
      } else if let (field, dictionary) = vocabulary(of: right), plan.expressions[left].isConstant {
        try check(texts(left), field, dictionary, right, plan.expressions[left].range)
      }
    }
  }

  private func vocabulary(of id: ExpressionID) -> (Field, TextDictionary)? {
    guard case .field(let source, let index) = plan.expressions[id].kind,
      case .entity(let collection) = plan.expressions[source].type
    else { return nil }
    let dictionary: TextDictionary
    switch network.collections[collection].columns[index] {
    case .scalar(.text(_, let texts)), .list(_, .text(_, let texts)): dictionary = texts
    default: return nil
    }
    let field = network.schema.collections[collection].fields[index]
    guard field.closed || dictionary.count <= Run.smallVocabulary else { return nil }
    return (field, dictionary)
  }

  private func check(
    _ texts: [String], _ field: Field, _ dictionary: TextDictionary, _ path: ExpressionID,
    _ range: TextRange
  ) throws(RunError) {
    for text in texts {
      if dictionary.code(of: text) != nil || field.categories.contains(text) { continue }
      let issue = RunMessage.unknownValue(
        text, of: field.name, nearest: nearestValues(text, dictionary, path),
        known: knownValues(dictionary, path), at: range)
      if field.closed || strict { throw .failed(issue) }
      note(issue)
    }
  }

  private func nearestValues(
    _ text: String, _ dictionary: TextDictionary, _ path: ExpressionID
  ) -> [NearValue] {
    let wanted = Array(SearchForm.of(text).utf8)
    guard !wanted.isEmpty, wanted.count <= 100 else { return [] }
    var found: [(distance: Int, code: Int32)] = []
    for code in 0..<Int32(dictionary.count) {
      let distance = dictionary.forms.with(code) { NearText.distance(wanted, Array($0)) }
      if let distance { found.append((distance, code)) }
    }
    let best = found.sorted { ($0.distance, $0.code) < ($1.distance, $1.code) }.prefix(3)
    return counted(best.map(\.code), dictionary, path)
  }

  /// The values of a vocabulary that is small enough to be told.
  private func knownValues(_ dictionary: TextDictionary, _ path: ExpressionID) -> [NearValue] {
    dictionary.count <= 8 ? counted((0..<Int32(dictionary.count)).map { $0 }, dictionary, path) : []
  }

  /// Values of a field, each with how many rows have it.
  private func counted(
    _ codes: [Int32], _ dictionary: TextDictionary, _ path: ExpressionID
  ) -> [NearValue] {
    guard case .field(let source, let field) = plan.expressions[path].kind,
      case .entity(let collection) = plan.expressions[source].type
    else { return [] }
    let held: [Int32]
    switch network.collections[collection].columns[field] {
    case .scalar(.text(let codes, _)), .list(_, .text(let codes, _)): held = codes
    default: held = []
    }
    return codes.map { code in
      let count = held.reduce(0) { $0 + ($1 == code ? 1 : 0) }
      return NearValue(
        text: dictionary.string(code), count: count,
        rows: NearText.rows(count, network.schema.collections[collection]))
    }.filter { $0.count != 0 }
  }
}
