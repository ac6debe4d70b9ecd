// Comes in: texts and lists of texts. Goes out: texts cut into lists, lists joined into texts, and how
// similar texts are. Each different text of a dictionary is cut once, and compared once with a text
// that is the same in every row.

extension Run {
  /// A text cut at each place where the separator stands; at every letter where that is empty.
  func split(_ values: [Vector]) -> Vector {
    guard values.count == 2, case .text(let codes, let dictionary) = values[0].expanded,
      case .text(let separators, let other) = values[1].expanded
    else { return .nothing(count: values[0].count) }
    var builder = TextDictionaryBuilder()
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(codes.count + 1)
    var elements: [Int32] = []
    // Where the parts of a text stand in `elements`, if its separator was the same.
    var known = [(from: Int32, to: Int32, separator: Int32)](
      repeating: (0, 0, -1), count: dictionary.count)
    for row in codes.indices {
      if codes[row] >= 0, separators[row] >= 0 {
        let before = known[Int(codes[row])]
        if before.separator == separators[row] {
          for place in before.from..<before.to { elements.append(elements[Int(place)]) }
        } else {
          let from = Int32(elements.count)
          dictionary.withText(codes[row]) { text in
            other.withText(separators[row]) { separator in
              TextFunctions.split(text, separator) { elements.append(builder.insert($0)) }
            }
          }
          known[Int(codes[row])] = (from, Int32(elements.count), separators[row])
        }
      }
      offsets.append(Int32(elements.count))
    }
    return .list(offsets: offsets, elements: .text(elements, builder.finish()))
  }

  /// The texts of a list with a separator between them; missing where there is none.
  func join(_ values: [Vector]) -> Vector {
    let count = values[0].count
    guard values.count == 2, case .text(let separators, let other) = values[1].expanded else {
      return .nothing(count: count)
    }
    let (offsets, elements) = values[0].asList
    guard case .text(let codes, let dictionary) = elements.expanded else {
      return .nothing(count: count)
    }
    var builder = TextDictionaryBuilder()
    var buffer: [UInt8] = []
    var result = [Int32](repeating: -1, count: count)
    for row in 0..<count where separators[row] >= 0 && offsets[row + 1] > offsets[row] {
      buffer.removeAll(keepingCapacity: true)
      for place in offsets[row]..<offsets[row + 1] {
        if place > offsets[row] {
          other.withText(separators[row]) { buffer.append(contentsOf: $0) }
        }
        dictionary.withText(codes[Int(place)]) { buffer.append(contentsOf: $0) }
      }
      result[row] = buffer.withUnsafeBufferPointer { builder.insertComposed($0) }
    }
    return .text(result, builder.finish())
  }

  func similarity(_ values: [Vector]) throws(RunError) -> Vector {
    guard values.count == 2, case .text(let left, let one) = values[0].expanded,
      case .text(let right, let two) = values[1].expanded
    else { return .nothing(count: values[0].count) }
    var measure = Similarity()
    var letters = 0
    func between(_ a: Int32, _ b: Int32) -> Double {
      one.forms.with(a) { a in
        two.forms.with(b) { b in
          letters += a.count + b.count
          return measure.between(a, b)
        }
      }
    }
    // A side that is the same in every row is compared once with each text of the other.
    var varying: [Int32]?
    if case .repeated = values[1] {
      varying = left
    } else if case .repeated = values[0] {
      varying = right
    }
    var known = [Double](
      repeating: -1, count: varying == nil ? 0 : max(one.count, two.count))
    var mask = Mask(repeating: 1, count: left.count)
    let result = left.indices.map { row -> Double in
      guard left[row] >= 0, right[row] >= 0 else {
        mask[row] = 0
        return 0
      }
      guard let varying else { return between(left[row], right[row]) }
      let code = Int(varying[row])
      if known[code] < 0 { known[code] = between(left[row], right[row]) }
      return known[code]
    }
    try charge(letters)
    return .decimal(result, mask.contains(0) ? mask : [])
  }
}

extension TextDictionaryBuilder {
  /// The code of a text in any form.
  fileprivate mutating func insertComposed(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    Composition.isComposed(text)
      ? insert(text) : insert(Composition.composed(String(decoding: text, as: UTF8.self)))
  }
}
