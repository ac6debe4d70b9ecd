// Comes in: the bytes of a rule file. Goes out: an eligibility rule, or what is wrong with the file. Every
// fact of the rule is in the file; examples/rules/README.md tells the form.

import HoraEngine

public enum RuleReader {
  /// - Parameter file: shown in messages.
  public static func rule(
    _ bytes: UnsafeRawBufferPointer, file: String
  ) throws(LoadError) -> EligibilityRule {
    let json = try JSONScanner.parse(bytes.bindMemory(to: UInt8.self), file: file)
    guard let name = json["name"]?.text, !name.isEmpty else {
      throw Messages.badRule(file, "it has no `name`")
    }
    var requirements: [EligibilityRule.Requirement] = []
    for part in json["requires"]?.array ?? [] {
      guard let count = part["countries"]?.scalarText.flatMap({ Int($0) }), count > 0,
        let statuses = part["status"]?.texts, !statuses.isEmpty
      else {
        throw Messages.badRule(file, "`requires` needs `countries`, a number, and `status`, a list")
      }
      var wanted: [EligibilityRule.Status] = []
      for word in statuses { wanted.append(try status(word, file)) }
      requirements.append(EligibilityRule.Requirement(countries: count, statuses: wanted))
    }
    guard !requirements.isEmpty else { throw Messages.badRule(file, "it has no `requires`") }
    var countries: [EligibilityRule.Country] = []
    for country in json["countries"]?.array ?? [] {
      guard let names = country["names"]?.texts, !names.isEmpty,
        let word = country["status"]?.text
      else { throw Messages.badRule(file, "a country needs `names` and `status`") }
      var since: CivilDate?
      if let text = country["since"]?.text {
        since = CivilDate(text: text)
        if since == nil { throw Messages.badRule(file, "\"\(text)\" is no date") }
      }
      countries.append(
        EligibilityRule.Country(
          names: names, status: try status(word, file), since: since,
          source: country["source"]?.text ?? "unchecked"))
    }
    return EligibilityRule(
      name: name, title: json["title"]?.text ?? name, source: json["source"]?.text ?? "unchecked",
      requirements: requirements, countries: countries)
  }

  /// The rule of a file.
  public static func rule(at path: String) throws(LoadError) -> EligibilityRule {
    let bytes = try SystemFiles.read(path)
    return try rule(UnsafeRawBufferPointer(bytes.bytes), file: path)
  }

  private static func status(
    _ word: String, _ file: String
  ) throws(LoadError) -> EligibilityRule.Status {
    guard let status = EligibilityRule.Status(rawValue: word) else {
      let known = EligibilityRule.Status.allCases.map(\.rawValue).joined(separator: ", ")
      throw Messages.badRule(file, "\"\(word)\" is no status; they are \(known)")
    }
    return status
  }
}
