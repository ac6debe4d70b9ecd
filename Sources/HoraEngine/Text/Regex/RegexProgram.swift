// Comes in: the parts of a pattern. Goes out: a program of few kinds of instructions. Immutable.

final class RegexProgram: Sendable {
  enum Instruction: Sendable {
    /// A letter of that set, then the next instruction.
    case set(Int32)
    /// Takes no letter; the next instruction only where it holds.
    case assertion(RegexAssertion)
    case jump(Int32)
    case split(Int32, Int32)
    case match
  }

  let instructions: [Instruction]
  /// True where edges of words matter.
  let asksWords: Bool
  let alphabet: RegexAlphabet

  init(_ root: RegexNode, _ sets: [RegexSet]) throws(RegexError) {
    var emitter = RegexEmitter()
    try emitter.emit(root)
    try emitter.append(.match)
    instructions = emitter.instructions
    asksWords = instructions.contains {
      if case .assertion(let kind) = $0 { kind == .wordEdge || kind == .noWordEdge } else { false }
    }
    alphabet = try RegexAlphabet(sets, asksWords: asksWords)
  }
}

/// Writes instructions, and stops where they become too many.
private struct RegexEmitter {
  var instructions: [RegexProgram.Instruction] = []

  private var place: Int32 { Int32(instructions.count) }

  mutating func append(_ instruction: RegexProgram.Instruction) throws(RegexError) {
    guard instructions.count < TextRegex.Limits.instructions else {
      throw RegexMessage.tooLarge(0..<0)
    }
    instructions.append(instruction)
  }

  mutating func emit(_ node: RegexNode) throws(RegexError) {
    switch node {
    case .set(let set): try append(.set(Int32(set)))
    case .assertion(let kind): try append(.assertion(kind))
    case .sequence(let parts): for part in parts { try emit(part) }
    case .choice(let branches): try choice(branches)
    case .repeated(let part, let least, let most): try repeated(part, least, most)
    }
  }

  private mutating func choice(_ branches: [RegexNode]) throws(RegexError) {
    var ends: [Int] = []
    for (index, branch) in branches.enumerated() {
      if index == branches.count - 1 {
        try emit(branch)
      } else {
        let split = instructions.count
        try append(.match)
        try emit(branch)
        ends.append(instructions.count)
        try append(.match)
        instructions[split] = .split(Int32(split + 1), place)
      }
    }
    for end in ends { instructions[end] = .jump(place) }
  }

  private mutating func repeated(
    _ part: RegexNode, _ least: Int, _ most: Int?
  ) throws(RegexError) {
    var last = instructions.count
    for _ in 0..<least {
      last = instructions.count
      try emit(part)
      // Nothing, however often, is nothing.
      if instructions.count == last { return }
    }
    guard let most else {
      if least > 0 {
        try append(.split(Int32(last), place + 1))
      } else {
        let split = instructions.count
        try append(.match)
        try emit(part)
        try append(.jump(Int32(split)))
        instructions[split] = .split(Int32(split + 1), place)
      }
      return
    }
    var splits: [Int] = []
    for _ in 0..<(most - least) {
      let split = instructions.count
      try append(.match)
      try emit(part)
      if instructions.count == split + 1 {
        instructions[split] = .jump(place)
        break
      }
      splits.append(split)
    }
    for split in splits { instructions[split] = .split(Int32(split + 1), place) }
  }
}
