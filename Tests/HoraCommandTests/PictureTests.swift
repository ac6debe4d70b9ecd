// Pictures and reports from the command line: the file's ending says on what a picture is drawn.

import Foundation
import Testing

@Test func endingsSayOnWhatAPictureIsDrawn() throws {
  let folder = try Folder()
  let query = "members where country.network count by country show bars"
  for (file, beginning) in [
    ("a.svg", "<?xml"), ("a.html", "<!DOCTYPE html>"), ("a.csv", "country,count\n"),
    ("a.txt", "count by country ("),
  ] {
    let answer = try folder.hora(["-o", file, "-c", query])
    #expect(answer.code == 0, "\(answer)")
    #expect(try folder.text(file).hasPrefix(beginning), "\(file)")
  }
  let forced = try folder.hora(["--format", "csv", "-c", query])
  #expect(forced.output.hasPrefix("country,count\n"))
  let saved = try folder.hora(["-c", query + " save \"b.svg\""])
  #expect(saved.code == 0 && saved.output.hasPrefix("count by country ("))
  #expect(try folder.text("b.svg") == folder.text("a.svg"))
  let none = try folder.hora(["--format", "null", "-c", query])
  #expect(none.code == 0 && none.output.isEmpty)
}

@Test func reportsOfTheExample() throws {
  let folder = try Folder()
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let text = root.appending(path: "examples/reports/landscape.md").path
  let answer = try folder.hora(["report", text, "-o", "page.html"])
  #expect(answer.code == 0 && answer.errors.isEmpty, "\(answer.errors)")
  let page = try folder.text("page.html")
  #expect(page.contains("<h1>The Balkan and Black Sea ICT landscape</h1>"))
  #expect(page.components(separatedBy: "<svg class=\"hora\"").count - 1 == 2 * 7)
  let count = try folder.hora(["-c", "count(members where country.network)"]).output
  #expect(page.contains(">\(count.trimmingCharacters(in: .newlines))</span>"))
  #expect(page.contains("CORDIS data"))
  _ = try folder.hora(["report", text, "-o", "again.html"])
  #expect(try folder.text("again.html") == page)
}

@Test func messagesPointIntoTheReport() throws {
  let folder = try Folder([
    "r.md": "# A\n\nText.\n\n```hora\nmembers\n  where contry = \"RS\"\n```\n"
  ])
  let answer = try folder.hora(["report", "r.md"])
  #expect(answer.code == 3 && answer.errors.contains("r.md:7:9"), "\(answer.errors)")
  let none = try folder.hora(["report", "none.md"])
  #expect(none.code == 2)
}
