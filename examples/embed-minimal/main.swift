// A network from Swift arrays, a query, rows as structs.
import Hora
import HoraData

struct Member: Decodable {
  var name: String
  var country: String
  var founded: CivilDate?
}

var builder = NetworkBuilder("demo")
builder.add(
  NetworkTable(
    "members", key: "id",
    [
      .int("id", [1, 2, 3, 4]),
      .text("name", ["Drava Data", "Sava Systems", "Danube Digital", "Adria Code"]),
      .text("country", ["RS", "RS", "RS", "HR"]).refers(to: "countries"),
      .date("founded", [CivilDate(year: 2012, month: 5, day: 1), nil, nil, nil]),
    ]))
builder.add(
  NetworkTable(
    "countries", key: "code", [.text("code", ["RS", "HR"]), .text("name", ["Serbia", "Croatia"])]))
builder.add(
  NetworkTable(
    "competences", key: "id",
    [
      .text("id", ["ai", "ml", "iot"]),
      .text("name", ["AI", "machine learning", "IoT"]),
      .text("parent", [nil, "ai", nil]).isParent(),
    ]))
builder.add(
  NetworkTable(
    "skills",
    [
      .int("member", [1, 2, 3, 4]).refers(to: "members"),
      .text("competence", ["ml", "iot", "ai", "ai"]).refers(to: "competences"),
    ]))

do {
  let environment = Environment(network: try builder.build())
  let program = try environment.compile(
    """
    param place: text
    members where country = $place and competence ~ "AI"
    """)
  for result in try program.run(["place": "Serbia"]).results {
    for member in try result.decode(Member.self) {
      print("\(member.name), \(member.country), \(member.founded?.text ?? "founded some day")")
    }
  }
} catch let error as CompileError {
  let renderer = DiagnosticRenderer(error.source)
  for diagnostic in error.diagnostics { print(renderer.text(diagnostic)) }
}
