// Comes in: what went wrong, and where. Goes out: the words a user reads. Every message of the loader
// stands here, one function each. It must not decide anything.

/// Why data could not be loaded. `code` is stable.
public struct LoadError: Error, Sendable, Hashable {
  public var code: String
  public var message: String
  /// The file, with line and column where known; empty where there is none.
  public var place: String
  /// What to do about it.
  public var help: String

  /// The three parts as lines.
  public var text: String {
    var out = "error[\(code)]: \(message)"
    if !place.isEmpty { out += "\n  --> \(place)" }
    if !help.isEmpty { out += "\n  help: \(help)" }
    return out
  }
}

enum Messages {
  static func cannotOpen(_ path: String, reason: String) -> LoadError {
    LoadError(
      code: "H0601", message: "cannot read \(path): \(reason)", place: path,
      help: "check the path and the rights of the file")
  }

  static func noSuchFile(_ path: String, in folder: String?) -> LoadError {
    LoadError(
      code: "H0602", message: "there is no file \(path)" + (folder.map { " in \($0)" } ?? ""),
      place: path, help: "check the spelling; a path is looked up from where the command runs")
  }

  static func isFolder(_ path: String) -> LoadError {
    LoadError(
      code: "H0601", message: "\(path) is a folder, where a file is needed", place: path,
      help: "name a file in it")
  }

  static func noData(_ folder: String) -> LoadError {
    LoadError(
      code: "H0603", message: "\(folder) has no data: no .csv, .tsv, .psv, .json or .ndjson file",
      place: folder,
      help: "name the folder that holds the files, or save the spreadsheet as CSV into it")
  }

  static func emptyFile(_ file: String) -> LoadError {
    LoadError(
      code: "H0604", message: "\(file) is empty", place: file,
      help: "a table needs a line with the names of its columns")
  }

  static func badJSON(_ file: String, line: Int, column: Int, _ what: String) -> LoadError {
    LoadError(
      code: "H0605", message: "this is not JSON: \(what)", place: "\(file):\(line):\(column)",
      help: "correct the file at that place")
  }

  static func badPackage(_ file: String, _ what: String, help: String) -> LoadError {
    LoadError(code: "H0606", message: what, place: file, help: help)
  }

  static func badRule(_ file: String, _ what: String) -> LoadError {
    LoadError(
      code: "H0809", message: "this is no rule: \(what)", place: file,
      help: "correct the file; the rules that come with Hora show the form")
  }

  static func unsafePath(_ path: String, _ file: String) -> LoadError {
    LoadError(
      code: "H0607", message: "the path \"\(path)\" leads out of the package", place: file,
      help: "move the file into the package's folder, or allow parent paths; URLs are not followed")
  }

  static func missingColumn(
    _ column: String, _ file: String, nearest: String?, has names: [String]
  ) -> LoadError {
    LoadError(
      code: "H0608",
      message: "the schema declares a field \"\(column)\" that the file does not have",
      place: "\(file):1",
      help: (nearest.map { "did you mean \"\($0)\"? " } ?? "")
        + "the file has: \(names.prefix(30).joined(separator: ", "))")
  }

  static func unknownName(
    _ what: String, _ name: String, _ file: String, nearest: String?
  ) -> LoadError {
    LoadError(
      code: "H0609", message: "\(what) names \"\(name)\", which does not exist", place: file,
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "check the name in datapackage.json")
  }

  static func unknownEncoding(_ name: String, _ file: String) -> LoadError {
    LoadError(
      code: "H0610", message: "the encoding \"\(name)\" is not known", place: file,
      help: "known are utf-8, utf-16, windows-1250 to windows-1254, iso-8859-1, -2, -7, -9 and -15")
  }

  static func badPath(_ path: String, _ name: String, _ why: String, _ file: String) -> LoadError {
    LoadError(
      code: "H0611", message: "the path \(name) = \"\(path)\" cannot be followed: \(why)",
      place: file,
      help: "write names of relations joined by dots, or mentions(TEXT PATH, TAXONOMY)")
  }

  static func fileTooLarge(_ file: String) -> LoadError {
    LoadError(
      code: "H0612", message: "\(file) is larger than a file may be (4 GiB), or than memory",
      place: file, help: "split it into several files of the same columns")
  }

  static func notATable(_ file: String, _ why: String) -> LoadError {
    LoadError(
      code: "H0613", message: "\(file) is not a table: \(why)", place: file,
      help: "a table is CSV with a line of names, or JSON: an array of objects or one a line")
  }

  static func strict(_ count: Int, _ first: Fault?) -> LoadError {
    LoadError(
      code: "H0614",
      message: "the data has \(count) fault\(count == 1 ? "" : "s"), and --strict allows none"
        + (first.map { ": \(rule($0.kind)): \($0.text)" } ?? ""),
      place: first.map { place($0) } ?? "",
      help: "hora validate lists them all; correct them, or run without --strict")
  }

  static func tooManyColumns(_ file: String) -> LoadError {
    LoadError(
      code: "H0615", message: "\(file) has more than \(Limits.columns) columns", place: "\(file):1",
      help: "check that the separator is the right one")
  }

  static func longHeader(_ file: String) -> LoadError {
    LoadError(
      code: "H0615", message: "a column name of \(file) is longer than \(Limits.headerBytes) bytes",
      place: "\(file):1", help: "the first line must hold the names of the columns")
  }

  static func unsupportedFormat(_ file: String, _ format: String) -> LoadError {
    LoadError(
      code: "H0616", message: "\(format) files are not read yet", place: file,
      help: "unpack or export it to CSV")
  }

  static func duplicateResource(_ name: String, _ file: String) -> LoadError {
    LoadError(
      code: "H0617", message: "two collections are called \"\(name)\"", place: file,
      help: "give each resource or file a name of its own")
  }

  static func tooManyRows(_ file: String) -> LoadError {
    LoadError(
      code: "H0618", message: "\(file) has more rows than a collection may have", place: file,
      help: "split the data")
  }

  /// file:line, column NAME
  static func place(_ fault: Fault) -> String {
    fault.file + (fault.line.map { ":\($0)" } ?? "") + (fault.column.map { ", column \($0)" } ?? "")
  }

  /// What is the matter, in general.
  static func rule(_ kind: FaultKind) -> String {
    switch kind {
    case .raggedShort: "a row has fewer cells than the header"
    case .raggedLong: "a row has more cells than the header"
    case .badByte: "a byte is not valid in the file's encoding"
    case .repeatedHeader: "the header line occurs again"
    case .unclosedQuote: "a quoted cell never ends"
    case .strayQuote: "there is text behind a closing quote"
    case .duplicateColumn: "two columns bear one name"
    case .unnamedColumn: "a column has no name"
    case .mixedNumbers: "a column is mostly numbers or dates, but not all of it"
    case .missingToken: "a word stands for a missing value"
    case .decimalComma: "a number has a decimal comma"
    case .typeMismatch: "a value does not fit the declared type"
    case .undeclaredColumn: "the file has a column that the schema does not declare"
    case .unresolvedReference: "a reference names a key that does not exist"
    case .duplicateKey: "two rows have the same key"
    case .missingKey: "a row has no key"
    case .taxonomyCycle: "a taxonomy has a cycle"
    case .repeatedLink: "a row of a link table occurs again"
    case .mojibake: "a text was decoded with the wrong encoding before it came here"
    case .quotedTwice: "a text was quoted twice"
    case .mixedScript: "a word mixes letters of two alphabets"
    case .nameClash: "two things would bear one name"
    case .tieUnknown: "it cannot be told what a tie's columns refer to"
    case .badRecord: "a record cannot be read"
    case .outsideVocabulary: "a value is not in the declared vocabulary"
    case .emptyFile: "a file has no table"
    case .ambiguousValues: "values can be read in two ways"
    case .nestedValue: "a JSON value has no place in a table"
    case .skippedFile: "a file is not read"
    case .closureTooLarge: "a taxonomy is too deep for its ancestors to be listed"
    case .notATable: "a JSON file is not a table"
    case .encodingDetected: "the file is not UTF-8"
    case .byteOrderMark: "the file begins with a byte order mark"
    case .separatorDetected: "cells are not separated by commas"
    case .blankLines: "there are blank lines"
    case .parentPath: "a path leads to the package's parent folder"
    }
  }

  static func code(_ kind: FaultKind) -> String {
    let number =
      kind.isFault
      ? 630 + Int(kind.rawValue)
      : 670 + Int(kind.rawValue)
        - Int(FaultKind.encodingDetected.rawValue)
    return "H0\(number)"
  }
}

extension FaultKind {
  /// Stable, such as H0630.
  public var code: String { Messages.code(self) }
  /// What is the matter, in general.
  public var rule: String { Messages.rule(self) }
}

extension Fault {
  /// One line: code, place, what is the matter, the text, what was done.
  public var summary: String {
    let text = text.isEmpty ? "" : ": \(text)"
    return "\(kind.code) \(Messages.place(self)): \(kind.rule)\(text); \(done)"
  }
}
