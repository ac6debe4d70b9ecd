// What the formatter must not change: the plan of a program, and with it every answer and every
// column's name.

import Hora
import HoraData
import Testing

@Suite struct FormattedTests {
  @Test(arguments: ["made", "real"])
  func planStays(_ part: String) throws {
    let data =
      part == "made" ? "Tests/Spec/made/network" : "examples/networks/balkan-black-sea"
    let network = try NetworkLoader.load([.path(SpecFiles.root.appending(path: data).path)]).network
    let environment = Environment(network: network)
    var count = 0
    for `case` in try SpecFiles.cases(in: "Tests/Spec/\(part)") {
      guard let program = try? environment.compile(`case`.program),
        let text = format(parse(SourceText(`case`.program)).tree)
      else { continue }
      count += 1
      let again = try environment.compile(text)
      #expect(
        again.plan.dump(network.schema) == program.plan.dump(network.schema), "\(text)")
    }
    #expect(count > 10)
  }

  @Test func columnsAreCalledTheSameHoweverTheyAreWritten() throws {
    let network = try NetworkLoader.load([
      .path(SpecFiles.root.appending(path: "Tests/Spec/made/network").path)
    ]).network
    func names(_ program: String) throws -> [String] {
      try Environment(network: network).compile(program).run().results[0].columns.map(\.info.name)
    }
    let wide = try names("members summarize COUNT( )+1 , max( size )*2 , count( )")
    let long = try names(
      "members\nsummarize\ncount()\n+ # c\n1,\n  MAX(size) *\n2 , Count()")
    #expect(wide == ["COUNT() + 1", "max(size) * 2", "count"])
    #expect(long == ["count() + 1", "MAX(size) * 2", "count"])
    #expect(try names("1+ 1") == ["1 + 1"])
  }
}
