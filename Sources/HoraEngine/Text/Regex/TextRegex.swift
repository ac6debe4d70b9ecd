// Comes in: a pattern as written between slashes. Goes out: a compiled pattern, or what is wrong with
// it and where. It must not know the tree of a query; matching is in RegexMatcher.

/// A regular expression, compiled.
///
/// The dialect:
///
/// | written | means |
/// | --- | --- |
/// | `a` `.` | that letter; any one but a line feed |
/// | `[abc]` `[a-z]` `[^0-9]` | one of these; none of these. Escapes work inside; `-` stands first or last |
/// | `\d \w \s`, `\D \W \S` | a digit; a letter, mark, digit or `_`; white space; anything else |
/// | `\p{L}` `\pL` `\P{Lu}` | a Unicode general category (`L Lu Ll Lt Lm Lo M … Zs`); anything else |
/// | `^` `$` `\b` `\B` | the start, the end of the text; an edge of a word; no edge |
/// | `(x)` `(?:x)` `(?<n>x)` | a group; nothing is captured |
/// | `x\|y` | one or the other |
/// | `x* x+ x? x{2} x{2,} x{2,5}` | repeated; a `?` behind it is accepted and changes nothing |
/// | `\n \t \r \f \v \x41 \u0041 \u{41}` | a letter by name or number |
/// | `\.` | the sign itself, of every ASCII sign |
///
/// The flag `i` disregards case by simple folding, letter by letter, of letters and ranges as written
/// (not of `\p{Lu}`). A dotless `ı` and a dotted `İ` are letters of their own. Back references and
/// looking around do not exist: the time is linear in the text.
///
/// A match may begin and end anywhere in the text. Letters are Unicode scalars of the composed form.
public struct TextRegex: Sendable {
  /// Between the slashes, composed.
  public let pattern: String
  public let ignoresCase: Bool
  let program: RegexProgram

  public init(_ pattern: String, ignoresCase: Bool = false) throws(RegexError) {
    self.pattern = pattern
    self.ignoresCase = ignoresCase
    var parser = RegexParser(pattern, ignoresCase: ignoresCase)
    let root = try parser.parse()
    program = try RegexProgram(root, parser.sets)
  }

  /// How large a pattern may be.
  public enum Limits {
    /// Steps of the compiled pattern.
    public static let instructions = 10_000
    /// Classes that overlap others: stretches of letters, counted in each class.
    public static let classes = 1_000_000
    /// The numbers in `{2,5}`.
    public static let count = 1_000
    /// Brackets in brackets.
    public static let depth = 100
  }
}

/// What is wrong with a pattern.
public struct RegexError: Error, Sendable, Hashable {
  public var message: String
  public var help: String?
  /// Where in the pattern, in bytes of UTF-8.
  public var offset: Int
  /// How many bytes are concerned; may be 0 at the end.
  public var length: Int

  init(_ message: String, help: String? = nil, at range: Range<Int>) {
    self.message = message
    self.help = help
    offset = range.lowerBound
    length = range.count
  }
}

/// All messages about patterns.
enum RegexMessage {
  static let linear = "patterns are searched in time linear in the text, which leaves this out"

  static func sign(_ sign: String) -> String { "write `\\\(sign)` for the sign itself" }

  static func unclosedGroup(_ at: Range<Int>) -> RegexError {
    RegexError("this `(` is not closed", help: sign("("), at: at)
  }
  static func closesNothing(_ at: Range<Int>) -> RegexError {
    RegexError("this `)` closes nothing", help: sign(")"), at: at)
  }
  static func unclosedClass(_ at: Range<Int>) -> RegexError {
    RegexError("this `[` is not closed", help: sign("["), at: at)
  }
  static func emptyClass(_ at: Range<Int>) -> RegexError {
    RegexError("this class has no letters", help: sign("]"), at: at)
  }
  static func posixClass(_ at: Range<Int>) -> RegexError {
    RegexError(
      "classes such as `[:alpha:]` do not exist",
      help: "`\\p{L}` is a letter, `\\d` a digit, `\\s` white space", at: at)
  }
  static func nothingToRepeat(_ repeater: String, _ at: Range<Int>) -> RegexError {
    RegexError(
      "there is nothing before `\(repeater)` that it could repeat", help: sign(repeater), at: at)
  }
  static func repeatedTwice(_ repeater: String, _ at: Range<Int>) -> RegexError {
    RegexError(
      "`\(repeater)` repeats what is repeated already",
      help: "put the inner one in brackets: `(x*)+`",
      at: at)
  }
  static func badCount(_ at: Range<Int>) -> RegexError {
    RegexError("a count is written `{2}`, `{2,}` or `{2,5}`", help: sign("{"), at: at)
  }
  static func largeCount(_ at: Range<Int>) -> RegexError {
    RegexError("a count may be at most \(TextRegex.Limits.count)", at: at)
  }
  static func countDownwards(_ at: Range<Int>) -> RegexError {
    RegexError("the smaller number of a count comes first", at: at)
  }
  static func rangeDownwards(_ written: String, _ at: Range<Int>) -> RegexError {
    RegexError("the range `\(written)` goes downwards", at: at)
  }
  static func rangeOfClass(_ at: Range<Int>) -> RegexError {
    RegexError(
      "a range needs one letter at each end", help: "a `-` that is meant stands first or last",
      at: at)
  }
  static func placeInClass(_ written: String, _ at: Range<Int>) -> RegexError {
    RegexError("`\(written)` is a place, not a letter, and cannot stand in a class", at: at)
  }
  static func unknownEscape(_ written: String, _ at: Range<Int>) -> RegexError {
    RegexError(
      "`\(written)` means nothing", help: "a backslash is `\\\\`; letters need none", at: at)
  }
  static func loneBackslash(_ at: Range<Int>) -> RegexError {
    RegexError("a pattern cannot end in `\\`", help: "a backslash is `\\\\`", at: at)
  }
  static func badNumber(_ written: String, _ at: Range<Int>) -> RegexError {
    RegexError(
      "`\(written)` needs the number of a letter",
      help: "such as `\\x41`, `\\u017E` or `\\u{1F600}`", at: at)
  }
  static func unknownCategory(_ name: String, _ at: Range<Int>) -> RegexError {
    RegexError(
      "there is no category `\(name)`",
      help: "such as `L` letter, `Lu` capital, `Ll` small, `M` mark, `N` number, `P` punctuation, "
        + "`S` symbol, `Z` space", at: at)
  }
  static func backReference(_ written: String, _ at: Range<Int>) -> RegexError {
    RegexError("`\(written)` would refer back to a group", help: linear, at: at)
  }
  static func lookAround(_ written: String, _ at: Range<Int>) -> RegexError {
    RegexError("`\(written)` would look around", help: linear, at: at)
  }
  static func flagsInside(_ at: Range<Int>) -> RegexError {
    RegexError("flags stand behind the pattern: `/…/i`", at: at)
  }
  static func unknownGroup(_ at: Range<Int>) -> RegexError {
    RegexError("this kind of group does not exist", help: "`(?:…)` is a plain group", at: at)
  }
  static func tooDeep(_ at: Range<Int>) -> RegexError {
    RegexError("brackets are nested more than \(TextRegex.Limits.depth) deep", at: at)
  }
  static func tooLarge(_ at: Range<Int>) -> RegexError {
    RegexError(
      "the pattern is too large",
      help: "counts multiply: `(x{100}){100}` is ten thousand times `x`", at: at)
  }
}
