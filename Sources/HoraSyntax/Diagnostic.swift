// Diagnostics: errors, warnings and lints as values.
// A pass makes them, a renderer shows them; nothing here prints. The codes are stable, the wording
// is not. H01xx lexer, H02xx parser, H03xx checker, H04xx values and lints, H05xx run time,
// H06xx data.

public enum Severity: String, Sendable, Hashable, CaseIterable {
  case error, warning
  /// A lint: right, but probably not what was meant, or not how it is written.
  case note
}

/// A stable code such as `H0203`.
public struct DiagnosticCode: Sendable, Hashable, CustomStringConvertible {
  public let number: Int

  public init(_ number: Int) { self.number = number }

  public var description: String {
    let digits = String(max(0, number))
    return "H" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

/// A second place that a message points at.
public struct Label: Sendable, Hashable {
  public var range: SourceRange
  public var text: String

  public init(_ range: SourceRange, _ text: String) {
    self.range = range
    self.text = text
  }
}

/// One replacement of a range by a text.
public struct Edit: Sendable, Hashable {
  public var range: SourceRange
  public var replacement: String

  public init(_ range: SourceRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// A change that puts things right: edits that do not overlap.
public struct FixIt: Sendable, Hashable {
  public var message: String
  public var edits: [Edit]

  public init(_ message: String, edits: [Edit]) {
    self.message = message
    self.edits = edits
  }

  public init(_ message: String, replace range: SourceRange, with replacement: String) {
    self.init(message, edits: [Edit(range, replacement)])
  }

  /// The bytes with the edits made. Edits outside the text or over another are left out.
  public func applied(to source: SourceText) -> SourceText {
    var bytes: [UInt8] = []
    var position = 0
    let sorted = edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    for edit in sorted {
      let range = source.clamped(edit.range)
      guard range.lowerBound >= position else { continue }
      bytes += source.bytes[position..<range.lowerBound]
      bytes += Array(edit.replacement.utf8)
      position = range.upperBound
    }
    bytes += source.bytes[position...]
    return SourceText(bytes: bytes, name: source.name)
  }
}

public struct Diagnostic: Sendable, Hashable {
  public var code: DiagnosticCode
  public var severity: Severity
  /// One sentence without a full stop: what is wrong.
  public var message: String
  /// The place the message is about.
  public var range: SourceRange
  /// What is written at the primary range, often nothing.
  public var label: String
  public var labels: [Label]
  public var notes: [String]
  public var fixIts: [FixIt]

  public init(
    code: Int, severity: Severity = .error, message: String, range: SourceRange,
    label: String = "", labels: [Label] = [], notes: [String] = [], fixIts: [FixIt] = []
  ) {
    self.code = DiagnosticCode(code)
    self.severity = severity
    self.message = message
    self.range = range
    self.label = label
    self.labels = labels
    self.notes = notes
    self.fixIts = fixIts
  }
}
