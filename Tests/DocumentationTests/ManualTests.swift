// Every program of the manual is run, and what it prints is what the page shows. HORA_UPDATE=1 writes what it
// prints into the pages.

import Foundation
import Hora
import HoraData
import Testing

@testable import HoraCommand

enum ManualNetworks {
  static let real = load("examples/networks/balkan-black-sea")
  static let made = load("Tests/Spec/made/network")
  static let region = load("examples/networks/h2020-region")

  private static func load(_ path: String) -> Result<Network, LoadError> {
    Result { () throws(LoadError) in
      try NetworkLoader.load([.path(ManualPage.root.appending(path: path).path)]).network
    }
  }
}

@Suite struct ManualTests {
  private let updates = ProcessInfo.processInfo.environment["HORA_UPDATE"] == "1"

  @Test(arguments: ManualPage.all.map(\.path))
  func examplesPrintWhatThePageShows(_ path: String) throws {
    var page = try ManualPage(path)
    let texts = Dictionary(
      page.blocks.compactMap { block in block.value("file").map { ($0, block.text + "\n") } },
      uniquingKeysWith: { first, _ in first })
    // From the last to the first, so that places stay right while outputs change.
    for block in page.blocks.reversed() {
      guard let shown = try shown(block, texts, page) else { continue }
      if updates {
        page.setOutput(below: block, shown)
      } else {
        let output = page.output(below: block)?.text
        #expect(output == shown, "\(path):\(block.range.lowerBound + 1)\n\(shown)")
      }
    }
    if updates { try page.write() }
  }

  /// Pages are compiled in: a build that missed a change shows old ones.
  @Test func theBinaryCarriesThesePages() {
    for page in ManualPage.all {
      let carried = Documentation.page(page.path)?.text
      #expect(carried == page.lines.joined(separator: "\n"), "\(page.path)")
    }
  }

  /// Nobody takes what is made up for a fact.
  @Test func madeUpDataIsCalledSo() {
    for page in ManualPage.all {
      for block in page.blocks where block.value("data") == "made" {
        let above = page.lines[..<block.range.lowerBound].last { !$0.isEmpty } ?? ""
        #expect(above.contains("made up"), "\(page.path):\(block.range.lowerBound + 1)")
      }
    }
  }

  /// No output is left behind by a program that is gone.
  @Test func everyOutputStandsBelowAProgram() {
    for page in ManualPage.all {
      let programs = page.blocks.filter { ["hora", "sh"].contains($0.language) }
      let outputs = programs.compactMap { page.output(below: $0)?.range }
      for block in page.blocks where block.language == "text" {
        #expect(outputs.contains(block.range), "\(page.path):\(block.range.lowerBound + 1)")
      }
    }
  }

  /// What a block prints; nil for one that is not run.
  private func shown(
    _ block: ManualPage.Block, _ texts: [String: String], _ page: ManualPage
  ) throws -> String? {
    let place = "\(page.path):\(block.range.lowerBound + 1)"
    switch block.language {
    case "hora" where block.value("file") == nil:
      let network =
        switch block.value("data") {
        case "made": try ManualNetworks.made.get()
        case "region": try ManualNetworks.region.get()
        case "files": try load(texts).network
        default: try ManualNetworks.real.get()
        }
      let example = try Example(block, network, texts: texts)
      if block.options.contains("wrong") {
        #expect(example.isWarned, "\(place): nothing is said\n\(example.printed)")
      } else {
        #expect(!example.hasFailed, "\(place)\n\(example.printed)")
      }
      #expect(!example.printed.isEmpty, "\(place) prints nothing")
      return example.printed
    case "sh": return try Shell(block.text).shown { try load(texts) }
    default: return nil
    }
  }

  private func load(_ texts: [String: String]) throws -> LoadResult {
    let files = texts.filter { !$0.key.hasSuffix(".hora") }.map { ($0.key, $0.value) }
    return try NetworkLoader.load([
      .tree(MemoryTree(name: "data", texts: files.sorted { $0.0 < $1.0 }))
    ])
  }

  /// What pages on other languages tell to write is understood.
  @Test(arguments: ManualPage.all.filter { $0.path.hasPrefix("topics/from-") }.map(\.path))
  func programsInTablesCompile(_ path: String) throws {
    let programs = try ManualPage(path).programsInTables
    #expect(programs.count > 8)
    let networks = [try ManualNetworks.real.get(), try ManualNetworks.made.get()]
    for program in programs {
      let messages = networks.map { network -> String? in
        do throws(CompileError) {
          _ = try Environment(network: network).compile(SourceText(program))
          return nil
        } catch {
          return error.diagnostics.map(\.message).joined(separator: "; ")
        }
      }
      #expect(messages.contains(nil), "\(path): \(program): \(messages)")
    }
  }

  @Test func linksLeadSomewhere() throws {
    let pages = Set(ManualPage.all.map(\.path))
    for page in ManualPage.all {
      for link in page.links {
        guard let target = page.target(link) else { continue }
        let file = ManualPage.root.appending(path: "Documentation/" + target)
        #expect(FileManager.default.fileExists(atPath: file.path), "\(page.path): \(link)")
      }
    }
    let index = try ManualPage("index.md")
    let linked = Set(index.links.compactMap { index.target($0) })
    #expect(pages.subtracting(linked).subtracting(["index.md"]).sorted() == [])
  }
}
