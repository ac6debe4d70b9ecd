// Comes in: a program and how it is to be run. Goes out: its rows in batches, one after the other, for
// a host that hands them on without holding the text of all. Nothing runs before the first is asked
// for.

/// Batches of a program's results, in order. Each is a `ResultSet` of at most `batchSize` rows with the
/// columns of the result it is part of; a result without rows gives one batch without rows.
///
/// The rows of a statement are computed together, as sorting and grouping need them all: what a stream
/// saves is the text made of them. A cancelled task ends it between batches with `.cancelled`.
public struct ResultStream: AsyncSequence, Sendable {
  public typealias Element = ResultSet
  public typealias Failure = ProgramError

  let program: Program
  let arguments: Arguments
  let limits: RunLimits
  let strict: Bool
  let batchSize: Int

  public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

  public struct Iterator: AsyncIteratorProtocol {
    private let stream: ResultStream
    private var results: [ResultSet]?
    private var place = 0
    private var row = 0

    init(stream: ResultStream) { self.stream = stream }

    public mutating func next() async throws(ProgramError) -> ResultSet? {
      if Task.isCancelled {
        throw ProgramError(cause: .cancelled, diagnostic: nil, sources: stream.program.sources)
      }
      if results == nil {
        results = try stream.program.run(
          stream.arguments, limits: stream.limits, strict: stream.strict
        ).results
      }
      guard let results, place < results.count else { return nil }
      let result = results[place]
      let end = Swift.min(row + stream.batchSize, result.rowCount)
      let batch = result.slice(row..<end)
      row = end
      if row == result.rowCount { (place, row) = (place + 1, 0) }
      return batch
    }
  }
}

extension Program {
  /// Runs as ``run(_:limits:strict:)`` does and gives the rows in batches.
  /// - Parameter batchSize: rows of a batch at most; less than 1 is 1.
  public func stream(
    _ arguments: Arguments = [:], limits: RunLimits = .standard, strict: Bool = false,
    batchSize: Int = 1024
  ) -> ResultStream {
    ResultStream(
      program: self, arguments: arguments, limits: limits, strict: strict,
      batchSize: Swift.max(1, batchSize))
  }
}
