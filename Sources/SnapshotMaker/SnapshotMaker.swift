// Comes in: the folder of a network, and a path. Goes out: the network as the bytes that the command
// carries. For scripts/make-snapshot; not a product.

import Foundation
import HoraData
import HoraEngine

@main
struct SnapshotMaker {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 3 else {
      FileHandle.standardError.write(Data("SnapshotMaker FOLDER FILE\n".utf8))
      exit(2)
    }
    var options = LoadOptions()
    options.allowsParentPaths = true
    let result = try NetworkLoader.load([.path(words[1])], options: options)
    try Data(result.network.snapshot).write(to: URL(fileURLWithPath: words[2]))
  }
}
