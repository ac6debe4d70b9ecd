// Comes in: a text, a cursor in it, a network. Goes out: what may be written there: words of the language,
// names, values of the data. Pure: no terminal, no file. Shells and editors ask it at each key.

import HoraEngine
import HoraPlan
import HoraSyntax

/// Something that may stand at a cursor.
public struct CompletionItem: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case keyword, value
    case column, field, relation, name, parameter, collection, function, type, format
  }
  /// As it is shown.
  public var label: String
  /// What stands in the text instead of `Completion.replaced`.
  public var insert: String
  public var kind: Kind
  /// Its type, where it leads, or the name that was found.
  public var detail: String

  public init(label: String, insert: String, kind: Kind, detail: String) {
    self.label = label
    self.insert = insert
    self.kind = kind
    self.detail = detail
  }
}

public struct Completion: Sendable {
  /// The bytes that an item replaces.
  public var replaced: SourceRange
  /// The likeliest first.
  public var items: [CompletionItem]
  /// True in the path of a file, which the host knows about.
  public var wantsFile: Bool
  /// What is typed, without its quote.
  public var typed: String

  public init(replaced: SourceRange, items: [CompletionItem], wantsFile: Bool, typed: String) {
    self.replaced = replaced
    self.items = items
    self.wantsFile = wantsFile
    self.typed = typed
  }
}

extension Environment {
  /// What may stand at a cursor. What is behind the cursor plays no part. The first value of a field sorts its texts;
  /// `network.prepareSearch()` does so before, on any thread.
  /// - Parameter cursor: a UTF-8 offset into `text`.
  /// - Parameter values: how many values of the data to offer at most.
  /// - Returns: nil where nothing can be completed, as in a comment or a number.
  public func complete(
    _ text: String, at cursor: Int, values: Int = 100, limits: SyntaxLimits = .standard
  ) -> Completion? {
    let bytes = Array(text.utf8)
    guard let place = CursorPlace(bytes, cursor: cursor) else { return nil }
    let grammar = GrammarCompletion(bytes, place)
    var completion = Completion(
      replaced: place.replaced, items: [], wantsFile: grammar.wanted == .file, typed: place.typed)
    var words = grammar.words
    if [.name, .member, .text].contains(grammar.wanted) {
      let context = context(grammar, limits)
      if !context.hasRow { words.removeAll { $0 == "it" } }
      if place.kind != .text { completion.items += names(context, place) }
      // With nothing typed, a list of values would bury the names.
      if let vocabulary = context.vocabulary, grammar.wanted != .member,
        place.kind == .text || !place.typed.isEmpty
      {
        completion.items += found(vocabulary, place.typed, values)
      }
    }
    completion.items += words.map {
      CompletionItem(label: $0, insert: $0, kind: .keyword, detail: "")
    }
    return completion
  }

  private func context(
    _ grammar: GrammarCompletion, _ limits: SyntaxLimits
  ) -> CompletionContext {
    let parsed = parse(grammar.whole, limits: limits)
    let texts = ModuleLoader(
      parsed.tree, preamble: preamble, resolver: resolver, limits: limits)
    return completionContext(
      texts.units, schema: network.schema, host: host, preamble: texts.preamble,
      place: grammar.marked, stackBytes: limits.stackBytes)
  }

  private func names(_ context: CompletionContext, _ place: CursorPlace) -> [CompletionItem] {
    let typed = (place.kind == .parameter ? "$" : "") + place.typed.lowercased()
    return context.names.compactMap { name in
      guard name.name.lowercased().hasPrefix(typed),
        let kind = CompletionItem.Kind(rawValue: name.kind.rawValue),
        let written = name.kind == .parameter ? name.name : NameText.written(name.name)
      else { return nil }
      return CompletionItem(
        label: name.name, insert: kind == .function ? written + "(" : written, kind: kind,
        detail: name.detail)
    }
  }

  private func found(
    _ vocabulary: Vocabulary, _ typed: String, _ limit: Int
  ) -> [CompletionItem] {
    let values =
      switch vocabulary {
      case .field(let collection, let field):
        network.values(ofField: field, in: collection, like: typed, limit: limit)
      case .entities(let collection): network.names(of: collection, like: typed, limit: limit)
      }
    return values.map {
      CompletionItem(
        label: $0.text, insert: LiteralText.quoted($0.text), kind: .value,
        detail: $0.otherName ?? "")
    }
  }
}
