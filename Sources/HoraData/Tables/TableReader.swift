// Comes in: the bytes of one file, and what its package declares. Goes out: a table of typed columns. The
// walk of a cell: bytes, field slice, typed column builder, column. It must not know other tables.

import HoraEngine

/// One file to read.
struct TableTask: Sendable {
  var name: String
  /// As the user knows it.
  var file: String
  /// As a package would name it.
  var path: String
  var bytes: FileBytes
  var spec: ResourceSpec?
  /// From the name's ending or the package; nil to look at the bytes.
  var format: Format?
  var faultLimit: Int
  /// True where a file that is no table is left out with a report; else it is an error.
  var mayBeOther: Bool

  enum Format: Sendable { case delimited, json }
}

enum FileTableReader {
  /// The table, and those inside its rows; nothing where the file has none and that was reported.
  static func read(_ task: TableTask, _ faults: FaultCollector) throws(LoadError) -> [TableDraft] {
    if let what = packed(task.bytes.bytes) { throw Messages.unsupportedFormat(task.file, what) }
    if task.bytes.bytes.isEmpty {
      faults.add(.emptyFile, text: "0 bytes", done: "it is left out")
      if task.mayBeOther { return [] }
      throw Messages.emptyFile(task.file)
    }
    let (bytes, start, encoding) = Decoding.utf8(
      task.bytes, declared: task.spec?.encoding, faults: faults)
    if bytes.bytes.count > Limits.fileBytes { throw Messages.fileTooLarge(task.file) }
    let format = task.format ?? sniffFormat(bytes.bytes, start)
    var delimiter: UInt8 = 0x2C
    let found: [ScannedTable]?
    switch format {
    case .json:
      do throws(LoadError) {
        let declared = Set(task.spec?.fields.map(\.name) ?? [])
        var scanner = JSONTableScanner(bytes, from: start, declared: declared, faults)
        found = try scanner.scan()
      } catch {
        guard task.mayBeOther, error.code == "H0613" else { throw error }
        faults.add(.notATable, text: error.message, done: "it is left out")
        return []
      }
    case .delimited:
      var dialect = Dialect.sniff(bytes.bytes, from: start, name: task.path)
      if let declared = task.spec?.dialect {
        // The standard's default is the comma, not a guess.
        if declared["delimiter"] == nil { dialect.delimiter = 0x2C }
        dialect.apply(declared)
      } else if dialect.delimiter != 0x2C {
        faults.add(
          .separatorDetected, text: dialect.delimiterName, done: "cells are split at it")
      }
      delimiter = dialect.delimiter
      var scanner = DelimitedScanner(bytes, from: start, dialect, faults)
      let names = dialect.hasHeader ? nil : task.spec.map { $0.fields.map(\.name) }
      found = try scanner.scan(names: names?.isEmpty == true ? nil : names)
        .map { [ScannedTable(table: $0)] }
    }
    guard let found else {
      faults.add(.emptyFile, text: "no line with names", done: "it is left out")
      if task.mayBeOther { return [] }
      throw Messages.emptyFile(task.file)
    }
    let origin = TableOrigin(
      path: task.path, format: format == .json ? "json" : "csv", encoding: encoding,
      delimiter: delimiter)
    var drafts: [TableDraft] = []
    for part in found {
      if part.table.rowCount > Limits.rows { throw Messages.tooManyRows(task.file) }
      let parent = part.parent.map { drafts[$0] }
      let spec = parent == nil ? task.spec : nil
      drafts.append(
        TableDraft(
          name: name(of: part, in: parent) ?? task.name, file: task.file,
          faults: faults, columns: try typed(part.table, spec, task.file, faults),
          rowCount: part.table.rowCount, lines: part.table.lines, spec: spec, origin: origin,
          nested: parent.map {
            NestedOrigin(parent: $0, key: part.name, rows: part.parentRows)
          }))
      drafts[drafts.count - 1].isHidden = part.isWrapper
    }
    return drafts
  }

  private static func name(of part: ScannedTable, in parent: TableDraft?) -> String? {
    parent.map { $0.isHidden ? part.name : "\($0.name)_\(part.name)" }
  }

  private static func typed(
    _ table: CellTable, _ spec: ResourceSpec?, _ file: String, _ faults: FaultCollector
  ) throws(LoadError) -> [TableColumn] {
    let specs = spec?.fields ?? []
    var columns: [TableColumn] = []
    var used: Set<Int> = []
    // Declared fields in their order, then what the file has beyond them.
    for spec in specs {
      let place =
        table.names.firstIndex(of: spec.name)
        ?? table.names.firstIndex { Fold.of($0) == Fold.of(spec.name) }
      guard let place, used.insert(place).inserted else {
        if table.format == .json, table.rowCount == 0 {
          columns.append(
            TableColumn(
              name: spec.name,
              content: .scalar(.text(codes: [], dictionary: TextDictionaryBuilder().finish())),
              spec: spec))
          continue
        }
        throw Messages.missingColumn(
          spec.name, file, nearest: Spelling.nearest(spec.name, table.names), has: table.names)
      }
      var column = ColumnReader(table, column: place, spec: spec, faults).read()
      column.name = spec.name
      if spec.isClosed, !spec.categories.isEmpty { checkVocabulary(column, spec, table, faults) }
      columns.append(column)
    }
    used.formUnion(table.unused)
    for place in table.names.indices where !used.contains(place) {
      if !specs.isEmpty {
        faults.add(
          .undeclaredColumn, column: table.names[place], text: table.names[place],
          done: "it is read with the type its values have")
      }
      columns.append(ColumnReader(table, column: place, spec: nil, faults).read())
    }
    return columns
  }

  private static func checkVocabulary(
    _ column: TableColumn, _ spec: FieldSpec, _ table: CellTable, _ faults: FaultCollector
  ) {
    guard case .scalar(.text(let codes, let dictionary)) = column.content else { return }
    let known = Set(spec.categories.map { Composition.composed($0) })
    let bad = (0..<Int32(dictionary.count)).map { !known.contains(dictionary.string($0)) }
    guard bad.contains(true) else { return }
    for (row, code) in codes.enumerated() where code >= 0 && bad[Int(code)] {
      faults.add(
        .outsideVocabulary, line: table.lines[row], column: column.name,
        text: dictionary.string(code), done: "the value is kept")
    }
  }

  private static func sniffFormat(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> TableTask.Format {
    var at = start
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    if at < bytes.count, bytes[at] == 0x7B { return .json }
    if at < bytes.count, bytes[at] == 0x5B {
      at += 1
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      if at < bytes.count, bytes[at] == 0x7B || bytes[at] == 0x5D { return .json }
    }
    return .delimited
  }

  /// Formats that are known by their first bytes and not read.
  private static func packed(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    func begins(_ magic: [UInt8]) -> Bool {
      bytes.count >= magic.count && bytes.starts(with: magic)
    }
    if begins([0x1F, 0x8B]) { return "gzip" }
    if begins([0x28, 0xB5, 0x2F, 0xFD]) { return "zstd" }
    if begins([0x50, 0x4B, 0x03, 0x04]) { return "zip, xlsx and ods" }
    if begins(Array("SQLite format 3\0".utf8)) { return "SQLite" }
    return nil
  }
}
