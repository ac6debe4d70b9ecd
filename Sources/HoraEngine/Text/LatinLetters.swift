// Comes in: one folded Cyrillic or Greek letter, with its neighbours where they matter. Goes out: how
// the search form writes it in Latin letters. One table for all languages: a text does not say
// which language it is in. It must hold no other rule of writing, and every row says its reason.
//
// Cyrillic. Letters that Serbian and Macedonian use are written as in Serbian Latin, with its marks off
// (a search form has none). Letters only Bulgarian has beyond these follow the Bulgarian
// Transliteration Act of 2009. The rest follows ISO 9 with its marks off.
// Greek follows ELOT 743 (ISO 843, type 2), as names in Latin letters from Greece do: ATHINA, EREVNAS.

enum LatinLetters {
  /// A letter whose writing depends on its neighbours: see ``written(_:before:after:)``.
  static let special: UInt32 = 0xFF

  static let cyrillic: [(letter: Unicode.Scalar, latin: String)] = [
    ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"),  // the same everywhere here
    ("е", "e"), ("з", "z"), ("и", "i"), ("к", "k"), ("л", "l"),  // the same everywhere here
    ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"),  // the same everywhere here
    ("с", "s"), ("т", "t"), ("у", "u"), ("ф", "f"), ("х", "h"),  // the same everywhere here
    ("ж", "z"),  // Serbian ž: "Ниш и Ужице" is typed "uzice"
    ("ц", "c"),  // Serbian c: "Цетиње"; Bulgarian ts is the rarer writing in the region
    ("ч", "c"),  // Serbian č
    ("ш", "s"),  // Serbian š
    ("ђ", "d"),  // Serbian đ, which folds to d
    ("ћ", "c"),  // Serbian ć
    ("ј", "j"),  // Serbian and Macedonian j
    ("љ", "lj"),  // Serbian digraph: "Љубљана"
    ("њ", "nj"),  // Serbian digraph: "Његош"
    ("џ", "dz"),  // Serbian dž
    ("ѕ", "dz"),  // Macedonian dz
    ("й", "y"),  // Bulgarian y: "Николай"; read before marks are taken off, it is not и
    ("щ", "sht"),  // Bulgarian sht: "Щит"
    ("ъ", "a"),  // Bulgarian a: "Велико Търново" is "Veliko Tarnovo"
    ("ь", ""),  // a sign without sound of its own in all languages
    ("ю", "yu"),  // Bulgarian yu: "Юндола"
    ("ы", "y"),  // ISO 9
    ("э", "e"),  // ISO 9 è
    ("є", "e"),  // Ukrainian, ISO 9 ê
    ("і", "i"),  // Ukrainian, ISO 9 ì
    ("ґ", "g"),  // Ukrainian, ISO 9 g̀
    ("ѣ", "e"),  // old orthography, ISO 9 ě
    ("ѫ", "a"),  // old Bulgarian, today ъ
    ("ѳ", "f"),  // old orthography, ISO 9 f̀
    ("ѵ", "i"),  // old orthography, read и
    ("ә", "a"), ("ө", "o"), ("ү", "u"), ("ұ", "u"),  // Turkic letters, nearest vowel of ISO 9
    ("қ", "k"), ("ғ", "g"), ("ң", "n"), ("һ", "h"),  // Turkic letters, ISO 9 without marks
  ]

  static let greek: [(letter: Unicode.Scalar, latin: String)] = [
    ("α", "a"), ("β", "v"), ("δ", "d"), ("ε", "e"), ("ζ", "z"),  // ELOT 743
    ("η", "i"),  // ELOT 743: Αθήνα is Athina
    ("θ", "th"), ("ι", "i"), ("κ", "k"), ("λ", "l"), ("ν", "n"),  // ELOT 743
    ("ξ", "x"), ("ο", "o"), ("π", "p"), ("ρ", "r"), ("σ", "s"),  // ELOT 743; ς folds to σ
    ("τ", "t"),  // ELOT 743
    ("φ", "f"),  // ELOT 743
    ("χ", "ch"),  // ELOT 743
    ("ψ", "ps"),  // ELOT 743
    ("ω", "o"),  // ELOT 743
  ]

  /// Letters that look at their neighbours.
  static let neighbourly: [Unicode.Scalar] = [
    "я",  // Bulgarian: ya, but -ия at the end of a word is -ia: "София" is "Sofia"
    "γ",  // ELOT 743: n before γ, ξ, χ, else g
    "μ",  // ELOT 743: μπ at the start of a word is b, else m
    "υ",  // ELOT 743: ου is ou; αυ, ευ, ηυ end in v or, before a voiceless letter, in f; else y
  ]

  /// Typography that must not hide a word: quotes, dashes and blanks as a keyboard has them.
  static let typography: [(from: UInt32, to: UInt32, written: String)] = [
    (0x00A0, 0x00A0, " "), (0x2000, 0x200A, " "), (0x202F, 0x202F, " "), (0x205F, 0x205F, " "),
    (0x3000, 0x3000, " "),  // blanks of all widths
    (0x2018, 0x201B, "'"), (0x2032, 0x2032, "'"), (0x02BC, 0x02BC, "'"), (0x00B4, 0x00B4, "'"),
    (0x201C, 0x201F, "\""), (0x2033, 0x2033, "\""), (0x00AB, 0x00AB, "\""),
    (0x00BB, 0x00BB, "\""),  // quotes
    (0x2010, 0x2015, "-"), (0x2212, 0x2212, "-"),  // hyphens and dashes
    (0x00AD, 0x00AD, ""), (0x200B, 0x200F, ""), (0x2060, 0x2060, ""), (0xFEFF, 0xFEFF, ""),
    (0x2026, 0x2026, "..."),
  ]

  /// How a letter of ``neighbourly`` is written between two scalars of the source text (0: none), and
  /// whether that writes the next letter too.
  static func written(
    _ letter: UInt32, before: UInt32, after: UInt32
  ) -> (text: StaticString, takesNext: Bool) {
    switch letter {
    case 0x044F, 0x042F:
      let iBefore = before == 0x0438 || before == 0x0418
      return (iBefore && !isLetter(after) ? "a" : "ya", false)
    case 0x03B3, 0x0393:
      switch after {
      case 0x03B3, 0x0393, 0x03BE, 0x039E, 0x03C7, 0x03A7: return ("n", false)
      default: return ("g", false)
      }
    case 0x03BC, 0x039C, 0x00B5:
      if !isLetter(before), after == 0x03C0 || after == 0x03A0 { return ("b", true) }
      return ("m", false)
    case 0x03C5, 0x03A5, 0x03CD, 0x038E:
      switch before {
      case 0x03BF, 0x039F: return ("u", false)
      case 0x03B1, 0x0391, 0x03B5, 0x0395, 0x03B7, 0x0397:
        return (isVoiceless(after) || !isLetter(after) ? "f" : "v", false)
      default: return ("y", false)
      }
    default: return ("y", false)
    }
  }

  private static func isVoiceless(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x03B8, 0x0398, 0x03BA, 0x039A, 0x03BE, 0x039E, 0x03C0, 0x03A0, 0x03C3, 0x03A3, 0x03C2,
      0x03C4, 0x03A4, 0x03C6, 0x03A6, 0x03C7, 0x03A7, 0x03C8, 0x03A8:
      true
    default: false
    }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0xC0...0x2AF: scalar != 0xD7 && scalar != 0xF7
    case 0x0386, 0x0388...0x052F, 0x1F00...0x1FBC, 0x1FC2...0x1FCC, 0x1FD0...0x1FDB: true
    default: false
    }
  }
}
