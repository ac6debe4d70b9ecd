// Comes in: a text in Markdown with programs in it. Goes out: the programs, for somebody to run; and
// with their answers one HTML page. Blocks fenced as ```hora are shown by their answers (what follows
// the word, as `show map`, belongs to the program); code in a line that begins with `hora ` is
// replaced by the one value it gives, so that no figure in a sentence grows old.

import HoraEngine

public struct Report: Sendable {
  /// A program in the text.
  public struct Program: Sendable, Equatable {
    public var text: String
    /// The line it begins on, from 0; nil for one inside a sentence.
    public var line: Int?
  }

  /// What a program gave: what it printed, in order.
  public enum Answer: Sendable {
    case result(ResultSet)
    case message(String)
  }

  private let blocks: [MarkdownBlock]
  /// In the order of the text.
  public private(set) var programs: [Program] = []
  public let title: String

  public init(_ markdown: String) {
    blocks = MarkdownReader.blocks(markdown)
    var title = "Report"
    for case .heading(1, let words) in blocks {
      title = Report.plain(MarkdownInline.pieces(words))
      break
    }
    self.title = title
    var collector = ReportWriter(answers: nil)
    collector.write(blocks)
    programs = collector.programs
  }

  /// The page.
  /// - Parameter answers: one for each program.
  public func page(_ answers: [[Answer]], _ network: Network) throws(PictureFault) -> [UInt8] {
    var writer = ReportWriter(answers: answers)
    writer.write(blocks)
    if let fault = writer.fault { throw fault }
    return Array(Page.html(title: title, body: writer.html + Page.source(network)).utf8)
  }

  /// The words without markup.
  static func plain(_ pieces: [MarkdownPiece]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text), .code(let text): text
      case .strong(let inside), .emphasis(let inside), .link(let inside, _): plain(inside)
      case .lineBreak: " "
      }
    }.joined()
  }
}
