// Runs the built executable in a folder of its own. Goes out: both streams and the exit code.

import Foundation

struct Answer {
  var output: String
  var errors: String
  var code: Int32
}

/// A folder that is gone with its value.
final class Folder {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "hora-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Data(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ name: String, _ bytes: Data) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// Runs `hora` with this folder as the current one.
  func hora(_ words: [String], input: String? = nil) throws -> Answer {
    try run(Self.binary.path, words, input: input)
  }

  /// Runs a line of the shell, in which `hora` is the executable.
  func shell(_ line: String) throws -> Answer {
    try run("/bin/sh", ["-c", "hora() { \"\(Self.binary.path)\" \"$@\"; }\n" + line], input: nil)
  }

  private func run(_ path: String, _ words: [String], input: String?) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = words
    process.currentDirectoryURL = url
    var environment = ProcessInfo.processInfo.environment
    for name in ["COLUMNS", "NO_COLOR"] { environment[name] = nil }
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = environment
    // Files, not pipes: no answer is too long for them.
    let name = UUID().uuidString
    let streams = ["in", "out", "err"].map { url.appending(path: ".\(name).\($0)") }
    try Data((input ?? "").utf8).write(to: streams[0])
    for stream in streams.dropFirst() { try Data().write(to: stream) }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    defer { for stream in streams { try? FileManager.default.removeItem(at: stream) } }
    let isTrap = process.terminationReason == .uncaughtSignal
    return Answer(
      output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self),
      code: process.terminationStatus + (isTrap ? 128 : 0))
  }

  /// The executable lies beside the bundle of the tests.
  private static let binary: URL = {
    let beside = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let bundle = Bundle.main.bundleURL
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let places =
      [beside, bundle, bundle.deletingLastPathComponent()].map { $0.appending(path: "hora") }
      + [root.appending(path: ".build/debug/hora")]
    return places.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? places[0]
  }()
}

/// The root of the package, for tests that read what is in it.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// Four members, two countries, two projects.
let small: [String: String] = [
  "small/members.csv": """
  id,name,country,size,rate,tags
  1,"Alfa, ""A""\",RS,10,0.1,x;y
  2,Beta,RS,,1e21,x
  3," Gamma ",BG,3,2.50,
  4,,,,,y;x

  """,
  "small/countries.csv": "code,name\nRS,Serbia\nBG,Bulgaria\n",
  "small/projects.csv": "id,acronym,start\nP1,ONE,2020-01-01\nP2,TWO,2021-05-06\n",
  "small/participations.csv": "project,member,role\nP1,1,lead\nP1,2,partner\nP2,1,partner\n",
  "names.hora": "# the names\nmembers select name\n",
  "broken.hora": "members wher country\n",
  "two.hora": "count(members)\ncount(projects)\n",
  "doubtful.hora": "members where name = \"Bata\"\n",
]
