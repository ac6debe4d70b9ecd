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
        try check(texts(right), field, dictionary, plan.expressions[right].range)
      } else if let (field, dictionary) = vocabulary(of: right), plan.expressions[left].isConstant {
        try check(texts(left), field, dictionary, plan.expressions[left].range)
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
    _ texts: [String], _ field: Field, _ dictionary: TextDictionary, _ range: TextRange
  ) throws(RunError) {
    for text in texts {
      if dictionary.code(of: text) != nil || field.categories.contains(text) { continue }
      let issue = RunMessage.unknownValue(
        text, of: field.name, nearest: nearestValues(text, dictionary), at: range)
      if field.closed || strict { throw .failed(issue) }
      note(issue)
    }
  }

  private func nearestValues(_ text: String, _ dictionary: TextDictionary) -> [String] {
    let wanted = Array(SearchForm.of(text).utf8)
    guard !wanted.isEmpty, wanted.count <= 100 else { return [] }
    let allowed = max(1, wanted.count / 3)
    var found: [(distance: Int, code: Int32)] = []
    for code in 0..<Int32(dictionary.count) {
      let distance = dictionary.forms.with(code) { form -> Int? in
        guard abs(form.count - wanted.count) <= allowed else { return nil }
        return EditDistance.between(wanted, Array(form))
      }
      if let distance, distance <= allowed { found.append((distance, code)) }
    }
    return found.sorted { ($0.distance, $0.code) < ($1.distance, $1.code) }
      .prefix(3).map { dictionary.string($0.code) }
  }
}
