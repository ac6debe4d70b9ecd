// Comes in: how much stack may be used. Goes out: whether it has been. Frames differ in size between
// debug and release, so depth is measured in bytes and not in levels.

/// Watches the stack from where it was made.
public struct StackGuard: Sendable {
  /// What is safe on a thread with 512 KB.
  public static let smallThread = 380_000

  private let start: UInt
  private let bytes: UInt

  /// - Parameter bytes: how far the stack may grow from here.
  public init(bytes: Int) {
    start = StackGuard.place()
    self.bytes = UInt(max(0, bytes))
  }

  /// True where what was allowed is used up. Cost: a few instructions.
  public var isExhausted: Bool {
    let here = StackGuard.place()
    return (start > here ? start - here : here - start) > bytes
  }

  /// The address of something that lies on the stack now.
  @inline(never)
  private static func place() -> UInt {
    var mark: UInt8 = 0
    return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
  }
}
