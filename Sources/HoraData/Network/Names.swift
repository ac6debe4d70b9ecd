// Comes in: wishes for names of relations, in order of their right to them. Goes out: which got which.
// The rule: what is declared or in the file, then made names, of these the ones across link tables first.
// It must not make relations.

import HoraEngine

/// The names of one collection.
struct NameTable {
  private var taken: [String: String] = [:]

  /// Takes a name; false where another thing bears it.
  mutating func take(_ name: String, for what: String) -> Bool {
    let key = Fold.of(name)
    if taken[key] != nil { return false }
    taken[key] = what
    return true
  }

  func owner(_ name: String) -> String? { taken[Fold.of(name)] }
}

/// A relation that wants a name.
struct NameWish {
  enum Rank: Int { case declared, link, taxonomy, inverse }
  var relation: RelationID
  var name: String
  var rank: Rank
  /// For a reference's inverse: the name to fall back to.
  var fallback: String?
  var aliases: [String] = []
  /// Another name that goes behind all others.
  var lastAlias: String?
  /// The table that asks, for the report.
  var table: Int
}

struct Namer {
  var names: [NameTable]
  let tables: [TableDraft]

  init(_ tables: [TableDraft]) {
    self.tables = tables
    names = [NameTable](repeating: NameTable(), count: tables.count)
  }

  /// Gives names in order of rank; a relation without one is left out of its collection's list.
  mutating func settle(_ wishes: [NameWish], _ schema: inout Schema) {
    var order = Array(wishes.indices)
    order.sort { (wishes[$0].rank.rawValue, $0) < (wishes[$1].rank.rawValue, $1) }
    var named: [Int] = []
    for place in order {
      let wish = wishes[place]
      let from = schema.relations[wish.relation].from
      var got: String?
      if names[from].take(wish.name, for: wish.name) {
        got = wish.name
      } else if let fallback = wish.fallback, names[from].take(fallback, for: fallback) {
        got = fallback
      } else {
        let name = wish.name
        let owner = tables[from].name
        tables[wish.table].faults.add(
          .nameClash, column: nil, text: "\(owner).\(name)",
          done: "the name is taken; the later relation is left out")
      }
      guard let got else { continue }
      schema.relations[wish.relation].name = got
      schema.collections[from].relations.append(wish.relation)
      named.append(place)
    }
    // Singular and plural are one name, and a column's own name works, where nothing else bears it.
    for place in named {
      let wish = wishes[place]
      let relation = schema.relations[wish.relation]
      // A letter or two has no other number.
      let other = relation.name.count > 2 ? [English.otherNumber(relation.name)] : []
      for alias in wish.aliases + other
      where names[relation.from].take(alias, for: relation.name) {
        schema.relations[wish.relation].aliases.append(alias)
      }
    }
    for place in named {
      let wish = wishes[place]
      let relation = schema.relations[wish.relation]
      if let alias = wish.lastAlias, names[relation.from].take(alias, for: relation.name) {
        schema.relations[wish.relation].aliases.append(alias)
      }
    }
  }
}
