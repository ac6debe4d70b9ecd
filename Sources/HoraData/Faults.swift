// Comes in: what a loader found wrong or had to guess. Goes out: counts and a list a person can work
// through. It must not decide what is done about a fault; the place that finds it does.

/// What can be wrong with data, or had to be guessed. Codes and rules stand in `Messages`.
public enum FaultKind: UInt8, Sendable, CaseIterable {
  case raggedShort, raggedLong, badByte, repeatedHeader, unclosedQuote, strayQuote
  case duplicateColumn, unnamedColumn, mixedNumbers, missingToken, decimalComma, typeMismatch
  case undeclaredColumn, unresolvedReference, duplicateKey, missingKey, taxonomyCycle, repeatedLink
  case mojibake, quotedTwice, mixedScript, nameClash, tieUnknown, badRecord, outsideVocabulary
  case emptyFile, ambiguousValues, nestedValue, skippedFile, closureTooLarge, notATable
  case encodingDetected, byteOrderMark, separatorDetected, blankLines, parentPath

  /// False for what is only said (a detected encoding), which `strict` does not mind.
  public var isFault: Bool { rawValue < FaultKind.encodingDetected.rawValue }
}

/// One finding.
public struct Fault: Sendable, Hashable {
  public var kind: FaultKind
  /// The file as the user knows it.
  public var file: String
  /// From 1; nil where the finding is about a file or column as a whole.
  public var line: Int?
  public var column: String?
  /// The offending text, cut at 200 bytes.
  public var text: String
  /// What was done about it.
  public var done: String
}

/// All findings of a load.
public struct FaultReport: Sendable {
  /// Each kind that occurred, with how often, in order of kind.
  public internal(set) var counts: [(kind: FaultKind, count: Int)] = []
  /// In order of file and line; at most `LoadOptions.faultLimit` of each kind and file.
  public internal(set) var faults: [Fault] = []
  /// Rows that could not be read, as they stood.
  public internal(set) var rejects: [Reject] = []

  /// A row that could not be read.
  public struct Reject: Sendable, Hashable {
    public var file: String
    public var line: Int
    public var bytes: [UInt8]
  }

  public func count(_ kind: FaultKind) -> Int {
    counts.first { $0.kind == kind }?.count ?? 0
  }

  /// Faults proper, without what is only said.
  public var faultCount: Int { counts.reduce(0) { $0 + ($1.kind.isFault ? $1.count : 0) } }

  /// How many were counted but are not in ``faults``.
  public var unlisted: Int { counts.reduce(0) { $0 + $1.count } - faults.count }

  /// The rejected rows as one text, each as it stood.
  public var rejectText: [UInt8] {
    var out: [UInt8] = []
    for reject in rejects {
      out.append(contentsOf: reject.bytes)
      if out.last != 0x0A { out.append(0x0A) }
    }
    return out
  }
}

/// Collects the findings of one file, or of the network as a whole.
final class FaultCollector {
  let file: String
  let limit: Int
  private(set) var counts = [Int](repeating: 0, count: FaultKind.allCases.count)
  private(set) var faults: [Fault] = []
  private(set) var rejects: [FaultReport.Reject] = []
  private var listed = [Int](repeating: 0, count: FaultKind.allCases.count)

  init(file: String, limit: Int) {
    self.file = file
    self.limit = limit
  }

  func add(
    _ kind: FaultKind, file: String? = nil, line: Int? = nil, column: String? = nil,
    text: @autoclosure () -> String, done: @autoclosure () -> String
  ) {
    counts[Int(kind.rawValue)] += 1
    guard listed[Int(kind.rawValue)] < limit else { return }
    listed[Int(kind.rawValue)] += 1
    faults.append(
      Fault(
        kind: kind, file: file ?? self.file, line: line, column: column, text: cut(text()),
        done: done()))
  }

  func reject(line: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    rejects.append(FaultReport.Reject(file: file, line: line, bytes: Array(bytes)))
  }

  private func cut(_ text: String) -> String {
    if text.utf8.count <= 200 { return text }
    var short = ""
    for character in text {
      if short.utf8.count + character.utf8.count > 197 { break }
      short.append(character)
    }
    return short + "…"
  }

  static func report(_ collectors: [FaultCollector]) -> FaultReport {
    var report = FaultReport()
    for kind in FaultKind.allCases {
      let count = collectors.reduce(0) { $0 + $1.counts[Int(kind.rawValue)] }
      if count > 0 { report.counts.append((kind, count)) }
    }
    for collector in collectors {
      report.faults += collector.faults
      report.rejects += collector.rejects
    }
    // Stable, so that findings of one line keep the order they were found in.
    let order = report.faults.indices.sorted { a, b in
      let (x, y) = (report.faults[a], report.faults[b])
      if x.file != y.file { return x.file < y.file }
      return (x.line ?? 0, a) < (y.line ?? 0, b)
    }
    report.faults = order.map { report.faults[$0] }
    return report
  }
}
