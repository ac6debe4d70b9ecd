// The texts of one program: a script, and what it uses.
// In: sources. Out: for each a base, so that an offset says in which of them it lies. It reads no
// files.

/// Sources side by side. Offsets in the first are its own, so a program of one text needs no care;
/// each further text begins one byte behind the one before.
public struct SourceSet: Sendable {
  public private(set) var sources: [SourceText]
  private var bases: [Int]

  public init(_ source: SourceText) {
    sources = [source]
    bases = [0]
  }

  /// The text that was asked for.
  public var main: SourceText { sources[0] }

  /// - Returns: the base of the source: what its own offsets are counted from.
  public mutating func add(_ source: SourceText) -> Int {
    let base = (bases.last ?? 0) + (sources.last?.bytes.count ?? 0) + 1
    sources.append(source)
    bases.append(base)
    return base
  }

  /// The source that an offset lies in.
  public func index(ofByte offset: Int) -> Int {
    var low = 0
    var high = bases.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bases[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// A diagnostic with the source it is about, its ranges counted from that source's start. Labels
  /// and fixes in another source are left out.
  public func located(_ diagnostic: Diagnostic) -> (diagnostic: Diagnostic, source: SourceText) {
    let index = index(ofByte: diagnostic.range.start)
    guard index > 0 else { return (diagnostic, sources[0]) }
    func isHere(_ range: SourceRange) -> Bool { self.index(ofByte: range.start) == index }
    var result = diagnostic
    result.labels.removeAll { !isHere($0.range) }
    result.fixIts.removeAll { !$0.edits.allSatisfy { isHere($0.range) } }
    return (result.moved(by: -bases[index]), sources[index])
  }
}

extension Diagnostic {
  /// The same with all its places moved.
  public func moved(by distance: Int) -> Diagnostic {
    func moved(_ range: SourceRange) -> SourceRange {
      SourceRange(start: range.start + distance, end: range.end + distance)
    }
    var result = self
    result.range = moved(range)
    result.labels = labels.map { Label(moved($0.range), $0.text) }
    result.fixIts = fixIts.map { fix in
      FixIt(fix.message, edits: fix.edits.map { Edit(moved($0.range), $0.replacement) })
    }
    return result
  }
}
