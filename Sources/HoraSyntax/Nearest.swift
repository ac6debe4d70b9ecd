// Did you mean: the words nearest to a misspelt one.

/// The candidates nearest to `word`, best first, at most `limit`; none that is too far off.
/// Distance is Damerau-Levenshtein over letters without regard to case.
public func nearest(_ word: String, in candidates: [String], limit: Int) -> [String] { [] }
