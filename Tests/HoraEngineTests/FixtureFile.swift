import Glibc

/// The lines of a fixture, each split at tabs.
func fixtureRows(_ name: String, from file: String = #filePath) -> [[String]] {
  let folder = file.split(separator: "/").dropLast().joined(separator: "/")
  guard let handle = fopen("/\(folder)/Fixtures/\(name)", "rb") else { return [] }
  defer { fclose(handle) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 65_536)
  while true {
    let got = fread(&block, 1, block.count, handle)
    if got == 0 { break }
    bytes.append(contentsOf: block[0..<got])
  }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
