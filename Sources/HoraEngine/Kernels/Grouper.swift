// Comes in: codes of the key columns of some rows. Goes out: the number of each row's group,
// counted in order of first appearance. Hand-made open addressing: a Dictionary costs five to
// ten times as much here.

/// Numbers the different combinations of keys.
struct Grouper {
  /// The group of each row.
  private(set) var groups: [Int32]
  /// How many groups there are.
  private(set) var count: Int

  init(count rows: Int) {
    groups = [Int32](repeating: 0, count: rows)
    count = rows == 0 ? 0 : 1
  }

  /// The groups of some of the rows, each group among them.
  init(gathering other: Grouper, _ rows: [Int32]) {
    groups = Gather.take(other.groups, rows, missing: 0)
    count = other.count
  }

  /// Splits the groups by one more column; missing is one value.
  mutating func add(_ vector: Vector) {
    switch vector {
    case .int(_, let mask) where !mask.isEmpty: add(mask.map { UInt64($0) })
    case .list(let offsets, let elements):
      // Lists are equal where they have the same elements in the same order.
      let inner = KeyCodes.codes(elements)
      let longest = (0..<groups.count).map { offsets[$0 + 1] - offsets[$0] }.max() ?? 0
      for place in 0..<longest {
        add(
          (0..<groups.count).map { row in
            offsets[row] + place < offsets[row + 1]
              ? inner[Int(offsets[row] + place)] : KeyCodes.missing
          })
      }
      return
    default: break
    }
    add(KeyCodes.codes(vector))
  }

  /// Splits the groups by one more key.
  mutating func add(_ codes: [UInt64]) {
    let rows = groups.count
    if rows == 0 { return }
    var size = 16
    while size < 1024 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var parents = [Int32](repeating: 0, count: size)
    var numbers = [Int32](repeating: -1, count: size)
    var used: Int32 = 0
    for row in 0..<rows {
      if Int(used) * 2 >= size {
        // Twice the room, everything placed anew.
        let oldKeys = keys
        let oldParents = parents
        let oldNumbers = numbers
        size *= 4
        keys = [UInt64](repeating: 0, count: size)
        parents = [Int32](repeating: 0, count: size)
        numbers = [Int32](repeating: -1, count: size)
        for slot in 0..<oldKeys.count where oldNumbers[slot] >= 0 {
          var target = Grouper.slot(oldKeys[slot], oldParents[slot], size)
          while numbers[target] >= 0 { target = (target + 1) & (size - 1) }
          keys[target] = oldKeys[slot]
          parents[target] = oldParents[slot]
          numbers[target] = oldNumbers[slot]
        }
      }
      let code = codes[row]
      let parent = groups[row]
      var slot = Grouper.slot(code, parent, size)
      while numbers[slot] >= 0 && (keys[slot] != code || parents[slot] != parent) {
        slot = (slot + 1) & (size - 1)
      }
      if numbers[slot] < 0 {
        keys[slot] = code
        parents[slot] = parent
        numbers[slot] = used
        used += 1
      }
      groups[row] = numbers[slot]
    }
    count = Int(used)
  }

  @inline(__always)
  private static func slot(_ code: UInt64, _ parent: Int32, _ size: Int) -> Int {
    var h = code ^ (UInt64(UInt32(bitPattern: parent)) &* 0x9E37_79B9_7F4A_7C15)
    h = (h ^ (h &>> 32)) &* 0xFF51_AFD7_ED55_8CCD
    h ^= h &>> 29
    return Int(truncatingIfNeeded: h) & (size - 1)
  }

  /// The first row of each group, ascending.
  var firstRows: [Int32] {
    var seen: Int32 = 0
    var rows: [Int32] = []
    rows.reserveCapacity(count)
    for row in 0..<groups.count where groups[row] == seen {
      rows.append(Int32(row))
      seen += 1
    }
    return rows
  }
}

/// Numbers that are equal exactly where two values of one vector are.
enum KeyCodes {
  /// The code of a missing value.
  static let missing = UInt64.max

  static func codes(_ vector: Vector) -> [UInt64] {
    switch vector {
    case .bool(let v): return v.map { $0 == 2 ? missing : UInt64($0) }
    case .int(let v, let mask):
      // One value shares its code with missing; `Grouper.add` keeps them apart by the mask.
      return (0..<v.count).map { i in
        !mask.isEmpty && mask[i] == 0 ? missing : UInt64(bitPattern: v[i])
      }
    case .decimal(let v, let mask):
      return (0..<v.count).map { i in
        !mask.isEmpty && mask[i] == 0 ? missing : (v[i] == 0 ? 0 : v[i].bitPattern)
      }
    case .text(let v, _): return v.map { $0 < 0 ? missing : UInt64($0) }
    case .date(let v):
      return v.map { $0 == Values.missingDate ? missing : UInt64(UInt32(bitPattern: $0)) }
    case .entity(let v): return v.map { $0 < 0 ? missing : UInt64($0) }
    case .interval(let a, let b):
      return (0..<a.count).map { i in
        a[i] == Values.missingDate
          ? missing
          : UInt64(UInt32(bitPattern: a[i])) << 32 | UInt64(UInt32(bitPattern: b[i]))
      }
    case .duration(let a, let b, let mask):
      return (0..<a.count).map { i in
        !mask.isEmpty && mask[i] == 0
          ? missing
          : UInt64(UInt32(bitPattern: a[i])) << 32 | UInt64(UInt32(bitPattern: b[i]))
      }
    case .list(let offsets, _):
      var grouper = Grouper(count: offsets.count - 1)
      grouper.add(vector)
      return grouper.groups.map { UInt64($0) }
    case .nothing(let count): return [UInt64](repeating: missing, count: count)
    case .repeated: return codes(vector.expanded)
    }
  }
}
