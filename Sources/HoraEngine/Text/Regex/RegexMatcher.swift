// Comes in: a program and texts as bytes. Goes out: whether a text has a match. The states of the
// program that texts lead to are remembered up to a bound, so that most letters cost one look into a
// table. Time is linear in the text; nothing is allocated for a text but what becomes a known state.

/// Runs one pattern over many texts. Not shared between threads; the pattern may be.
public final class RegexMatcher {
  /// Where the program may stand before a letter is known.
  private struct State: Hashable {
    var isStart = false
    /// Only where the pattern asks for edges of words.
    var isBehindWord = false
    /// Instructions that wait for a letter, or for what comes next; ascending.
    var places: [Int32] = []
  }

  /// What holds between two letters.
  private struct Gap {
    var isStart: Bool
    var isEnd: Bool
    var isWordEdge: Bool

    func allows(_ assertion: RegexAssertion) -> Bool {
      switch assertion {
      case .start: isStart
      case .end: isEnd
      case .wordEdge: isWordEdge
      case .noWordEdge: !isWordEdge
      }
    }
  }

  private enum Bounds {
    /// Symbols of the letters below this are remembered: Latin, Greek, Cyrillic and more.
    static let letters = 0x800
    /// Wider rows than this are not remembered.
    static let width = 4_096
    /// Entries of the table.
    static let entries = 1 << 19
    /// Instructions of all states together.
    static let places = 1 << 19
  }

  // Entries of the table that are no states.
  private static let dead: Int32 = -1
  private static let matched: Int32 = -2
  private static let unknown: Int32 = -3

  private let program: RegexProgram
  private let instructions: [RegexProgram.Instruction]
  /// A row of the table has a place for each symbol and one for the end.
  private let width: Int
  private let usesTable: Bool

  /// Letters and instructions looked at since the beginning, a deterministic measure of work.
  public private(set) var steps: UInt64 = 0

  /// Symbols of the first letters; -1 where not asked yet.
  private var symbols = [Int32](repeating: -1, count: Bounds.letters)
  private var first = State()
  /// Its number in the table; -1 where it has none.
  private var firstNumber: Int32 = -1
  private var matchesAlways = false
  private var table: [Int32] = []
  private var states: [State] = []
  private var numbers: [State: Int32] = [:]
  private var storedPlaces = 0

  // Scratch.
  private var marks: [UInt32]
  private var generation: UInt32 = 0
  private var stack: [Int32] = []
  private var open: [Int32] = []
  private var following: [Int32] = []

  public init(_ regex: TextRegex) {
    program = regex.program
    instructions = regex.program.instructions
    width = regex.program.alphabet.symbolCount + 1
    usesTable = width <= Bounds.width
    marks = [UInt32](repeating: 0, count: regex.program.instructions.count)
    begin()
    matchesAlways = add(0, nil, keepsStart: true, to: &following)
    first = State(isStart: true, places: following.sorted())
  }

  /// Whether a text has a match anywhere.
  public func matches(_ text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { matches($0) }
  }

  /// The same of bytes of UTF-8.
  public func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    steps &+= 1
    if matchesAlways { return true }
    return usesTable ? run(text) : simulate(text)
  }

  // MARK: By table

  private func run(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if firstNumber < 0 { firstNumber = number(of: first) }
    var state = firstNumber
    var at = 0
    while true {
      let from = at
      let reached = follow(text, &at, &state)
      steps &+= UInt64(truncatingIfNeeded: at - from)
      if reached == Self.matched { return true }
      if reached == Self.dead { return false }
      // Not known yet: the state, and the letter at `at`.
      let symbol: Int
      if at < text.count {
        symbol = self.symbol(UTF8Bytes.next(text, &at))
      } else {
        symbol = width - 1
      }
      let entry = Int(state) * width + symbol
      if table[entry] != Self.unknown {
        // Only the symbol was not known.
        if table[entry] < 0 { return table[entry] == Self.matched }
        state = table[entry]
        continue
      }
      let next = advance(states[Int(state)], symbol)
      if next.result != Self.unknown {
        table[entry] = next.result
        return next.result == Self.matched
      }
      if table.count + width > Bounds.entries || storedPlaces > Bounds.places {
        forget()
        state = number(of: next.state)
      } else {
        let target = number(of: next.state)
        table[entry] = target
        state = target
      }
    }
  }

  /// Goes on as long as the table knows; gives the entry it stops at, before the letter.
  private func follow(
    _ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ state: inout Int32
  ) -> Int32 {
    let alphabet = program.alphabet
    return table.withUnsafeBufferPointer { table in
      symbols.withUnsafeBufferPointer { symbols in
        var place = at
        var row = Int(state) * width
        var result = Self.unknown
        while place < text.count {
          let byte = text[place]
          var behind = place + 1
          var scalar = UInt32(byte)
          if byte >= 0x80 {
            behind = place
            scalar = UTF8Bytes.next(text, &behind)
          }
          let symbol =
            scalar < UInt32(Bounds.letters)
            ? Int(symbols[Int(scalar)]) : alphabet.symbol(scalar)
          let next = symbol < 0 ? Self.unknown : table[row + symbol]
          if next < 0 {
            result = next
            break
          }
          row = Int(next) * width
          place = behind
        }
        if place == text.count { result = table[row + width - 1] }
        at = place
        state = Int32(truncatingIfNeeded: row / width)
        return result
      }
    }
  }

  private func symbol(_ scalar: UInt32) -> Int {
    guard scalar < UInt32(Bounds.letters) else { return program.alphabet.symbol(scalar) }
    if symbols[Int(scalar)] < 0 {
      symbols[Int(scalar)] = Int32(truncatingIfNeeded: program.alphabet.symbol(scalar))
    }
    return Int(symbols[Int(scalar)])
  }

  private func number(of state: State) -> Int32 {
    if let known = numbers[state] { return known }
    let number = Int32(states.count)
    states.append(state)
    numbers[state] = number
    storedPlaces += state.places.count
    table.append(contentsOf: repeatElement(Self.unknown, count: width))
    return number
  }

  private func forget() {
    table.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    storedPlaces = 0
    firstNumber = -1
  }

  // MARK: Without

  private func simulate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var state = first
    var at = 0
    while true {
      let isEnd = at >= text.count
      let symbol = isEnd ? width - 1 : self.symbol(UTF8Bytes.next(text, &at))
      steps &+= 1
      let next = advance(state, symbol)
      if next.result != Self.unknown { return next.result == Self.matched }
      state = next.state
    }
  }

  // MARK: One letter

  /// Where the program stands behind a letter. The result is ``unknown`` where there is a state.
  private func advance(_ state: State, _ symbol: Int) -> (result: Int32, state: State) {
    let isEnd = symbol == width - 1
    let isWord = program.asksWords && !isEnd && program.alphabet.isWord(symbol)
    let gap = Gap(
      isStart: state.isStart, isEnd: isEnd, isWordEdge: state.isBehindWord != isWord)
    begin()
    open.removeAll(keepingCapacity: true)
    for place in state.places where add(place, gap, keepsStart: false, to: &open) {
      return (Self.matched, state)
    }
    if isEnd { return (Self.dead, state) }
    begin()
    following.removeAll(keepingCapacity: true)
    for place in open {
      guard case .set(let set) = instructions[Int(place)],
        program.alphabet.contains(set, symbol)
      else { continue }
      if add(place + 1, nil, keepsStart: false, to: &following) { return (Self.matched, state) }
    }
    // A match may begin anywhere.
    if add(0, nil, keepsStart: false, to: &following) { return (Self.matched, state) }
    if following.isEmpty { return (Self.dead, state) }
    following.sort()
    return (Self.unknown, State(isStart: false, isBehindWord: isWord, places: following))
  }

  private func begin() {
    generation &+= 1
    if generation == 0 {
      for place in marks.indices { marks[place] = 0 }
      generation = 1
    }
  }

  /// Adds the instructions that can be reached from one without a letter.
  /// - Parameter gap: nil where what comes next is not known: places wait for it.
  /// - Returns: true where the end of the pattern is among them.
  private func add(
    _ start: Int32, _ gap: Gap?, keepsStart: Bool, to list: inout [Int32]
  ) -> Bool {
    stack.removeAll(keepingCapacity: true)
    stack.append(start)
    while let place = stack.popLast() {
      if marks[Int(place)] == generation { continue }
      marks[Int(place)] = generation
      steps &+= 1
      switch instructions[Int(place)] {
      case .set: list.append(place)
      case .jump(let target): stack.append(target)
      case .split(let one, let other):
        stack.append(other)
        stack.append(one)
      case .match: return true
      case .assertion(let assertion):
        if let gap {
          if gap.allows(assertion) { stack.append(place + 1) }
        } else if assertion != .start || keepsStart {
          list.append(place)
        }
      }
    }
    return false
  }
}
