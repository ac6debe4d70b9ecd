// The commands about the session itself: settings, parameters, history, help, the end.

import Hora
import HoraRender

enum MetaSession {
  static let commands: [MetaCommand] = [
    MetaCommand(
      name: "\\set", form: "\\set [NAME VALUE]", summary: "how things are set; set one",
      argument: .words { ShellSettings.names }, run: set),
    MetaCommand(
      name: "\\param", form: "\\param [NAME[=VALUE]]",
      summary: "values for the parameters of queries; without = one is forgotten", run: parameter),
    MetaCommand(
      name: "\\history", form: "\\history [N]", summary: "what was typed last", run: history),
    MetaCommand(name: "\\keys", form: "\\keys", summary: "the keys of the prompt", run: keys),
    MetaCommand(
      name: "\\help", others: ["\\h", "\\?"], form: "\\help [TOPIC]",
      summary: "this list, or more about a command, a clause or a message",
      argument: .words { HelpTopics.names }, run: help),
    MetaCommand(
      name: "\\quit", others: ["\\q"], form: "\\quit", summary: "leave, as Ctrl-D does",
      run: { shell, _ in shell.isOver = true }),
  ]

  private static func set(_ shell: Shell, _ argument: String) throws {
    let words = argument.split(separator: " ").map(String.init)
    guard let name = words.first else { return try shell.show(shell.settings.text) }
    guard words.count == 2 else { throw MetaError(CommandMessages.usage(of: "\\set")) }
    try shell.settings.set(name, words[1])
    shell.session.format = shell.settings.format
  }

  private static func parameter(_ shell: Shell, _ argument: String) throws {
    guard !argument.isEmpty else {
      let arguments = shell.memory.arguments
      if arguments.isEmpty { return Output.note("no parameter has a value; \\param NAME=VALUE") }
      let lines = arguments.keys.sorted().map { name -> String in
        switch arguments[name] {
        case .text(let value)?: return "\(name) = \(value)"
        case .list(let items)?:
          let texts = items.map { if case .text(let text) = $0 { text } else { "" } }
          return "\(name) = \(texts.joined(separator: ", "))"
        default: return name
        }
      }
      return try shell.show(lines.joined(separator: "\n") + "\n")
    }
    guard let equals = argument.firstIndex(of: "=") else {
      guard shell.memory.arguments.removeValue(forKey: argument) != nil else {
        throw MetaError(CommandMessages.usage(of: "\\param"))
      }
      return
    }
    let name = Shell.trimmed(String(argument[..<equals]))
    guard !name.isEmpty else { throw MetaError(CommandMessages.usage(of: "\\param")) }
    shell.memory.arguments[name] = .text(
      Shell.trimmed(String(argument[argument.index(after: equals)...])))
  }

  private static func history(_ shell: Shell, _ argument: String) throws {
    guard let count = argument.isEmpty ? 20 : Int(argument), count > 0 else {
      throw MetaError(CommandMessages.usage(of: "\\history"))
    }
    let entries = shell.history.entries.suffix(count)
    try shell.show(entries.map { $0 + "\n" }.joined())
  }

  private static func keys(_ shell: Shell, _ argument: String) throws {
    try shell.showPage(HelpTopics.keys)
  }

  private static func help(_ shell: Shell, _ argument: String) throws {
    guard !argument.isEmpty else { return try shell.showPage(HelpTopics.overview) }
    guard let text = HelpTopics.text(argument, colour: shell.usesColor) else {
      throw MetaError(
        CommandMessages.noTopic(argument, nearest(argument, in: HelpTopics.names, limit: 3)))
    }
    try shell.showPage(text)
  }
}

/// What `\set` sets.
struct ShellSettings {
  var format: Format
  var timing = false
  var pager = false
  var highlight: Bool

  static let names = ["format", "timing", "pager", "highlight"]

  var text: String {
    """
    format     \(format.rawValue)
    timing     \(timing ? "on" : "off")
    pager      \(pager ? "on" : "off")
    highlight  \(highlight ? "on" : "off")

    """
  }

  mutating func set(_ name: String, _ value: String) throws {
    switch name {
    case "format":
      guard let format = Format(rawValue: value) else {
        throw MetaError(
          CommandMessages.badSetting(name, value, "it is \(Format.words)"))
      }
      self.format = format
    case "timing": timing = try turned(timing, value, name)
    case "pager": pager = try turned(pager, value, name)
    case "highlight": highlight = try turned(highlight, value, name)
    default:
      throw MetaError(
        CommandMessages.badSetting(
          name, value, "there are " + ShellSettings.names.joined(separator: ", ")))
    }
  }

  /// `on`, `off`, or the other of what it was.
  func turned(_ old: Bool, _ word: String, _ name: String) throws -> Bool {
    switch word {
    case "": return !old
    case "on": return true
    case "off": return false
    default: throw MetaError(CommandMessages.badSetting(name, word, "it is on or off"))
    }
  }
}
