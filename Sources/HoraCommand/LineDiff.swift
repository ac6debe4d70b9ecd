// Comes in: two texts. Goes out: how the first becomes the second, as a unified diff that `patch`
// reads.

enum LineDiff {
  private enum Change {
    case both(Substring)
    case gone(Substring)
    case new(Substring)
  }

  private static let context = 3

  static func unified(_ old: String, _ new: String, name: String) -> String {
    let changes = changes(lines(old), lines(new))
    var result = "--- \(name)\n+++ \(name)\n"
    for hunk in hunks(changes) { result += text(of: hunk, in: changes) }
    return result
  }

  /// Lines with their line ends.
  private static func lines(_ text: String) -> [Substring] {
    var result: [Substring] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let next = text.utf8.index(after: index)
      if text.utf8[index] == 0x0A {
        result.append(text[start..<next])
        start = next
      }
      index = next
    }
    if start < text.endIndex { result.append(text[start...]) }
    return result
  }

  /// The least change of lines; beyond some size the whole middle is one change.
  private static func changes(_ old: [Substring], _ new: [Substring]) -> [Change] {
    func isSame(_ left: Substring, _ right: Substring) -> Bool {
      left.utf8.elementsEqual(right.utf8)
    }
    var head = 0
    while head < min(old.count, new.count), isSame(old[head], new[head]) { head += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - head,
      isSame(old[old.count - 1 - tail], new[new.count - 1 - tail])
    { tail += 1 }
    let left = Array(old[head..<old.count - tail])
    let right = Array(new[head..<new.count - tail])
    var result = old[..<head].map { Change.both($0) }
    if left.count * right.count <= 4_000_000 {
      // common[i][j]: the longest common part of left[i...] and right[j...].
      let width = right.count + 1
      var common = [Int32](repeating: 0, count: (left.count + 1) * width)
      for i in left.indices.reversed() {
        for j in right.indices.reversed() {
          common[i * width + j] =
            isSame(left[i], right[j])
            ? common[(i + 1) * width + j + 1] + 1
            : max(common[(i + 1) * width + j], common[i * width + j + 1])
        }
      }
      var (i, j) = (0, 0)
      while i < left.count || j < right.count {
        if i < left.count, j < right.count, isSame(left[i], right[j]) {
          result.append(.both(left[i]))
          (i, j) = (i + 1, j + 1)
        } else if j == right.count
          || (i < left.count && common[(i + 1) * width + j] >= common[i * width + j + 1])
        {
          result.append(.gone(left[i]))
          i += 1
        } else {
          result.append(.new(right[j]))
          j += 1
        }
      }
    } else {
      result += left.map { .gone($0) } + right.map { .new($0) }
    }
    return result + old[(old.count - tail)...].map { .both($0) }
  }

  /// Changes with the lines around them; those that touch are one.
  private static func hunks(_ changes: [Change]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for (index, change) in changes.enumerated() {
      if case .both = change { continue }
      let start = max(0, index - context)
      let end = min(changes.count, index + context + 1)
      if let last = result.last, last.upperBound >= start {
        result[result.count - 1] = last.lowerBound..<end
      } else {
        result.append(start..<end)
      }
    }
    return result
  }

  private static func text(of hunk: Range<Int>, in changes: [Change]) -> String {
    func count(_ range: Range<Int>) -> (old: Int, new: Int) {
      var result = (old: 0, new: 0)
      for change in changes[range] {
        switch change {
        case .both: result = (result.old + 1, result.new + 1)
        case .gone: result.old += 1
        case .new: result.new += 1
        }
      }
      return result
    }
    let before = count(0..<hunk.lowerBound)
    let inside = count(hunk)
    func place(_ before: Int, _ count: Int) -> String {
      "\(count == 0 ? before : before + 1),\(count)"
    }
    var result =
      "@@ -\(place(before.old, inside.old)) +\(place(before.new, inside.new)) @@\n"
    for change in changes[hunk] {
      let (mark, line) =
        switch change {
        case .both(let line): (" ", line)
        case .gone(let line): ("-", line)
        case .new(let line): ("+", line)
        }
      result += mark + line
      if line.utf8.last != 0x0A { result += "\n\\ No newline at end of file\n" }
    }
    return result
  }
}
