// What names and values may stand at one place of a program.
// In: the program with a marker in that place, and a schema. Out: names with what they are, and where
// values beside an expression come from. The checker does the work: names mean there what they mean
// when the program runs. No data is read here.

import HoraEngine
import HoraSyntax

/// A name that may be written at the place.
public struct CompletionName: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case column, field, relation, name, parameter, collection, function, type, format
  }
  public var name: String
  public var kind: Kind
  /// Its type, or where it leads.
  public var detail: String
}

/// Whose values an expression compares with.
public enum Vocabulary: Sendable, Hashable {
  /// The texts of a field.
  case field(CollectionID, Int)
  /// The names of entities.
  case entities(CollectionID)
}

public struct CompletionContext: Sendable {
  /// Nearest first, each once.
  public var names: [CompletionName] = []
  public var vocabulary: Vocabulary?
  /// True where a row is in scope, so that `it` means something.
  public var hasRow = false
}

/// The names and values at a place of a program.
/// - Parameter place: the bytes of a name that nobody gives, or of a text, in the first unit.
public func completionContext(
  _ units: [SourceUnit], schema: Schema, host: HostAbilities = HostAbilities(),
  preamble: Int? = nil, place: SourceRange, stackBytes: Int = StackGuard.smallThread
) -> CompletionContext {
  var checker = Checker(
    units: units, schema: schema, host: host, stackBytes: stackBytes)
  checker.probe = CompletionProbe(place: place)
  checker.begin(preamble: preamble)
  _ = checker.statements(of: checker.tree.root)
  return checker.probe?.found ?? CompletionContext()
}

/// What the checker notes when it comes to the place.
struct CompletionProbe {
  var place: SourceRange
  var found = CompletionContext()
  var isMet = false
}
