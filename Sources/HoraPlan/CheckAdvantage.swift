// Comes in: the options of `rca` and of what is built on it. Goes out: how the advantage is reckoned.

import HoraEngine
import HoraSyntax

extension Checker {
  /// Arguments by place, and those written `name: value`.
  func split(_ arguments: [NodeID]) -> (values: [NodeID], options: [NodeID]) {
    (
      arguments.filter { tree.kind(of: $0) != .argument },
      arguments.filter { tree.kind(of: $0) == .argument }
    )
  }

  mutating func advantage(_ function: String, _ nodes: [NodeID]) -> Advantage? {
    var advantage = Advantage()
    for node in nodes {
      let name = Names.key(tree.nameText(of: node))
      guard let valueNode = tree.soundChildren(of: node).first else { return nil }
      if name == "base" {
        guard let base = alone({ $0.asQuery(valueNode) }) else { return nil }
        advantage.base = base
        continue
      }
      guard
        let (option, value) = plainOption(
          node, valueNode, function, [.symmetric, .prior], also: ["base"])
      else { return nil }
      advantage.options[option] = value
    }
    return advantage
  }

  /// True where the base, if there is one, has a key as the columns have and an amount.
  mutating func hasBase(_ advantage: Advantage, for key: ValueType, _ node: NodeID) -> Bool {
    guard let base = advantage.base else { return true }
    let columns = plan.queries[base].columns
    if columns.count == 2, columns[0].type == key, columns[0].cardinality != .many,
      columns[1].type.isNumber, columns[1].cardinality != .many
    {
      return true
    }
    report(
      SpecialisationMessage.wrongBase(
        columns.map { CheckMessage.describe($0.type, schema) },
        key: CheckMessage.describe(key, schema), tree.range(of: node)))
    return false
  }
}
