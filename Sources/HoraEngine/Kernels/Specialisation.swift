// Comes in: amounts by row and column, and the share of everything that each column has. Goes out: how
// much more of a column a row has than one would expect. NaN and infinity are undefined.
// Sources: B. Balassa, The Manchester School 33 (1965) 99; K. Laursen, Eurasian Business Review 5 (2015) 99.

struct Specialisation {
  /// So many amounts, spread as everything is, are added to each row: little data says little.
  var prior = 0.0
  /// `(a - 1) / (a + 1)` instead of `a`: from -1 to 1, and 0 is what one would expect.
  var isSymmetric = false

  /// - Parameters:
  ///   - rowSums: for each row its sum
  ///   - rows: the row of each value
  ///   - shares: for each value the share of everything that its column has
  func advantages(
    _ values: [Double], rowSums: [Double], rows: [Int32], shares: [Double]
  ) -> [Double] {
    values.indices.map { place in
      let share = shares[place]
      let added = prior > 0 ? prior * share : 0
      let own = (values[place] + added) / (rowSums[Int(rows[place])] + prior)
      let advantage = own / share
      return isSymmetric ? (advantage - 1) / (advantage + 1) : advantage
    }
  }
}
