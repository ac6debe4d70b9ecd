// `where p` and `where not p` split the source in two, for p of every form a predicate can have.

import Foundation
import Hora
import Testing

/// Draws predicates over the members of the made network.
struct PredicateGenerator {
  var random: SeededGenerator
  private(set) var counts: [String: Int] = [:]

  init(seed: UInt64) { random = SeededGenerator(state: seed) }

  mutating func one<T>(_ items: [T]) -> T { items.randomElement(using: &random) ?? items[0] }

  static let forms = [
    "number", "text", "date", "bool field", "interval", "range", "list", "not in", "entity text",
    "entity entity", "entity list", "words", "words entity", "concept ~", "concept !~", "under",
    "not under", "under path", "missing", "not missing", "exists", "many =", "many !=", "many date",
    "some", "every", "no", "at least", "at most", "exactly", "quantified path", "filter",
    "link filter",
    "aggregate", "set query", "set path", "correlated", "if", "function", "coalesce", "hidden name",
    "arithmetic", "duration", "looked up", "regex", "fuzzy", "pieces", "similarity", "and", "or",
    "not", "brackets",
  ]

  mutating func predicate(depth: Int = 0) -> String {
    let form = one(
      depth > 2 ? Array(PredicateGenerator.forms.dropLast(4)) : PredicateGenerator.forms)
    counts[form, default: 0] += 1
    return text(form, depth)
  }

  private mutating func text(_ form: String, _ depth: Int) -> String {
    let compare = one(["=", "!=", "<", "<=", ">", ">="])
    let concept = one(["\"AI\"", "\"IoT\"", "\"ICT\"", "\"machine learning\"", "\"Cybersecurity\""])
    let country = one([
      "\"Serbia\"", "\"RS\"", "\"Србија\"", "\"Romania\"", "\"Bulgaria\"", "\"XX\"",
    ])
    let status = one(["\"open\"", "\"closed\"", "\"\""])
    let number = one(["0", "1", "2", "3", "40", "80", "1000000"])
    let date = one(["2010-06-01", "2015-12", "2012-Q4", "2010", "2005-01-15", "2030"])
    switch form {
    case "number": return "size \(compare) \(number)"
    case "text": return "city \(compare) \(one(["\"Sofia\"", "\"novi sad\"", "\"Čačak\"", "\"\""]))"
    case "date": return "founded \(compare) \(date)"
    case "bool field": return one(["country.eu27", "not country.eu27", "country.eu27 = true"])
    case "interval": return "founded in \(one(["2010", "2015-Q4", "2012-10", "2005-01"]))"
    case "range": return one(["size in 10..80", "founded in 2005..2012", "city in \"a\"..\"n\""])
    case "list":
      return one(["size in [40, 80, 120]", "city in [\"Sofia\", \"Beograd\"]", "size in []"])
    case "not in": return one(["size not in 10..80", "city not in [\"Sofia\"]"])
    case "entity text": return "country \(one(["=", "!="])) \(country)"
    case "entity entity":
      return "country \(one(["=", "!="])) members[\(one(["1", "2", "3"]))].country"
    case "entity list": return "country \(one(["in", "not in"])) [\(country), \"BG\"]"
    case "words":
      return
        "\(one(["name", "description"])) \(one(["~", "!~"])) \(one(["\"ict\"", "\"made\"", "\"smart cities\"", "\"s*\"", "\"\""]))"
    case "words entity": return "country ~ \(one(["\"serbia\"", "\"north\"", "\"b*\""]))"
    case "concept ~": return "competence ~ \(concept)"
    case "concept !~": return "competences !~ [\(concept), \"Energy\"]"
    case "under": return "competence under \(concept)"
    case "not under": return "not competence under \(concept)"
    case "under path": return "competences under members[\(one(["1", "2"]))].competences"
    case "missing":
      return "\(one(["website", "size", "founded", "country", "competences"])) is missing"
    case "not missing": return "\(one(["website", "size", "city", "projects"])) is not missing"
    case "exists":
      return "exists \(one(["projects", "website", "partners", "projects[status = \(status)]"]))"
    case "many =": return "projects.status = \(status)"
    case "many !=": return "projects.status != \(status)"
    case "many date": return "projects.start \(compare) \(date)"
    case "some": return "some projects.status != \(status)"
    case "every": return "every projects.status = \(status)"
    case "no":
      return one([
        "no projects", "no projects.budget > \(number)", "no partners.country = \(country)",
      ])
    case "at least": return "at least \(one(["0", "1", "2", "5"])) projects.status = \(status)"
    case "at most": return "at most \(one(["0", "1", "3"])) partners"
    case "exactly": return "exactly \(one(["0", "1", "2"])) competences under \(concept)"
    case "quantified path": return "every projects.members.country = \(country)"
    case "filter": return "exists projects[programme = \"Horizon Europe\" and budget > \(number)]"
    case "link filter":
      return
        "exists projects[role = \(one(["\"coordinator\"", "\"partner\""])) and status = \(status)]"
    case "aggregate":
      return
        "\(one(["count(projects)", "sum(projects.budget)", "max(partners.size)", "avg(projects.budget)"])) \(compare) \(number)"
    case "set query": return "it in (members where size > \(number))"
    case "set path": return "it \(one(["in", "not in"])) members[\(one(["1", "2", "3"]))].partners"
    case "correlated": return "exists (projects where budget > \(number) and status = \(status))"
    case "if": return "if size > \(number) then country = \(country) else exists projects"
    case "function":
      return one([
        "length(name) > 6", "contains(fold(name), \"ict\")", "year(founded) > 2009",
        "starts_with(name, \"S\")",
      ])
    case "coalesce": return "(size ?? 0) \(compare) \(number)"
    case "hidden name": return "exists partners[country != members[1].country]"
    case "arithmetic": return "size / count(projects) \(compare) \(number)"
    case "regex":
      return
        "\(one(["name", "website", "competences", "country", "partners.city"])) \(one(["~", "!~"])) \(one(["/^S/", "/a.*i/i", "/\\d|-/", "/^$/", "/\\bICT\\b/"]))"
    case "fuzzy":
      return
        "\(one(["name", "website", "competence", "country"])) \(one(["~", "!~"])) \(one(["fuzzy(\"serbai\")", "[\"AI\", fuzzy(\"secure\", 2)]"]))"
    case "pieces":
      return one([
        "split(name, \" \") = \"ICT\"", "some split(city, \" \") != \"Novi\"",
        "join(projects.programme, \",\") \(compare) \"Horizon\"",
        "every split(website, \".\") ~ /e/",
      ])
    case "similarity": return "similarity(name, city) \(compare) 0.5"
    case "duration": return "exists projects[end - start > \(one(["1y", "90d", "18mo"]))]"
    case "looked up": return "partners = members[\(one(["\"VOICT\"", "2", "\"Sofia ICT\""]))]"
    case "and": return "\(inner(depth)) and \(inner(depth))"
    case "or": return "\(inner(depth)) or \(inner(depth)) or \(inner(depth))"
    case "not": return "not \(inner(depth))"
    default: return "(\(predicate(depth: depth + 1)))"
    }
  }

  private mutating func inner(_ depth: Int) -> String { "(\(predicate(depth: depth + 1)))" }
}

struct SplitTests {
  @Test func whereAndWhereNotSplitTheSource() throws {
    let network = try TestNetworks.made()
    var generator = PredicateGenerator(seed: 20_261_123)
    let all = try TestNetworks.rows("members select id", network)
    // `scripts/test-all` draws more.
    let isHeavy = ProcessInfo.processInfo.environment["HORA_HEAVY"] != nil
    for _ in 0..<(isHeavy ? 20_000 : 1500) {
      let p = generator.predicate()
      let kept = try rows("members where \(p) select id", network)
      let others = try rows("members where not (\(p)) select id", network)
      // Both in the order of the source, together all of it, nothing twice.
      let sorted = all.filter { kept.contains($0) || others.contains($0) }
      #expect(sorted == all && kept.count + others.count == all.count, "\(p)")
      #expect(kept == all.filter { kept.contains($0) }, "\(p)")
      #expect(others == all.filter { others.contains($0) }, "\(p)")
    }
    for form in PredicateGenerator.forms {
      let count = generator.counts[form] ?? 0
      print("split: \(form): \(count)")
      #expect(count >= 5, "\(form) was drawn too rarely")
    }
  }

  private func rows(_ program: String, _ network: Network) throws -> [String] {
    do {
      return try TestNetworks.rows(program, network)
    } catch let error as CompileError {
      throw Rejected(program: program, why: error.diagnostics.map { "\($0.code) \($0.message)" })
    }
  }

  struct Rejected: Error {
    var program: String
    var why: [String]
  }
}
