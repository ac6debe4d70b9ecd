// The commands that keep queries: in an editor, and as scripts with a name.

import Hora
import HoraRender

enum MetaScripts {
  static let commands: [MetaCommand] = [
    MetaCommand(
      name: "\\e", form: "\\e [FILE]",
      summary: "write the last query, or a file, in $EDITOR; then it stands at the prompt",
      argument: .file, run: edit),
    MetaCommand(
      name: "\\save", form: "\\save NAME", summary: "keep the last query as a script",
      argument: .script, run: save),
    MetaCommand(
      name: "\\scripts", form: "\\scripts", summary: "the scripts that were kept", run: list),
    MetaCommand(
      name: "\\show", form: "\\show NAME", summary: "what stands in a script that was kept",
      argument: .script, run: showScript),
    MetaCommand(
      name: "\\run", form: "\\run NAME [--PARAMETER VALUE]…",
      summary: "run a script that was kept, or a file", argument: .script, run: run),
  ]

  /// The names of the scripts that were kept.
  static var names: [String] {
    guard let folder = UserFolders.scripts else { return [] }
    return UserFolders.files(folder).filter { $0.hasSuffix(".hora") }.map { String($0.dropLast(5)) }
  }

  private static func edit(_ shell: Shell, _ argument: String) throws {
    let editor = Output.environment("VISUAL") ?? Output.environment("EDITOR") ?? "vi"
    let path: String
    if argument.isEmpty {
      guard let made = Subprocess.temporaryFile(Array((shell.memory.last ?? "").utf8)) else {
        throw MetaError(CommandMessages.failedCommand(editor, "no temporary file can be made"))
      }
      path = made
    } else {
      path = argument
    }
    defer { if argument.isEmpty { Subprocess.remove(path) } }
    if let reason = Subprocess.run(editor + " " + Subprocess.quoted(path)) {
      throw MetaError(CommandMessages.failedCommand(editor, reason))
    }
    switch Output.readFile(path, most: SyntaxLimits.standard.bytes) {
    case .success(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      shell.prefill = Shell.trimmed(text)
    case .failure(let error):
      throw MetaError(CommandMessages.failedCommand(editor, error.reason))
    }
  }

  // MARK: Scripts

  /// A name is part of a path and of a command line: letters, digits, - and _.
  private static func path(_ name: String) throws -> String {
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    else { throw MetaError(CommandMessages.noScriptName(name)) }
    guard let folder = UserFolders.scripts else {
      throw MetaError(CommandMessages.noScriptName(name))
    }
    return folder + "/" + name + ".hora"
  }

  private static func save(_ shell: Shell, _ argument: String) throws {
    guard let text = shell.memory.last else {
      throw MetaError(CommandMessages.nothingYet("\\save"))
    }
    let path = try path(argument)
    do {
      if let folder = UserFolders.scripts { try UserFolders.make(folder) }
      try Output.save(Array((shell.memory.script(text) + "\n").utf8), to: path)
    } catch let error as Output.WriteError {
      throw MetaError(CommandMessages.unwritable(path, error.reason))
    }
    Output.note("saved as \(argument); \\run \(argument) runs it")
  }

  private static func list(_ shell: Shell, _ argument: String) throws {
    guard !names.isEmpty else { return Output.note(nothingKept) }
    try shell.showPage(try listing())
  }

  static let nothingKept = "no script was kept yet; \\save NAME keeps the last query"

  /// Each with what it says of itself.
  static func listing() throws -> String {
    let names = names
    let width = names.map { TextWidth.width(of: $0) }.max() ?? 0
    var text = ""
    for name in names {
      let padding = String(repeating: " ", count: width - TextWidth.width(of: name))
      text += "\(name)\(padding)  \(firstLine(try path(name)))\n"
    }
    return TerminalText.fitted(text, width: nil)
  }

  private static func showScript(_ shell: Shell, _ argument: String) throws {
    guard !argument.isEmpty else { throw MetaError(CommandMessages.usage(of: "\\show")) }
    let text = try source(of: argument).text
    try shell.showPage(TerminalText.fitted(text.hasSuffix("\n") ? text : text + "\n", width: nil))
  }

  /// The parameters of a script, for completion; none where it cannot be read.
  static func parameters(of name: String) -> [String] {
    guard let source = try? source(of: name) else { return [] }
    return ScriptArguments.declared(source)
  }

  /// A script that was kept, or a file.
  private static func source(of name: String) throws -> SourceText {
    let isFile = name.contains("/") || name.hasSuffix(".hora")
    let path = isFile ? name : try path(name)
    guard isFile || names.contains(name) else {
      throw MetaError(CommandMessages.noScript(name, nearest(name, in: names, limit: 3)))
    }
    switch Output.readFile(path, most: SyntaxLimits.standard.bytes) {
    case .success(let bytes): return SourceText(bytes: bytes, name: path)
    case .failure(let error):
      throw MetaError(CommandMessages.unreadableScript(path, error.reason))
    }
  }

  /// What a script says of itself, or how it begins.
  private static func firstLine(_ path: String) -> String {
    guard case .success(let bytes) = Output.readFile(path, most: 10_000) else { return "" }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let line = lines.first { !$0.hasPrefix("#!") } ?? ""
    return String(line.drop { $0 == "#" || $0 == " " }.prefix(60))
  }

  private static func run(_ shell: Shell, _ argument: String) throws {
    var words = argument.split(separator: " ").map(String.init)
    guard !words.isEmpty else { throw MetaError(CommandMessages.usage(of: "\\run")) }
    let name = words.removeFirst()
    try shell.run(try source(of: name), words: words)
  }
}
