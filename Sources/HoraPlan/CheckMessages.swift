// Comes in: what is wrong. Goes out: the message. All messages of the checker stand here, one
// function each: place, cause, cure.

import HoraEngine
import HoraSyntax

enum CheckMessage {
  static func notBuilt(_ feature: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 399, message: "\(feature) is part of the language but does not run yet", range: range)
  }

  static func unknownVersion(_ version: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 398, message: "this is Hora language 1; the text asks for \(version)", range: range)
  }

  static func tooDeep(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 397, message: "this is nested too deeply to be checked", range: range,
      notes: ["`let` gives an inner part a name of its own"])
  }

  // MARK: Types

  static func noParts(
    _ name: String, _ type: ValueType, _ range: SourceRange, _ schema: Schema
  ) -> Diagnostic {
    Diagnostic(
      code: 311, message: "`.\(name)` needs an entity before it, not \(describe(type, schema))",
      range: range)
  }

  static func notACondition(
    _ text: String, _ type: ValueType, many: Bool, isLiteral: Bool, _ range: SourceRange,
    _ schema: Schema
  ) -> Diagnostic {
    let cure =
      isLiteral
      ? ["compare it with a field: `name = \(text)`"]
      : many
        ? ["`exists \(text)` asks whether there is any, `some \(text)` whether one is true"]
        : type == .bool ? [] : ["compare it with something, or ask `exists \(text)`"]
    return Diagnostic(
      code: 312,
      message: "this should be true or false, but is "
        + (many ? "many values" : describe(type, schema)), range: range, notes: cure,
      fixIts: isLiteral
        ? []
        : [
          FixIt(
            "write `exists \(text)`", replace: SourceRange(start: range.start, end: range.start),
            with: "exists ")
        ])
  }

  /// `country = "Serbia" or "Croatia"`
  static func comparedOnce(
    _ comparison: String, _ text: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 312, message: "`\(text)` by itself is not true or false: nothing is compared with it",
      range: range, notes: ["several values at once: `in [first, second]`"],
      fixIts: [
        FixIt(
          "compare again", replace: SourceRange(start: range.start, end: range.start),
          with: comparison + " ")
      ])
  }

  static func manyAsOne(_ text: String, _ type: ValueType, _ range: SourceRange) -> Diagnostic {
    let first = type.isNumber ? "sum(\(text))" : "count(\(text))"
    return Diagnostic(
      code: 313, message: "`\(text)` has many values in a row, and one is needed here",
      range: range,
      notes: [
        "take one of them with `\(first)` or `first(\(text))`, or make a row of each with `each`"
      ],
      fixIts: [
        FixIt("write `\(first)`", replace: range, with: first),
        FixIt("write `first(\(text))`", replace: range, with: "first(\(text))"),
      ])
  }

  static func cannotCompare(
    _ left: ValueType, _ leftText: String, _ right: ValueType, _ rightText: String,
    _ range: SourceRange, _ rightRange: SourceRange, _ schema: Schema
  ) -> Diagnostic {
    var notes: [String] = []
    var fixes: [FixIt] = []
    let dates = left == .date && right.isNumber ? LiteralText.dates(writtenAs: rightText) : []
    if !dates.isEmpty {
      return Diagnostic(
        code: 314, message: "dates are written year-month-day, such as \(dates[0])",
        range: rightRange, label: "this is a division or a difference",
        fixIts: dates.map { FixIt("write \($0)", replace: rightRange, with: $0) })
    }
    if left.isEntity && right.isNumber {
      notes.append("how many there are: `count(\(leftText))`")
      fixes.append(
        FixIt(
          "count them", replace: SourceRange(start: range.start, end: rightRange.start),
          with: "count(\(leftText)) > "))
    }
    if left.isEntity && right == .text || left == .text && right.isEntity {
      notes.append("an entity compares with a text by `=`, `in` and `~` only")
    } else if left == .text && right.isNumber {
      notes.append("`int(\(leftText))` reads a number from a text")
    } else if left.isNumber && right == .text {
      notes.append("write the number without quotes")
      let digits = LiteralText.text(rightText)
      if Int64(digits) != nil {
        fixes.append(FixIt("write \(digits)", replace: rightRange, with: digits))
      }
    }
    return Diagnostic(
      code: 314,
      message: "\(describe(left, schema)) does not compare so with \(describe(right, schema))",
      range: range, notes: notes, fixIts: fixes)
  }

  static func cannotMatch(
    _ left: ValueType, _ text: String, _ right: ValueType, _ range: SourceRange, _ schema: Schema
  ) -> Diagnostic {
    Diagnostic(
      code: 315,
      message: "`~` looks for words or concepts; it cannot ask \(describe(left, schema)) for "
        + describe(right, schema),
      range: range, notes: left.isNumber || left == .date ? ["compare with `=`, `<` or `in`"] : [])
  }

  static func notATaxonomy(
    _ text: String, _ type: ValueType, _ range: SourceRange, _ schema: Schema
  ) -> Diagnostic {
    Diagnostic(
      code: 316,
      message: "`under` needs concepts of a taxonomy before it, not \(describe(type, schema))",
      range: range)
  }

  static func textNotKnown(_ text: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 317,
      message: "a text that is looked up must be known before the first row, and `\(text)` is not",
      range: range)
  }

  static func equalsMissing(
    _ text: String, isNegated: Bool, _ range: SourceRange
  ) -> Diagnostic {
    let ours = "\(text) is \(isNegated ? "not " : "")missing"
    return Diagnostic(
      code: 318, message: "nothing equals `missing`; ask whether a value is missing", range: range,
      fixIts: [FixIt("write `\(ours)`", replace: range, with: ours)])
  }

  static func notANumber(
    _ text: String, _ type: ValueType, _ range: SourceRange, _ schema: Schema
  ) -> Diagnostic {
    Diagnostic(
      code: 319, message: "a number is needed here, not \(describe(type, schema))", range: range)
  }

  static func cannotCompute(
    _ operation: ArithmeticOperator, _ left: ValueType, _ right: ValueType, _ range: SourceRange,
    _ schema: Schema
  ) -> Diagnostic {
    let sign =
      switch operation {
      case .add: "+"
      case .subtract: "-"
      case .multiply: "*"
      case .divide: "/"
      case .remainder: "%"
      }
    return Diagnostic(
      code: 320,
      message: "`\(sign)` does not work between \(describe(left, schema)) and "
        + describe(right, schema), range: range,
      notes: (left == .text) != (right == .text) && operation == .add
        ? ["`text(x)` makes a text of a value"] : [])
  }

  static func mixedList(
    _ types: [ValueType], _ range: SourceRange, _ schema: Schema
  ) -> Diagnostic {
    Diagnostic(
      code: 321, message: "these values are of different types: \(describe(types, schema))",
      range: range)
  }

  static func mixedBranches(
    _ types: [ValueType], _ range: SourceRange, _ schema: Schema
  ) -> Diagnostic {
    Diagnostic(
      code: 322, message: "the branches give different types: \(describe(types, schema))",
      range: range)
  }

  static func tooLarge(_ text: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 323, message: "the number \(text) is too large", range: range,
      notes: ["whole numbers have 64 bits, up to 9223372036854775807"])
  }

  static func noSuchDate(_ text: String, _ range: SourceRange) -> Diagnostic {
    let isYear = text.count == 4 && text.allSatisfy(\.isNumber)
    let dates = isYear ? [text] : LiteralText.dates(writtenAs: text)
    return Diagnostic(
      code: 324, message: "there is no date \(text)", range: range,
      notes: ["dates are written as 2015-12-01, months as 2015-12, quarters as 2015-Q4"],
      fixIts: dates.map { FixIt("write \($0)", replace: range, with: $0) })
  }

  static func wrongDefault(
    _ name: String, _ type: ValueType, _ given: ValueType, _ range: SourceRange, _ schema: Schema
  ) -> Diagnostic {
    Diagnostic(
      code: 325,
      message: "the default of `\(name)` is \(describe(given, schema)), not "
        + describe(type, schema), range: range)
  }

  // MARK: Places

  static func onlyInStatement(_ clause: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 330,
      message: "\(clause) belongs to a statement's own query, not to one in `let` or brackets",
      range: range)
  }

  static func unknownFormat(
    _ name: String, _ nearest: [String], _ formats: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 386, message: "there is no format `\(name)`", range: range,
      notes: ["there are " + formats.joined(separator: ", ")],
      fixIts: nearest.map { FixIt("write `\($0)`", replace: range, with: $0) })
  }

  static func unknownShowOption(
    _ name: String, _ format: String, _ nearest: [String], _ known: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 770, message: "`show \(format)` has no option `\(name)`", range: range,
      notes: [
        known.isEmpty ? "it has none" : "its options are " + known.joined(separator: ", ")
      ],
      fixIts: nearest.map { FixIt("write `\($0)`", replace: range, with: $0) })
  }

  static func wrongShowOption(_ option: ShowOption, _ range: SourceRange) -> Diagnostic {
    let wanted =
      switch option.kind {
      case .text: "a text, as in `\(option.rawValue) = \"Members\"`"
      case .column: "the name of a column"
      case .field: "the name of a field of what is drawn"
      case .flag: "true or false"
      case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
      case .choice(let words): words.joined(separator: " or ")
      }
    return Diagnostic(
      code: 771, message: "the option `\(option.rawValue)` takes \(wanted)", range: range)
  }

  static func showOptionTwice(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 774, message: "the option `\(name)` is given twice", range: range,
      notes: ["leave one of them out"])
  }

  /// The rows do not give what the picture needs.
  static func picture(
    _ fault: PictureFault, _ nearest: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: fault.code, message: fault.message, range: range, notes: fault.help,
      fixIts: nearest.map { FixIt("write `\($0)`", replace: range, with: $0) })
  }

  static func savesNothing(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 387, message: "nothing is saved here: the host of this program writes no files",
      range: range, fixIts: [FixIt("leave `save` out", replace: range, with: "")])
  }

  static func noClock(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 388, message: "`today()` has no answer here: the host of this program gives no clock",
      range: range, notes: ["a parameter can stand for the day: `param today: date`"])
  }

  static func optionNotHere(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(code: 332, message: "there is no option `\(name)` here", range: range)
  }

  static func notCallable(_ range: SourceRange) -> Diagnostic {
    Diagnostic(code: 333, message: "this cannot be called", range: range)
  }

  static func notACount(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 334, message: "a whole number or the name of one is needed, and `\(name)` is not",
      range: range)
  }

  static func needsEntities(
    _ clause: String, _ type: ValueType, _ range: SourceRange, _ schema: Schema
  ) -> Diagnostic {
    Diagnostic(
      code: 335, message: "\(clause) needs a path to entities, not \(describe(type, schema))",
      range: range)
  }

  static func differentRows(
    _ operation: SetOperator, _ left: ValueType, _ right: ValueType, _ range: SourceRange,
    _ schema: Schema
  ) -> Diagnostic {
    Diagnostic(
      code: 336,
      message: "`\(operation)` needs two sets of one collection, not \(describe(left, schema)) and "
        + describe(right, schema), range: range)
  }

  static func differentColumns(
    _ operation: SetOperator, _ left: Int, _ right: Int, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 337,
      message:
        "`\(operation)` needs rows with equal columns: \(left) on the left, \(right) on the right",
      range: range)
  }

  static func severalColumns(_ count: Int, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 338, message: "a query inside an expression needs one column, and this has \(count)",
      range: range, notes: ["`(query).column` takes one of them, or `select` only one"])
  }

  static func pivotNeedsColumn(
    _ name: String, _ nearest: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 339, message: "`pivot` needs a column of the rows, and `\(name)` is none", range: range,
      notes: ["make one before it: `add name = …` or `summarize … by …`"] + suggestion(nearest),
      fixIts: nearest.map { FixIt("write `\($0)`", replace: range, with: spelled($0)) })
  }

  static func afterPivot(_ clause: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 340, message: "\(clause) cannot follow `pivot`, whose columns come from data",
      range: range)
  }

  static func hopsNeedRelation(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 354, message: "a hop range stands right behind a relation to the same collection",
      range: range, notes: ["such as `partners{1,3}`"])
  }

  static func badHops(_ text: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 355, message: "the hop range \(text) has its ends the wrong way round", range: range)
  }

  // MARK: Words

  /// Where no name is near: what there is, as far as a line goes.
  static func whatThereIs(_ known: [String]) -> [String] {
    guard !known.isEmpty else { return [] }
    let shown = known.prefix(12).joined(separator: ", ")
    return ["there \(known.count == 1 ? "is" : "are") \(shown)\(known.count > 12 ? ", …" : "")"]
  }

  static func suggestion(_ nearest: [String]) -> [String] {
    // One alone is said by its fix.
    nearest.count < 2 ? [] : ["did you mean \(list(nearest.map { "`\($0)`" }, last: "or"))?"]
  }

  static func spelled(_ name: String) -> String {
    let plain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)
    }
    return plain ? name : "`\(name)`"
  }

  static func list(_ names: [String], last: String = "and") -> String {
    guard let end = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(last) " + end
  }

  static func describe(_ type: ValueType, _ schema: Schema) -> String {
    switch type {
    case .text: "text"
    case .int: "a whole number"
    case .decimal: "a decimal number"
    case .bool: "true or false"
    case .date: "a date"
    case .interval: "a span of days"
    case .duration: "a length of time"
    case .entity(let id): article(schema.collections[id].singular)
    case .nothing: "`missing`"
    }
  }

  private static func describe(_ types: [ValueType], _ schema: Schema) -> String {
    var seen: Set<ValueType> = []
    return list(types.filter { seen.insert($0).inserted }.map { describe($0, schema) })
  }

  private static func article(_ noun: String) -> String {
    guard let first = noun.lowercased().first else { return noun }
    return ("aeiou".contains(first) ? "an " : "a ") + noun
  }
}
