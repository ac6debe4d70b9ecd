// The specification files: what Tests/Spec/README.md says, read into cases.

import Foundation

struct SpecCase: Sendable {
  var file: String
  var name: String
  var headers: [String: String]
  var program: String
  var sql: String?
  var expect: String?
}

enum SpecFiles {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func cases(in folder: String) throws -> [SpecCase] {
    let directory = root.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
      .filter { $0.hasSuffix(".hora") }.sorted()
    return try names.flatMap { name in
      try cases(text: text(folder + "/" + name), file: name)
    }
  }

  static func cases(text: String, file: String) -> [SpecCase] {
    var result: [SpecCase] = []
    for block in text.components(separatedBy: "\n===\n") {
      var headers: [String: String] = [:]
      var sections: [String: [String]] = [:]
      var section = "program"
      for line in block.components(separatedBy: "\n") {
        if line == "===" || (line.hasPrefix("#") && !line.hasPrefix("##") && headers["case"] == nil)
        {
          continue
        }
        let isProgramEmpty = (sections["program"] ?? []).allSatisfy(\.isEmpty)
        if line.hasPrefix("## "), section == "program", isProgramEmpty,
          let colon = line.firstIndex(of: ":")
        {
          let key = line[line.index(line.startIndex, offsetBy: 3)..<colon]
          headers[String(key)] = line[line.index(after: colon)...].trimmingCharacters(
            in: .whitespaces)
        } else if line.hasPrefix("--- ") {
          section = line.dropFirst(4).trimmingCharacters(in: .whitespaces)
          sections[section] = []
        } else {
          sections[section, default: []].append(line)
        }
      }
      guard let name = headers["case"] else { continue }
      func joined(_ key: String) -> String? {
        sections[key].map { $0.joined(separator: "\n").trimmingCharacters(in: .newlines) }
      }
      result.append(
        SpecCase(
          file: file, name: name, headers: headers, program: joined("program") ?? "",
          sql: joined("sql"), expect: joined("expect")))
    }
    return result
  }
}

/// Rows of text, with a header line. Missing is nil.
struct SpecTable: Equatable {
  var header: [String]
  var rows: [[String?]]

  init(header: [String], rows: [[String?]]) {
    self.header = header
    self.rows = rows
  }

  /// CSV as RFC 4180 has it; an unquoted empty cell is missing.
  init(csv: String) {
    var all: [[String?]] = []
    var row: [String?] = []
    var cell = ""
    var wasQuoted = false
    var inQuotes = false
    let characters = Array(csv.unicodeScalars)
    var index = 0
    func end() {
      row.append(cell.isEmpty && !wasQuoted ? nil : cell)
      cell = ""
      wasQuoted = false
    }
    while index < characters.count {
      let scalar = characters[index]
      if inQuotes {
        if scalar == "\"" {
          if index + 1 < characters.count, characters[index + 1] == "\"" {
            cell.unicodeScalars.append(scalar)
            index += 1
          } else {
            inQuotes = false
          }
        } else {
          cell.unicodeScalars.append(scalar)
        }
      } else if scalar == "\"" {
        inQuotes = true
        wasQuoted = true
      } else if scalar == "," {
        end()
      } else if scalar == "\n" {
        end()
        all.append(row)
        row = []
      } else {
        cell.unicodeScalars.append(scalar)
      }
      index += 1
    }
    end()
    all.append(row)
    header = all.first?.map { $0 ?? "" } ?? []
    rows = Array(all.dropFirst())
  }

  /// What is different, in words; nil where nothing is.
  func difference(from wanted: SpecTable, anyOrder: Bool, anyColumns: Bool) -> String? {
    if !anyColumns && header != wanted.header {
      return "columns \(header), wanted \(wanted.header)"
    }
    if rows.count != wanted.rows.count {
      return "\(rows.count) rows, wanted \(wanted.rows.count)\n" + preview(wanted)
    }
    var mine = rows
    var theirs = wanted.rows
    if anyOrder {
      func key(_ row: [String?]) -> String { row.map { $0 ?? "\u{0}" }.joined(separator: "\u{1}") }
      mine.sort { key($0) < key($1) }
      theirs.sort { key($0) < key($1) }
    }
    for (index, (left, right)) in zip(mine, theirs).enumerated() {
      if left.count != right.count || !zip(left, right).allSatisfy(SpecTable.same) {
        return "row \(index + 1): \(show(left)), wanted \(show(right))\n" + preview(wanted)
      }
    }
    return nil
  }

  private func preview(_ wanted: SpecTable) -> String {
    "got\n" + rows.prefix(6).map(show).joined(separator: "\n") + "\nwanted\n"
      + wanted.rows.prefix(6).map(show).joined(separator: "\n")
  }

  private func show(_ row: [String?]) -> String {
    row.map { $0 ?? "∅" }.joined(separator: " | ")
  }

  static func same(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    if left == right { return true }
    guard let a = Double(left), let b = Double(right) else { return false }
    if let x = Int64(left), let y = Int64(right) { return x == y }
    let difference = abs(a - b)
    return difference <= 1e-6 || difference <= 1e-9 * max(abs(a), abs(b))
  }
}
