// The words that completion offers, each with what may follow it.
// An ending is only there to try the word: a keyword that needs a look ahead is one only with it.

struct CompletionPhrase {
  let text: String
  let endings: [String]

  private init(_ text: String, _ endings: String...) {
    self.text = text
    self.endings = endings
  }

  static let all: [CompletionPhrase] = clauses + operators + parts + statements

  private static let clauses = [
    CompletionPhrase("where", " x"), CompletionPhrase("select", " x"),
    CompletionPhrase("add", " x = 1"), CompletionPhrase("drop", " x"),
    CompletionPhrase("each", " x as y"), CompletionPhrase("follow", " x"),
    CompletionPhrase("summarize", " x"), CompletionPhrase("count", ""),
    CompletionPhrase("count by", " x"),
    CompletionPhrase("sort by", " x"), CompletionPhrase("top", " 1 by x"),
    CompletionPhrase("take", " 1"), CompletionPhrase("skip", " 1"),
    CompletionPhrase("distinct", ""), CompletionPhrase("union", " x"),
    CompletionPhrase("intersect", " x"), CompletionPhrase("minus", " x"),
    CompletionPhrase("pivot", " x by y"), CompletionPhrase("sample", " 1"),
    CompletionPhrase("cover", " x by y"), CompletionPhrase("expect", " x"),
    CompletionPhrase("show", " table"), CompletionPhrase("save", " \"x\""),
  ]

  private static let operators = [
    CompletionPhrase("and", " x"), CompletionPhrase("or", " x"), CompletionPhrase("in", " x"),
    CompletionPhrase("under", " x"), CompletionPhrase("not", " x"),
    CompletionPhrase("not in", " x"), CompletionPhrase("not under", " x"),
    CompletionPhrase("is missing", ""), CompletionPhrase("is not missing", ""),
    CompletionPhrase("exists", " x"), CompletionPhrase("some", " x", ""),
    CompletionPhrase("every", " x"), CompletionPhrase("no", " x"),
    CompletionPhrase("at least", " 1 x", " 1 different x", " 1 where x", " 1 per need"),
    CompletionPhrase("at most", " 1 x", " 1 per x", " 1 of x"), CompletionPhrase("exactly", " 1 x"),
    CompletionPhrase("if", " x then 1 else 1", " x {}"), CompletionPhrase("then", " 1 else 1"),
    CompletionPhrase("else", " 1", " {}"), CompletionPhrase("it", ""),
    CompletionPhrase("true", ""), CompletionPhrase("false", ""), CompletionPhrase("missing", ""),
  ]

  /// Words inside clauses and sources.
  private static let parts = [
    CompletionPhrase("as", " x", " x, y"), CompletionPhrase("by", " x"),
    CompletionPhrase("asc", ""), CompletionPhrase("desc", ""), CompletionPhrase("per", " x by y"),
    CompletionPhrase("with ties", ""), CompletionPhrase("with", " x", " x by y"),
    CompletionPhrase("without", " x"), CompletionPhrase("optional", " x as y"),
    CompletionPhrase("seed", " 1"), CompletionPhrase("max", " 1"),
    CompletionPhrase("prefer", " x"), CompletionPhrase("to", " x in y"),
    CompletionPhrase("shortest", " 1"), CompletionPhrase("all shortest", ""),
    CompletionPhrase("cheapest", " 1"), CompletionPhrase("via", " x"),
    CompletionPhrase("weight", " x"), CompletionPhrase("against", " x by y"),
    CompletionPhrase("over (", "x)"), CompletionPhrase("none", ""), CompletionPhrase("rows", ""),
    CompletionPhrase("different", " x"), CompletionPhrase("per need", ""),
    CompletionPhrase("best", " 1"), CompletionPhrase("eligible under", " \"x\""),
  ]

  private static let statements = [
    CompletionPhrase("let", " x = 1"), CompletionPhrase("def", " f(x) = x"),
    CompletionPhrase("param", " x: int"), CompletionPhrase("network", " x = y via z"),
    CompletionPhrase("use", " \"x\" as y"), CompletionPhrase("print", " \"x\""),
    CompletionPhrase("for", " x in y {}"), CompletionPhrase("test", " \"x\" {}"),
    CompletionPhrase("assert", " x"), CompletionPhrase("pairs", " x as y, z"),
    CompletionPhrase("paths from", " x to y in z"), CompletionPhrase("match", " x with y by z"),
    CompletionPhrase("gaps", " x against y by z"), CompletionPhrase("language 1", ""),
  ]
}
