// Comes in: the columns of a result, and the options behind `show`. Goes out: which column is the
// label, the value, the ends of a tie; or what is missing. The checker asks before a run, renderers
// when they draw; no row is looked at.

/// The columns a picture is drawn from, by their places.
public struct PictureColumns: Sendable, Hashable {
  /// Bars: what each bar is called. Matrix: what each row is called.
  public var label: Int?
  /// Bars, histogram, sparks: each gives a picture. Matrix: the columns, where each is one.
  public var values: [Int] = []
  /// Matrix: the column whose values are the columns.
  public var columns: Int?
  /// Graph: the ends of a tie. `b` may hold many.
  public var a: Int?
  public var b: Int?
  public var weight: Int?
  /// Map: where a value stands.
  public var place: Int?
}

/// Why a picture cannot be drawn: told by the checker, or when it is drawn.
public struct PictureFault: Error, Sendable, Hashable {
  public var code: Int
  public var message: String
  public var help: [String]
  /// The option that names what is not there.
  public var option: ShowOption?
  /// The names it could have.
  public var known: [String]

  public init(
    code: Int, _ message: String, help: [String], option: ShowOption? = nil, known: [String] = []
  ) {
    self.code = code
    self.message = message
    self.help = help
    self.option = option
    self.known = known
  }
}

extension Picture {
  /// - Parameter isComplete: false where a `pivot` adds columns that are not known yet.
  public func columns(
    in infos: [ColumnInfo], _ options: ShowOptions, isComplete: Bool = true
  ) throws(PictureFault) -> PictureColumns {
    try PictureReader(infos: infos, options: options, isComplete: isComplete).columns(of: self)
  }

  /// The picture that fits the columns best; nil where none does.
  public static func fitting(_ infos: [ColumnInfo]) -> Picture? {
    let entities = infos.filter { $0.type.isEntity && $0.cardinality != .many }
    if entities.count >= 2 && infos.contains(where: { $0.name == "b" }) { return .graph }
    if infos.contains(where: \.isPivoted) { return .matrix }
    return infos.contains { $0.type.isNumber && $0.cardinality != .many } ? .bars : nil
  }
}

private struct PictureReader {
  let infos: [ColumnInfo]
  let options: ShowOptions
  let isComplete: Bool

  func columns(of picture: Picture) throws(PictureFault) -> PictureColumns {
    switch picture {
    case .bars: try bars()
    case .hist, .spark: try values(picture)
    case .matrix: try matrix()
    case .graph: try graph()
    case .map: try map()
    }
  }

  private func isNumber(_ index: Int) -> Bool { infos[index].type.isNumber && isOne(index) }
  private func isOne(_ index: Int) -> Bool { infos[index].cardinality != .many }
  private var numbers: [Int] { infos.indices.filter(isNumber) }

  /// The column an option names; nil where the option is not set.
  private func named(_ option: ShowOption, number: Bool = false) throws(PictureFault) -> Int? {
    guard let name = options.text(option) else { return nil }
    let exact = infos.firstIndex { $0.name == name }
    guard
      let index = exact ?? infos.firstIndex(where: { $0.name.lowercased() == name.lowercased() })
    else {
      // A `pivot` may still make it.
      if !isComplete { return nil }
      throw PictureFault(
        code: 773, "the rows have no column `\(name)`",
        help: ["they have " + infos.map(\.name).joined(separator: ", ")], option: option,
        known: infos.map(\.name))
    }
    if number, !isNumber(index) {
      throw PictureFault(
        code: 772, "`\(option.rawValue)` needs a column of numbers, and `\(name)` has none",
        help: ["count or sum it first, as in `count by country`"], option: option)
    }
    return index
  }

  private func bars() throws(PictureFault) -> PictureColumns {
    var result = PictureColumns()
    let label = try named(.label)
    result.label =
      label ?? infos.indices.first { isOne($0) && !infos[$0].type.isNumber }
      ?? (numbers.count > 1 ? numbers.first : nil)
    result.values = try valueColumns(.bars, besides: result.label)
    return result
  }

  private func values(_ picture: Picture) throws(PictureFault) -> PictureColumns {
    var result = PictureColumns()
    result.values = try valueColumns(picture, besides: nil)
    return result
  }

  private func valueColumns(
    _ picture: Picture, besides label: Int?
  ) throws(PictureFault) -> [Int] {
    if let value = try named(.value, number: true) { return [value] }
    let values = numbers.filter { $0 != label }
    if values.isEmpty, isComplete {
      throw PictureFault(
        code: 772, "`\(picture.rawValue)` draws numbers, and the rows have no column of them",
        help: ["count or sum first, as in `count by country show \(picture.rawValue)`"])
    }
    return values
  }

  private func matrix() throws(PictureFault) -> PictureColumns {
    var result = PictureColumns()
    let rows = try named(.rows)
    let columns = try named(.columns)
    let value = try named(.value, number: true)
    result.label =
      rows ?? infos.indices.first { isOne($0) && $0 != columns && !infos[$0].isPivoted }
    let pivoted = infos.indices.filter { infos[$0].isPivoted }
    if columns == nil, !isComplete || !pivoted.isEmpty {
      result.values = pivoted.filter(isNumber)
    } else {
      let others = infos.indices.filter { $0 != result.label && $0 != value }
      result.columns =
        columns ?? others.first { !isOne($0) } ?? others.first { !isNumber($0) }
        ?? (others.count > 1 || value != nil ? others.first : nil)
      if let value {
        result.values = [value]
      } else if let number = numbers.first(where: { $0 != result.label && $0 != result.columns }) {
        result.values = result.columns.map { isOne($0) } ?? true ? [number] : []
      }
    }
    if isComplete, result.label == nil || result.columns == nil && result.values.isEmpty {
      throw PictureFault(
        code: 772, "a matrix needs a column for its rows and one for its columns",
        help: [
          "as in `members select name, competences show matrix`, "
            + "or behind `summarize n = count() by country, year(start)`"
        ])
    }
    return result
  }

  private func graph() throws(PictureFault) -> PictureColumns {
    var result = PictureColumns()
    let a = try named(.a)
    let b = try named(.b)
    let entities = infos.indices.filter { infos[$0].type.isEntity }
    result.a =
      a ?? entities.first { infos[$0].name == "a" && isOne($0) }
      ?? entities.first { isOne($0) && $0 != b }
    result.b =
      b ?? entities.first { infos[$0].name == "b" && $0 != result.a }
      ?? entities.first { isOne($0) && $0 != result.a } ?? entities.first { $0 != result.a }
    guard let from = result.a, result.b != nil, isOne(from) else {
      throw PictureFault(
        code: 772, "a graph needs two columns of entities, the ends of each tie",
        help: [
          "a network gives them (`network collab = members via projects`, then `collab show graph`), "
            + "or `a = …` and `b = …` name two columns"
        ])
    }
    result.weight = try weight()
    return result
  }

  private func weight() throws(PictureFault) -> Int? {
    try named(.weight, number: true) ?? infos.indices.first {
      infos[$0].name == "weight" && isNumber($0)
    }
      ?? numbers.first
  }

  private func map() throws(PictureFault) -> PictureColumns {
    var result = PictureColumns()
    let isTies = options.text(.a) != nil || options.text(.b) != nil
    let names = infos.map(\.name)
    if isTies || options.text(.place) == nil && names.contains("a") && names.contains("b") {
      return try graph()
    }
    let singles = infos.indices.filter {
      isOne($0) && (infos[$0].type.isEntity || infos[$0].type == .text)
    }
    result.place =
      try named(.place) ?? singles.first { infos[$0].name == "country" && infos[$0].type.isEntity }
      ?? singles.first { infos[$0].type.isEntity } ?? singles.first
    guard let place = result.place else {
      throw PictureFault(
        code: 772, "a map needs a column of places",
        help: ["as in `members count by country show map`; `place = …` names another column"])
    }
    if let value = try named(.value, number: true) {
      result.values = [value]
    } else if infos.count - numbers.count == 1, let value = numbers.first(where: { $0 != place }) {
      // Beside the place there are only numbers: the first is what is drawn. Else rows are counted.
      result.values = [value]
    }
    return result
  }
}
