// Comes in: two lists in each row. Goes out: how alike they are as sets. Each element is looked at once: it leaves a
// mark under its number, so nothing is hashed or allocated for a row.

extension Run {
  /// How alike two sets of values are, in each row.
  func setMeasure(_ function: Function, _ left: Vector, _ right: Vector, _ count: Int) -> Vector {
    let l = left.expanded.asList
    let r = right.expanded.asList
    let (numbers, bound) = Run.numbered(Vector.joined([l.elements, r.elements]))
    let shift = l.elements.count
    var marks = [Int32](repeating: 0, count: bound)
    let isCondition = function == .containsAll || function == .sameSet
    var truths = [UInt8](repeating: 0, count: isCondition ? count : 0)
    var measures = [Double](repeating: 0, count: isCondition ? 0 : count)
    for row in 0..<count {
      let leftMark = Int32(truncatingIfNeeded: 2 * row + 1)
      let rightMark = leftMark + 1
      var a = 0
      var b = 0
      var common = 0
      for place in Int(l.offsets[row])..<Int(l.offsets[row + 1]) {
        let number = Int(numbers[place])
        if marks[number] == leftMark { continue }
        marks[number] = leftMark
        a += 1
      }
      for place in Int(r.offsets[row])..<Int(r.offsets[row + 1]) {
        let number = Int(numbers[place + shift])
        if marks[number] == rightMark { continue }
        if marks[number] == leftMark { common += 1 }
        marks[number] = rightMark
        b += 1
      }
      if isCondition {
        truths[row] = common == b && (function == .containsAll || common == a) ? 1 : 0
      } else {
        measures[row] = SetMeasure.value(function, Double(a), Double(b), Double(common))
      }
    }
    return isCondition ? .bool(truths) : .decimal(measures, [])
  }

  /// Equal values have equal numbers, from 0 up to below `bound`.
  private static func numbered(_ elements: Vector) -> (numbers: [Int32], bound: Int) {
    let codes: [Int32]
    switch elements {
    case .text(let values, _), .entity(let values): codes = values
    default: codes = []
    }
    // Codes are such numbers, unless they are few of very many.
    if let least = codes.min(), let greatest = codes.max(), least >= 0,
      Int(greatest) < 4 * codes.count + 1024
    {
      return (codes, Int(greatest) + 1)
    }
    var grouper = Grouper(count: elements.count)
    grouper.add(elements)
    return (grouper.groups, grouper.count)
  }
}

enum SetMeasure {
  /// From the sizes of two sets and of what they share; 0 where a set is empty.
  @inline(__always)
  static func value(_ function: Function, _ a: Double, _ b: Double, _ common: Double) -> Double {
    let base: Double =
      switch function {
      case .jaccard: a + b - common
      case .cosine: (a * b).squareRoot()
      case .overlap: min(a, b)
      default: a * b
      }
    return base == 0 ? 0 : common / base
  }
}
