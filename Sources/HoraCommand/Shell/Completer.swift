// Comes in: a line at the prompt and a cursor. Goes out: what may stand there: what the language offers, and
// what only the shell knows: its own commands, their arguments, files.

import Hora

struct Completer {
  let environment: Environment
  let scripts: [String]

  func complete(_ text: String, at cursor: Int) -> Completion? {
    if text.hasPrefix("\\") { return command(text, cursor) }
    guard var found = environment.complete(text, at: cursor) else { return nil }
    if found.wantsFile {
      found.items = files(found.typed).map {
        // A folder goes on; the quote behind it comes with the file.
        let written = LiteralText.quoted($0)
        return CompletionItem(
          label: $0, insert: $0.hasSuffix("/") ? String(written.dropLast()) : written, kind: .name,
          detail: "")
      }
      // The quote behind the cursor stays for a folder.
      if found.items.contains(where: { $0.label.hasSuffix("/") }) { found.replaced.end = cursor }
    }
    return found
  }

  private func command(_ text: String, _ cursor: Int) -> Completion? {
    let typed = String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self)
    guard let space = typed.firstIndex(of: " ") else {
      let items = MetaCommand.all.map(\.name).filter { $0.hasPrefix(typed) }.map {
        CompletionItem(label: $0, insert: $0 + " ", kind: .name, detail: "")
      }
      return Completion(
        replaced: SourceRange(start: 0, end: cursor), items: items, wantsFile: false, typed: typed)
    }
    guard let command = MetaCommand.named(String(typed[..<space])) else { return nil }
    var start = typed.utf8.distance(from: typed.startIndex, to: space) + 1
    var argument = String(typed[typed.index(after: space)...])
    let words: [String]
    switch command.argument {
    case .query:
      // A number before the query is the command's own.
      let lead = argument.prefix { $0.isNumber || $0 == "." || $0 == " " }
      let rest = String(argument.dropFirst(lead.count))
      let from = start + lead.utf8.count
      guard var found = environment.complete(rest, at: rest.utf8.count) else { return nil }
      found.replaced = SourceRange(
        start: found.replaced.start + from, end: found.replaced.end + from)
      return found
    case .field:
      words = fields
    case .file: words = files(argument)
    case .script:
      if command.name == "\\run", let space = argument.lastIndex(of: " ") {
        // Behind the name of a script stand its parameters.
        let script = String(argument.prefix { $0 != " " })
        words = MetaScripts.parameters(of: script).map { "--" + $0.replacing("_", with: "-") }
        start += argument[...space].utf8.count
        argument = String(argument[argument.index(after: space)...])
      } else {
        words = scripts + (command.name == "\\run" ? files(argument) : [])
      }
    case .words(let known): words = known()
    case .none: words = []
    }
    let items = words.filter { $0.lowercased().hasPrefix(argument.lowercased()) }.map {
      CompletionItem(label: $0, insert: $0, kind: .name, detail: "")
    }
    return Completion(
      replaced: SourceRange(start: start, end: cursor), items: items, wantsFile: false,
      typed: argument)
  }

  private var fields: [String] {
    let collections = environment.network.schema.collections.filter { !$0.isHidden }
    return collections.map(\.name)
      + collections.flatMap { one in one.fields.map { "\(one.name).\($0.name)" } }
  }

  private func files(_ typed: String) -> [String] {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let name = typed.dropFirst(folder.count)
    return UserFolders.files(folder.isEmpty ? "." : folder)
      .filter { $0.hasPrefix(name) && (name.hasPrefix(".") || !$0.hasPrefix(".")) }
      .map { folder + $0 + (UserFolders.isFolder(folder + $0) ? "/" : "") }
  }
}
