// Comes in: keys. Goes out: what was typed, once it is whole. GNU readline edits; this file drives it by its
// callback interface, so that signals are events and nothing waits inside it. The only file that sees
// readline. It keeps state in statics, because readline is one set of globals, used from one thread.

#if Readline
  @preconcurrency import CReadline
  import Hora

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  enum LineEditor {
    /// What the editor asks about a text.
    struct Advice {
      /// True where Enter ends the text.
      var isWhole: (String) -> Bool
      var complete: (_ text: String, _ cursor: Int) -> Completion?
      /// The text in colours; nil where it is shown as it is.
      var painted: (String) -> String?
      /// How the text may go on; shown dim behind it.
      var hint: (String) -> String?
    }

    nonisolated(unsafe) private static var advice = Advice(
      isWhole: { _ in true }, complete: { _, _ in nil }, painted: { _ in nil }, hint: { _ in nil })
    nonisolated(unsafe) private static var finished: TypedText?
    nonisolated(unsafe) private static var prefill: String?
    nonisolated(unsafe) private static var isStarted = false
    /// True while a hint stands behind the cursor.
    nonisolated(unsafe) private static var hasHint = false

    // MARK: Reading

    static func read(_ prompt: String, prefilled: String?, advice: Advice) -> TypedText {
      self.advice = advice
      start()
      finished = nil
      Signals.taken()
      rl_callback_handler_install(prompt) { line in
        if let line {
          LineEditor.finished = .text(String(cString: line))
          rl_free(line)
        } else {
          LineEditor.finished = .end
        }
        rl_callback_handler_remove()
      }
      if let prefilled {
        rl_insert_text(prefilled)
        rl_redisplay()
      }
      while true {
        let (events, input) = Signals.wait(forInput: true, milliseconds: -1)
        for event in events {
          switch event {
          case .interrupt: return interrupted()
          case .resize: resized()
          case .done: break
          }
        }
        if input { rl_callback_read_char() }
        if let finished { return finished }
      }
    }

    private static func start() {
      guard !isStarted else { return }
      isStarted = true
      rl_readline_name = UnsafePointer(strdup("hora"))
      rl_catch_signals = 0
      rl_catch_sigwinch = 0
      rl_initialize()
      for key in [Int32(13), 10] { rl_bind_key(key) { _, key in LineEditor.enter(key) } }
      rl_bind_key(9) { _, _ in LineEditor.tab() }
      // Alt-Enter: a line end, whatever the text says.
      rl_bind_keyseq("\u{1B}\r") { _, _ in rl_insert_text("\n") & 0 }
      // → and End take the hint; elsewhere they are what they were.
      for keys in ["\u{1B}[C", "\u{1B}OC"] {
        rl_bind_keyseq(keys) { LineEditor.takeHint() ? 0 : rl_forward_char($0, $1) }
      }
      for keys in ["\u{1B}[F", "\u{1B}OF", "\u{05}"] {
        rl_bind_keyseq(keys) { LineEditor.takeHint() ? 0 : rl_end_of_line($0, $1) }
      }
      // Only now: a redisplay of its own at the start makes readline think little of the terminal.
      rl_redisplay_function = { LineEditor.redisplay() }
    }

    private static var text: String { String(cString: rl_line_buffer) }

    // MARK: Keys

    private static func enter(_ key: Int32) -> Int32 {
      if advice.isWhole(text) {
        rl_point = rl_end
        advice.hint = { _ in nil }
        redisplay()
        rl_newline(1, key)
      } else {
        rl_insert_text("\n")
      }
      return 0
    }

    /// Replaces what is typed by what all that fits begins with; shows what fits where that adds nothing.
    private static func tab() -> Int32 {
      guard let found = advice.complete(text, Int(rl_point)), !found.items.isEmpty else {
        rl_ding()
        return 0
      }
      if found.items.count == 1 {
        let item = found.items[0]
        let end = item.kind == .keyword || item.kind == .value ? " " : ""
        replace(found.replaced, by: item.insert + end)
        return 0
      }
      let typed = SourceText(text).text(in: found.replaced)
      let common = CompletionMenu.common(found.items.map(\.insert))
      if common.utf8.count > typed.utf8.count, SearchForm.of(common).hasPrefix(SearchForm.of(typed))
      {
        replace(found.replaced, by: common)
      } else {
        show(CompletionMenu.text(found.items, width: Output.terminalWidth(1)))
      }
      return 0
    }

    private static func takeHint() -> Bool {
      guard hasHint, rl_point == rl_end, let hint = advice.hint(text) else { return false }
      rl_insert_text(hint)
      return true
    }

    private static func replace(_ range: SourceRange, by text: String) {
      rl_begin_undo_group()
      rl_delete_text(Int32(range.start), Int32(range.end))
      rl_point = Int32(range.start)
      rl_insert_text(text)
      rl_end_undo_group()
    }

    /// Writes lines below the text, and the text anew below them.
    private static func show(_ lines: String) {
      let point = rl_point
      let hint = advice.hint
      advice.hint = { _ in nil }
      rl_point = rl_end
      redisplay()
      advice.hint = hint
      Output.error("\n" + lines)
      rl_point = point
      rl_on_new_line()
      redisplay()
    }

    // MARK: Signals

    private static func interrupted() -> TypedText {
      rl_point = rl_end
      // Readline draws once more while it cleans up.
      advice.hint = { _ in nil }
      redisplay()
      // Before readline puts the cursor at the line's beginning.
      Output.terminal("^C")
      rl_callback_sigcleanup()
      rl_free_line_state()
      rl_replace_line("", 0)
      rl_callback_handler_remove()
      Output.terminal("\n")
      return .interrupted
    }

    private static func resized() {
      // The stock redisplay only: readline measures with it.
      rl_redisplay_function = rl_redisplay
      rl_resize_terminal()
      rl_redisplay_function = { LineEditor.redisplay() }
      redisplay()
    }

    // MARK: Colours

    /// Readline draws, then the same cells are painted over: its picture of the screen stays true.
    private static func redisplay() {
      clearHint()
      rl_redisplay()
      let searches = UInt(RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_NUMERICARG)
      guard rl_readline_state & searches == 0, rl_end > 0, let painted = advice.painted(text) else {
        return
      }
      let prompt = String(cString: rl_display_prompt)
      guard prompt == String(cString: rl_prompt) else { return }
      let screen = ScreenPlaces(prompt: prompt, text, width: Output.terminalWidth(1))
      guard let cursor = screen.place(ofByte: Int(rl_point)), let end = screen.place(ofByte: nil)
      else { return }
      var bytes = "\u{1B}[?25l\r"
      if cursor.row > 0 { bytes += "\u{1B}[\(cursor.row)A" }
      if screen.start > 0 { bytes += "\u{1B}[\(screen.start)C" }
      bytes += painted
      if rl_point == rl_end { bytes += hint(behind: end) }
      if end.row > cursor.row { bytes += "\u{1B}[\(end.row - cursor.row)A" }
      bytes += "\r"
      if cursor.column > 0 { bytes += "\u{1B}[\(cursor.column)C" }
      fflush(rl_outstream)
      Output.terminal(bytes + "\u{1B}[?25h")
    }

    /// As much of the hint as the row has room for.
    private static func hint(behind end: ScreenPlaces.Place) -> String {
      guard let hint = advice.hint(text) else { return "" }
      var shown = ""
      var column = end.column
      for character in hint {
        column += TextWidth.width(of: String(character))
        let isControl = character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        if isControl || column >= Output.terminalWidth(1) { break }
        shown.append(character)
      }
      guard !shown.isEmpty else { return "" }
      hasHint = true
      return "\u{1B}[2m\(shown)\u{1B}[0m"
    }

    /// The cursor stands where the hint begins: a hint is only behind the text's end.
    private static func clearHint() {
      guard hasHint else { return }
      hasHint = false
      Output.terminal("\u{1B}[K")
    }
  }
#endif

/// What somebody did at a prompt.
enum TypedText {
  case text(String)
  /// Ctrl-C.
  case interrupted
  /// Ctrl-D, or the end of the input.
  case end
}
