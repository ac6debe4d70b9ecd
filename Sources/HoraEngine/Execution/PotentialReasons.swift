// Comes in: the potential of pairs of nodes. Goes out: a sentence for each pair, with the counts that its
// figures stand on. It must not compute a figure of its own.

struct PotentialReasons {
  let model: Potential
  let network: Network
  /// What a profile is made of.
  let things: ValueType
  /// What activity is counted in; nil where it plays no part.
  let activity: String?

  func column(
    _ left: [Int32], _ right: [Int32], _ scores: [LinkScore], _ mask: Mask
  ) -> Vector {
    var builder = TextDictionaryBuilder()
    let codes = mask.indices.map { row -> Int32 in
      guard mask[row] == 1 else { return -1 }
      return builder.insert(sentence(left[row], right[row], scores[row].commonNeighbors))
    }
    return .text(codes, builder.finish())
  }

  private func sentence(_ a: Int32, _ b: Int32, _ shared: Int) -> String {
    let profiles = model.profiles
    let sizes = [a, b].map { profiles.profile(Int($0)).count }
    guard sizes[0] > 0, sizes[1] > 0 else {
      return "not enough data: profiles of \(sizes[0]) and \(sizes[1])"
    }
    let (brings, common) = profiles.compared(Int(a), Int(b))
    let gets = profiles.compared(Int(b), Int(a)).added
    var parts = [
      "\(common.count) in common" + named(nearest(common, to: a)),
      "b brings \(brings.count)" + named(nearest(brings, to: a)),
      "a brings \(gets.count)" + named(nearest(gets, to: b)),
    ]
    parts.append(
      shared == 0
        ? "no common partner" : "\(shared) common \(shared == 1 ? "partner" : "partners")")
    if let activity {
      parts.append(
        "\(activity): \(model.activities[Int(a)]) and \(model.activities[Int(b)])")
    }
    let tie = model.tie(a, b)
    parts.append(tie > 0 ? "tied already, weight \(ValueText.decimal(tie))" : "not tied yet")
    return parts.joined(separator: "; ")
  }

  /// The three things that lie nearest to what a node has.
  private func nearest(_ things: [Int32], to node: Int32) -> [Int32] {
    let densities = things.map { model.profiles.density($0, of: Int(node)) }
    let order = things.indices.sorted { (one: Int, other: Int) -> Bool in
      densities[one] == densities[other] ? one < other : densities[one] > densities[other]
    }
    return order.prefix(3).map { things[$0] }
  }

  private func named(_ list: [Int32]) -> String {
    guard !list.isEmpty, case .entity(let collection) = things else { return "" }
    let names = list.map { EntityNames.label(network, collection, $0) }
    return " (" + names.joined(separator: ", ") + ")"
  }
}
