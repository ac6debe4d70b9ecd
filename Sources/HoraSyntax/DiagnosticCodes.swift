// The register of diagnostic codes: every code of lexer and parser with a title. The checker, the
// engine and the data readers keep registers of the same form.

/// A code and what it is about, for `hora explain CODE`.
public struct DiagnosticTitle: Sendable, Hashable {
  public let code: DiagnosticCode
  public let title: String

  public init(_ number: Int, _ title: String) {
    code = DiagnosticCode(number)
    self.title = title
  }
}

public enum DiagnosticCodes {
  /// Lexer (H01xx) and parser (H02xx), in order.
  public static let syntax: [DiagnosticTitle] = [
    DiagnosticTitle(101, "Bytes that are not UTF-8"),
    DiagnosticTitle(102, "A character that is not part of the language"),
    DiagnosticTitle(103, "A text that is not closed"),
    DiagnosticTitle(104, "An unknown escape in a text"),
    DiagnosticTitle(105, "An escape that names no character"),
    DiagnosticTitle(106, "A comment that is not closed"),
    DiagnosticTitle(107, "A comment of another language"),
    DiagnosticTitle(108, "A name in backticks that is not closed"),
    DiagnosticTitle(109, "An empty name"),
    DiagnosticTitle(110, "A dollar sign without the name of a parameter"),
    DiagnosticTitle(111, "A day that does not exist"),
    DiagnosticTitle(112, "A month that does not exist"),
    DiagnosticTitle(113, "A quarter that does not exist"),
    DiagnosticTitle(114, "A date with too few or too many digits"),
    DiagnosticTitle(115, "A number that is too large"),
    DiagnosticTitle(116, "An unknown unit behind a number"),
    DiagnosticTitle(117, "A regular expression that is not closed"),
    DiagnosticTitle(118, "An unknown flag of a regular expression"),
    DiagnosticTitle(119, "An operator of another language"),
    DiagnosticTitle(120, "Typographic quotes"),
    DiagnosticTitle(121, "A text with too many bytes"),
    DiagnosticTitle(122, "A text with too many words and signs"),
    DiagnosticTitle(201, "A missing expression"),
    DiagnosticTitle(202, "Something else was expected"),
    DiagnosticTitle(203, "A missing name"),
    DiagnosticTitle(204, "A missing number"),
    DiagnosticTitle(205, "A missing text"),
    DiagnosticTitle(206, "A missing block"),
    DiagnosticTitle(207, "A conditional without else"),
    DiagnosticTitle(210, "Something that is no clause"),
    DiagnosticTitle(211, "A statement that does not end"),
    DiagnosticTitle(212, "A misspelt word"),
    DiagnosticTitle(213, "A bracket that closes nothing"),
    DiagnosticTitle(214, "A bracket that is not closed"),
    DiagnosticTitle(215, "Something unexpected in brackets"),
    DiagnosticTitle(216, "A comma too many"),
    DiagnosticTitle(217, "A query without a source"),
    DiagnosticTitle(218, "A missing word"),
    DiagnosticTitle(219, "A word too many"),
    DiagnosticTitle(220, "Brackets and blocks too deep"),
    DiagnosticTitle(221, "A text with too many expressions"),
    DiagnosticTitle(230, "Chained comparisons"),
    DiagnosticTitle(231, "top without by"),
    DiagnosticTitle(232, "sort without by"),
    DiagnosticTitle(233, "A hop range with dots"),
    DiagnosticTitle(234, "A query among other values without brackets"),
    DiagnosticTitle(235, "language after other statements"),
    DiagnosticTitle(236, "A colon for an equals sign"),
    DiagnosticTitle(237, "An open brace in a message"),
    DiagnosticTitle(238, "A regular expression without a tilde"),
    DiagnosticTitle(239, "Something unexpected in a message"),
    DiagnosticTitle(250, "A clause of another language"),
    DiagnosticTitle(251, "GROUP BY"),
    DiagnosticTitle(252, "NULL for missing"),
    DiagnosticTitle(253, "is for ="),
    DiagnosticTitle(254, "LIKE for ~"),
    DiagnosticTitle(255, "A word of another language"),
    DiagnosticTitle(256, "BETWEEN for a range"),
    DiagnosticTitle(257, "A column's name behind it"),
    DiagnosticTitle(258, "SELECT … FROM … WHERE"),
    DiagnosticTitle(259, "count(*)"),
    DiagnosticTitle(260, "A comma between conditions"),
    DiagnosticTitle(261, "A condition with a colon"),
    DiagnosticTitle(262, "A number that begins with a dot"),
    DiagnosticTitle(263, "A join"),
    DiagnosticTitle(264, "An incomplete source"),
    DiagnosticTitle(265, "A text without quotes"),
  ]
}
