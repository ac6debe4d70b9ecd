// Comes in: texts. Goes out: texts or truths. Each different text of a dictionary is looked at
// once, however many rows bear it.

/// The texts of a dictionary after a function, and the new code of each old one.
struct MappedTexts {
  var dictionary: TextDictionary
  var codes: [Int32]
}

extension Run {
  func matches(
    _ text: ExpressionID, _ pattern: TextPattern, _ id: ExpressionID, _ batch: Batch
  ) throws(RunError) -> [UInt8] {
    let (values, offsets) = try evaluate(text, batch).asListOrScalar
    guard case .text(let codes, let dictionary) = values.expanded else {
      return [UInt8](repeating: 0, count: batch.count)
    }
    if matchers[id] == nil { matchers[id] = try matcher(pattern) }
    guard var matcher = matchers.removeValue(forKey: id) else {
      return [UInt8](repeating: 0, count: batch.count)
    }
    let before = matcher.steps
    let hits = memo(id, dictionary, codes, useForms: matcher.usesForms) { matcher.matches($0) }
    let work = matcher.steps &- before
    matchers[id] = matcher
    try charge(Int(truncatingIfNeeded: work))
    return offsets.map { Selection.any(hits, $0) } ?? hits
  }

  /// A truth of each text, asked once for each different one.
  func memo(
    _ id: ExpressionID, _ dictionary: TextDictionary, _ codes: [Int32], useForms: Bool,
    _ ask: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [UInt8] {
    let key = TextMemoKey(expression: id, dictionary: ObjectIdentifier(dictionary))
    var known = textMemo.removeValue(forKey: key) ?? [UInt8](repeating: 0, count: dictionary.count)
    let forms = useForms ? dictionary.forms : nil
    let bytes = forms?.bytes ?? dictionary.bytes
    let result = bytes.withUnsafeBufferPointer { all in
      codes.map { code -> UInt8 in
        if code < 0 { return 0 }
        if known[Int(code)] == 0 {
          let range = forms?.range(code) ?? dictionary.range(code)
          known[Int(code)] = ask(UnsafeBufferPointer(rebasing: all[range])) ? 2 : 1
        }
        return known[Int(code)] - 1
      }
    }
    if textMemo[key] == nil { keep(dictionary) }
    textMemo[key] = known
    return result
  }

  /// Each text after `map`, done once for each different one.
  func mapTexts(
    _ id: ExpressionID, _ vector: Vector, _ map: (String) -> String?
  ) -> Vector {
    switch vector {
    case .repeated(let row, let count): return .repeated(mapTexts(id, row, map), count: count)
    case .list(let offsets, let elements):
      return Lists.flatten(offsets, mapTexts(id, elements, map))
    case .text(let codes, let dictionary):
      let key = TextMemoKey(expression: id, dictionary: ObjectIdentifier(dictionary))
      let mapped: MappedTexts
      if let known = mappedTexts[key] {
        mapped = known
      } else {
        var builder = TextDictionaryBuilder()
        let newCodes = (0..<Int32(dictionary.count)).map { code -> Int32 in
          guard let text = map(dictionary.string(code)) else { return -1 }
          return builder.insert(Composition.composed(text))
        }
        mapped = MappedTexts(dictionary: builder.finish(), codes: newCodes)
        mappedTexts[key] = mapped
        keep(dictionary)
      }
      return .text(Gather.take(mapped.codes, codes, missing: -1), mapped.dictionary)
    default: return .nothing(count: vector.count)
    }
  }

  /// Joins texts; missing where a part is.
  func concatenate(_ parts: [ExpressionID], _ batch: Batch) throws(RunError) -> Vector {
    var columns: [([Int32], TextDictionary)] = []
    for part in parts {
      guard case .text(let codes, let dictionary) = try evaluate(part, batch).expanded else {
        return .nothing(count: batch.count)
      }
      columns.append((codes, dictionary))
    }
    var builder = TextDictionaryBuilder()
    var buffer: [UInt8] = []
    var codes = [Int32](repeating: -1, count: batch.count)
    rows: for row in 0..<batch.count {
      buffer.removeAll(keepingCapacity: true)
      for (column, dictionary) in columns {
        if column[row] < 0 { continue rows }
        dictionary.withText(column[row]) { buffer.append(contentsOf: $0) }
      }
      codes[row] = buffer.withUnsafeBufferPointer { text in
        Composition.isComposed(text)
          ? builder.insert(text)
          : builder.insert(Composition.composed(String(decoding: text, as: UTF8.self)))
      }
    }
    return .text(codes, builder.finish())
  }
}
