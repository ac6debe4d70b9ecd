// SQLite through its C interface: the independent engine that the programs over real data are
// compared with.

import CSQLite
import Foundation

final class SQLite {
  private var handle: OpaquePointer?

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  init() throws {
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK else {
      throw Failure(description: "SQLite does not open")
    }
  }

  deinit { sqlite3_close(handle) }

  func script(_ sql: String) throws {
    var message: UnsafeMutablePointer<CChar>?
    guard sqlite3_exec(handle, sql, nil, nil, &message) == SQLITE_OK else {
      let text = message.map { String(cString: $0) } ?? "?"
      sqlite3_free(message)
      throw Failure(description: text)
    }
  }

  func query(_ sql: String) throws -> SpecTable {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Failure(description: String(cString: sqlite3_errmsg(handle)))
    }
    defer { sqlite3_finalize(statement) }
    let count = sqlite3_column_count(statement)
    var table = SpecTable(
      header: (0..<count).map { String(cString: sqlite3_column_name(statement, $0)) }, rows: [])
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        table.rows.append(
          (0..<count).map { column in
            switch sqlite3_column_type(statement, column) {
            case SQLITE_NULL: nil
            case SQLITE_FLOAT: "\(sqlite3_column_double(statement, column))"
            default: String(cString: sqlite3_column_text(statement, column))
            }
          })
      case SQLITE_DONE: return table
      default: throw Failure(description: String(cString: sqlite3_errmsg(handle)))
      }
    }
  }

  /// Puts rows into a table; an empty cell is NULL.
  func fill(_ table: String, _ rows: [[String?]]) throws {
    guard let width = rows.first?.count else { return }
    try script("BEGIN")
    var statement: OpaquePointer?
    let marks = [String](repeating: "?", count: width).joined(separator: ", ")
    guard
      sqlite3_prepare_v2(handle, "INSERT INTO \(table) VALUES (\(marks))", -1, &statement, nil)
        == SQLITE_OK
    else { throw Failure(description: String(cString: sqlite3_errmsg(handle))) }
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for row in rows {
      for (index, cell) in row.enumerated() {
        if let cell, !cell.isEmpty {
          sqlite3_bind_text(statement, Int32(index + 1), cell, -1, transient)
        } else {
          sqlite3_bind_null(statement, Int32(index + 1))
        }
      }
      guard sqlite3_step(statement) == SQLITE_DONE else {
        throw Failure(description: String(cString: sqlite3_errmsg(handle)))
      }
      sqlite3_reset(statement)
    }
    sqlite3_finalize(statement)
    try script("COMMIT")
  }

  /// The built-in network, file by file, as Tests/Spec/README.md says.
  static func builtinNetwork() throws -> SQLite {
    let base = try SQLite()
    try base.script(SpecFiles.text("Tests/Spec/real/schema.sql"))
    let folder = "examples/networks/balkan-black-sea/"
    let package = try JSONSerialization.jsonObject(
      with: Data(SpecFiles.text(folder + "datapackage.json").utf8))
    let resources = ((package as? [String: Any])?["resources"] as? [[String: Any]]) ?? []
    for resource in resources {
      guard let name = resource["name"] as? String, let path = resource["path"] as? String else {
        continue
      }
      let text = try SpecFiles.text(folder + path).trimmingCharacters(in: .newlines)
      if path.hasSuffix(".ndjson") {
        let columns = try base.query("PRAGMA table_info(\(name))").rows.map { $0[1] ?? "" }
        let rows = try text.split(separator: "\n").map { line -> [String?] in
          let object =
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
          return columns.map { object[$0] as? String }
        }
        try base.fill(name, rows)
      } else {
        try base.fill(name, SpecTable(csv: text).rows)
      }
    }
    let mentions = try SpecFiles.text("Tests/Fixtures/mentions-expected.tsv")
      .split(separator: "\n").dropFirst().map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map { Optional(String($0)) }
      }
    try base.fill("mentions", Array(mentions))
    try base.script(SpecFiles.text("Tests/Spec/real/setup.sql"))
    return base
  }
}
