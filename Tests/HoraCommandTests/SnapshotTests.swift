// The network that the command carries ready is the one its files give.

import CBuiltinNetwork
import Foundation
import HoraData
import HoraEngine
import Testing

@testable import HoraCommand

struct SnapshotTests {
  private func loaded() throws -> Network {
    var options = LoadOptions()
    options.allowsParentPaths = true
    return try NetworkLoader.load([.tree(BuiltinNetwork.files)], options: options).network
  }

  @Test func isWhatTheFilesGive() throws {
    var length = 0
    let carried = UnsafeRawBufferPointer(start: hora_builtin_snapshot(&length), count: length)
    let made = try loaded().snapshot
    #expect(carried.elementsEqual(made), "run scripts/make-snapshot")
  }

  @Test func readsBackToTheSameBytes() throws {
    let ready = try #require(BuiltinNetwork.ready)
    let network = try loaded()
    #expect(ready.schema == network.schema)
    #expect(ready.absences == network.absences && ready.attribution == network.attribution)
    #expect(ready.snapshot == network.snapshot)
  }

  /// Cut short or of another version it is nothing, at every place of its beginning and end.
  @Test func wrongBytesAreNothing() throws {
    let bytes = try #require(BuiltinNetwork.ready).snapshot
    for count in Array(0..<400) + [bytes.count - 1] {
      let isRead = bytes[..<count].withUnsafeBytes { Network(snapshot: $0) != nil }
      #expect(!isRead, "\(count)")
    }
    for place in 0..<8 {
      var other = bytes
      other[place] ^= 1
      #expect(other.withUnsafeBytes { Network(snapshot: $0) == nil })
    }
    #expect((bytes + [0]).withUnsafeBytes { Network(snapshot: $0) == nil })
  }
}
