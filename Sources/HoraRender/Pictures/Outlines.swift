// Comes in: the outlines that the binary carries. Goes out: the countries of a map, and which of them
// a text names. A text names a country by its code or by one of its names, in search form.

import COutlines
import HoraEngine

struct Outline {
  var iso: String
  /// A place well inside.
  var centre: Point
  /// In the units of the map.
  var path: String
}

struct OutlineMap {
  var name: String
  var width: Double
  var height: Double
  var outlines: [Outline]
  /// Search forms of codes and names, to places in `outlines`.
  var names: [String: Int]

  /// The maps, the closer one first.
  static let all: [OutlineMap] = read()

  private static func read() -> [OutlineMap] {
    var length = 0
    guard let start = hora_outlines(&length) else { return [] }
    let text = String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    var maps: [OutlineMap] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 4, parts[0] == "frame", let width = Double(parts[2]),
        let height = Double(parts[3])
      {
        maps.append(
          OutlineMap(name: parts[1], width: width, height: height, outlines: [], names: [:]))
      } else if parts.count == 5, !maps.isEmpty, let x = Double(parts[2]), let y = Double(parts[3])
      {
        let map = maps.count - 1
        for name in parts[1].split(separator: ";") {
          maps[map].names[SearchForm.of(String(name))] = maps[map].outlines.count
        }
        maps[map].outlines.append(
          Outline(iso: parts[0], centre: Point(x: x, y: y), path: parts[4]))
      }
    }
    return maps
  }
}
