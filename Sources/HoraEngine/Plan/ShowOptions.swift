// Comes in: `name = value` behind `show FORMAT`. Goes out: typed options, and which format takes
// which. One table for the checker, the renderers and the pages.

/// The name of an option behind `show`.
public enum ShowOption: String, Sendable, Hashable, CaseIterable {
  case title
  case label, value
  case rows, columns
  case a, b, weight
  case place
  case size, colour
  case width, bins, seed
  case order, frame
  case log, ascii, safe

  /// What an option takes.
  public enum Kind: Sendable, Hashable {
    case text
    /// A column of the rows.
    case column
    /// A field of the entities that are drawn.
    case field
    case flag
    case number(ClosedRange<Int>)
    case choice([String])
  }

  public var kind: Kind {
    switch self {
    case .title: .text
    case .label, .value, .rows, .columns, .a, .b, .weight, .place: .column
    case .size, .colour: .field
    case .width: .number(10...4000)
    case .bins: .number(1...200)
    case .seed: .number(0...1_000_000)
    case .order: .choice(["similarity", "data"])
    case .frame: .choice(["region", "europe"])
    case .log, .ascii, .safe: .flag
    }
  }

  /// The option a word names; `color` is `colour`.
  public init?(word: String) {
    let word = word.lowercased()
    self.init(rawValue: word == "color" ? "colour" : word)
  }

  /// The options a format takes, in the order they are listed.
  public static func of(_ format: Format) -> [ShowOption] {
    switch format {
    case .csv, .tsv: [.safe]
    case .html: [.title]
    case .dot, .graphml, .gexf: [.a, .b, .weight, .size, .colour]
    case .svg: allCases.filter { $0 != .safe }
    default: format.picture.map(of) ?? []
    }
  }

  private static func of(_ picture: Picture) -> [ShowOption] {
    switch picture {
    case .bars: [.title, .label, .value, .width, .log, .ascii]
    case .hist: [.title, .value, .bins, .width, .ascii]
    case .spark: [.title, .value, .ascii]
    case .matrix: [.title, .rows, .columns, .value, .order, .ascii]
    case .graph: [.title, .a, .b, .weight, .size, .colour, .width, .seed, .ascii]
    case .map: [.title, .place, .value, .a, .b, .weight, .frame, .width, .ascii]
    }
  }
}

/// The options behind `show`, checked.
public struct ShowOptions: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    /// A text, a choice, or the name of a column or field.
    case text(String)
    case number(Int)
    case flag(Bool)
  }

  public private(set) var values: [ShowOption: Value]

  public init(_ values: [ShowOption: Value] = [:]) { self.values = values }

  public mutating func set(_ option: ShowOption, _ value: Value) { values[option] = value }

  public func text(_ option: ShowOption) -> String? {
    if case .text(let text) = values[option] { text } else { nil }
  }

  public func number(_ option: ShowOption) -> Int? {
    if case .number(let number) = values[option] { number } else { nil }
  }

  public func isSet(_ option: ShowOption) -> Bool { values[option] == .flag(true) }
}
