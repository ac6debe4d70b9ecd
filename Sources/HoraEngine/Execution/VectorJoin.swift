// Comes in: vectors of one type. Goes out: their rows in one vector.
// Where texts come from several dictionaries they are numbered anew.

extension Vector {
  /// All rows of the parts, in order.
  static func joined(_ parts: [Vector]) -> Vector {
    let total = parts.reduce(0) { $0 + $1.count }
    // An empty part still tells the type.
    let full = parts.filter { $0.count > 0 }
    guard let first = full.first ?? parts.first else { return .nothing(count: 0) }
    if full.count <= 1 { return first.expanded }
    let parts = full
    let model = parts.first { if case .nothing = $0.unrepeated { false } else { true } }
    guard let model else { return .nothing(count: total) }
    switch model.unrepeated {
    case .bool:
      return .bool(collect(parts, total, 2) { if case .bool(let v) = $0 { v } else { nil } })
    case .int:
      return .int(
        collect(parts, total, 0) { if case .int(let v, _) = $0 { v } else { nil } },
        collectMasks(parts))
    case .decimal:
      return .decimal(
        collect(parts, total, 0) { part in
          switch part {
          case .decimal(let v, _): v
          case .int(let v, _): v.map(Double.init)
          default: nil
          }
        }, collectMasks(parts))
    case .date:
      return .date(
        collect(parts, total, Values.missingDate) { if case .date(let v) = $0 { v } else { nil } })
    case .interval:
      return .interval(
        collect(parts, total, Values.missingDate) {
          if case .interval(let v, _) = $0 { v } else { nil }
        },
        collect(parts, total, Values.missingDate) {
          if case .interval(_, let v) = $0 { v } else { nil }
        })
    case .duration:
      return .duration(
        months: collect(parts, total, 0) {
          if case .duration(let v, _, _) = $0 { v } else { nil }
        },
        days: collect(parts, total, 0) { if case .duration(_, let v, _) = $0 { v } else { nil } },
        collectMasks(parts))
    case .entity:
      return .entity(collect(parts, total, -1) { if case .entity(let v) = $0 { v } else { nil } })
    case .text(_, let dictionary):
      return joinedText(parts, total, dictionary)
    case .list:
      var offsets: [Int32] = [0]
      offsets.reserveCapacity(total + 1)
      var elements: [Vector] = []
      var base: Int32 = 0
      for part in parts {
        let list = part.asList
        for offset in list.offsets.dropFirst() { offsets.append(base + offset) }
        base = offsets[offsets.count - 1]
        elements.append(list.elements)
      }
      return .list(offsets: offsets, elements: joined(elements))
    case .nothing, .repeated:
      return .nothing(count: total)
    }
  }

  private var unrepeated: Vector {
    if case .repeated(let row, _) = self { return row.unrepeated }
    return self
  }

  private static func collect<T>(
    _ parts: [Vector], _ total: Int, _ missing: T, _ values: (Vector) -> [T]?
  ) -> [T] {
    var result: [T] = []
    result.reserveCapacity(total)
    for part in parts {
      if let v = values(part.expanded) {
        result.append(contentsOf: v)
      } else {
        result.append(contentsOf: repeatElement(missing, count: part.count))
      }
    }
    return result
  }

  private static func collectMasks(_ parts: [Vector]) -> Mask {
    var result: Mask = []
    var any = false
    for part in parts {
      let presence = part.presence
      if presence.contains(0) { any = true }
      result.append(contentsOf: presence)
    }
    return any ? result : []
  }

  private static func joinedText(
    _ parts: [Vector], _ total: Int, _ dictionary: TextDictionary
  ) -> Vector {
    let shared = parts.allSatisfy { part in
      switch part.unrepeated {
      case .text(_, let other): other === dictionary
      case .nothing: true
      default: false
      }
    }
    if shared {
      return .text(
        collect(parts, total, -1) { if case .text(let v, _) = $0 { v } else { nil } }, dictionary)
    }
    var builder = TextDictionaryBuilder()
    var codes: [Int32] = []
    codes.reserveCapacity(total)
    for part in parts {
      guard case .text(let v, let source) = part.expanded else {
        codes.append(contentsOf: repeatElement(-1, count: part.count))
        continue
      }
      var known = [Int32](repeating: -2, count: source.count)
      for code in v {
        if code < 0 {
          codes.append(-1)
          continue
        }
        if known[Int(code)] == -2 {
          known[Int(code)] = source.withText(code) { builder.insert($0) }
        }
        codes.append(known[Int(code)])
      }
    }
    return .text(codes, builder.finish())
  }
}
