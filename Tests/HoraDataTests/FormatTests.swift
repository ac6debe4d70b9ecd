import HoraData
import HoraEngine
import Testing

@Suite struct FormatTests {
  private func table(_ text: String, name: String = "t.csv") throws -> LoadResult {
    try load([(name, text)])
  }

  @Test func quotesAndLineEnds() throws {
    let result = try table(
      "\u{FEFF}id,name,note\r\n1,\"A \"\"x\"\", B\",\"two\r\nlines\"\r\n2,C,\r\n\r\n3,D,x")
    let network = result.network
    #expect(network.column("t", "name") == ["A \"x\", B", "C", "D"])
    #expect(network.column("t", "note") == ["two\r\nlines", "-", "x"])
    #expect(result.faults.count(.byteOrderMark) == 1)
    #expect(result.faults.count(.blankLines) == 1)
    #expect(result.faults.faultCount == 0)
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func separators(_ mark: String) throws {
    let result = try table(
      "id,name,n\n1,a b,2\n2,\"c,d;e\tf|g\",3\n".replacing(
        ",", with: mark, quoted: "\"c,d;e\tf|g\""))
    #expect(result.network.fields("t") == ["id int", "name text", "n int"])
    #expect(result.network.column("t", "name") == ["a b", "c,d;e\tf|g"])
  }

  @Test func types() throws {
    let network = try table(
      """
      id,whole,dec,comma,date,dotted,slash,yes,is_new,plain01,zero,big,sci,list,na,neg
      1,5,1.5,"1,25",2020-02-29,01.02.2020,13/02/2020,yes,1,1,007,99999999999999999999,7.66444e+06,a;b,3,-4
      2,,2,"3",2021-01-01,31.12.2021,02/03/2020,No,0,0,010,1,1,a,NA,+5
      3,7,,,,,,,,,123,2,0.5,b;c,5,0
      """
    ).network
    #expect(
      network.fields("t") == [
        "id int", "whole int", "dec decimal", "comma decimal", "date date", "dotted date",
        "slash date",
        "yes bool", "is_new bool", "plain01 int", "zero text", "big decimal", "sci decimal",
        "list [text]",
        "na int", "neg int",
      ])
    #expect(network.column("t", "comma") == ["1.25", "3.0", "-"])
    #expect(network.column("t", "date") == ["2020-02-29", "2021-01-01", "-"])
    #expect(network.column("t", "dotted") == ["2020-02-01", "2021-12-31", "-"])
    #expect(network.column("t", "slash") == ["2020-02-13", "2020-03-02", "-"])
    #expect(network.column("t", "yes") == ["true", "false", "-"])
    #expect(network.column("t", "list") == ["a;b", "a", "b;c"])
    #expect(network.column("t", "na") == ["3", "-", "5"])
    #expect(network.column("t", "sci") == ["7664440.0", "1.0", "0.5"])
    #expect(network.column("t", "zero") == ["007", "010", "123"])
  }

  @Test func mostlyNumbersStayTextAndAreReported() throws {
    let rows = (1...20).map { "\($0),\($0 == 7 ? "about 7" : String($0))\n" }.joined()
    let result = try table("id,size\n" + rows)
    #expect(result.network.fields("t") == ["id int", "size text"])
    #expect(result.faults.count(.mixedNumbers) == 1)
    #expect(result.faults.faults.first?.line == 8)
    #expect(result.faults.faults.first?.text == "about 7")
  }

  @Test func twoDecimalMarksInOneColumnAreReported() throws {
    let rows = (1...10).map { "\($0);\($0 == 4 ? "4,5" : "\($0).5")\n" }.joined()
    let result = try table("id;x\n" + rows)
    #expect(result.network.fields("t") == ["id int", "x text"])
    #expect(result.faults.count(.mixedNumbers) == 1)
    #expect(result.faults.faults.last?.text == "4,5")
  }

  @Test func ambiguousValuesStayText() throws {
    let result = try table("id;n;d\n1;1,234;01/02/2020\n2;5,678;03/04/2021\n")
    #expect(result.network.fields("t") == ["id int", "n text", "d text"])
    #expect(result.faults.count(.ambiguousValues) == 2)
  }

  @Test func raggedRowsAndRepeatedHeaders() throws {
    let result = try table("id,a,b\n1,x\n2,x,y,z\nid,a,b\n3,x,y\n4,x,y,,\n")
    #expect(result.network.column("t", "id") == ["1", "3", "4"])
    #expect(result.faults.count(.raggedShort) == 1)
    #expect(result.faults.count(.raggedLong) == 1)
    #expect(result.faults.count(.repeatedHeader) == 1)
    #expect(result.faults.faults.map(\.line) == [2, 3, 4])
    #expect(String(decoding: result.faults.rejectText, as: UTF8.self) == "2,x,y,z\n")
  }

  @Test func quotesThatAreWrong() throws {
    let result = try table("id,a\n1,\"x\" y\n2,\"never\n3,z\n")
    #expect(result.network.column("t", "a") == ["\"x\" y", "\"never", "z"])
    #expect(result.faults.count(.strayQuote) == 1)
    #expect(result.faults.count(.unclosedQuote) == 1)
  }

  @Test func namesOfColumns() throws {
    let result = try table("id,a,a,,b \n1,2,3,4,5\n")
    #expect(result.network.fields("t") == ["id int", "a int", "a_2 int", "column_4 int", "b int"])
    #expect(result.faults.count(.duplicateColumn) == 1)
    #expect(result.faults.count(.unnamedColumn) == 1)
  }

  @Test func textIsComposed() throws {
    let network = try table("id,name\n1,Timis\u{0326}oara\n2,Timișoara\n").network
    guard case .scalar(.text(let codes, _)) = network.collections[0].columns[1] else {
      Issue.record("no text")
      return
    }
    #expect(codes == [0, 0])
  }

  @Test(arguments: [
    ("windows-1250", "Čačak, Niš, Žabljak, Kraków, Łódź, Székesfehérvár"),
    ("windows-1252", "Universität München, Besançon, Évora, Göteborg"),
    ("windows-1253", "Αθήνα, Θεσσαλονίκη, Ηράκλειο, Ιωάννινα"),
    ("windows-1254", "Muğla Üniversitesi, Eskişehir, İstanbul, Ağrı, Diyarbakır"),
    ("iso-8859-2", "Čačak, Šabac, Žilina, Ťahanovce, Košice, Šiška"),
    ("windows-1251", "Велико Търново, Пловдив, Русе, Стара Загора"),
  ])
  func encodings(_ name: String, _ text: String) throws {
    let bytes = eightBit("id,name\n1,\"\(text)\"\n", name)
    let result = try load(bytes: [("t.csv", bytes)])
    #expect(result.network.column("t", "name") == [text])
    #expect(result.faults.count(.encodingDetected) == 1)
    #expect(result.faults.faults.first { $0.kind == .encodingDetected }?.text == name)
  }

  @Test func lettersOfTwoAlphabetsInAWord() throws {
    let result = try table(
      "id,name\n1,PAIDON ΑTHINON\n2,10 μm and kΩ\n3,ΑΘΗΝΑ Athens\n4,Сity\n5,Град X\n")
    #expect(result.faults.count(.mixedScript) == 2)
    #expect(result.faults.faults.map(\.line) == [2, 5])
  }

  @Test func badBytesInUTF8() throws {
    var bytes = Array("id,name\n1,Žabljak\n2,Čačak\n3,x".utf8)
    bytes += [0xFF]
    bytes += Array("y\n".utf8)
    let result = try load(bytes: [("t.csv", bytes)])
    #expect(result.network.column("t", "name").last == "x\u{FFFD}y")
    #expect(result.faults.count(.badByte) == 1)
    #expect(result.faults.faults.first?.line == 4)
  }

  @Test func utf16() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in "id;name\n1;Žabljak 😀\n".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let result = try load(bytes: [("t.csv", bytes)])
    #expect(result.network.column("t", "name") == ["Žabljak 😀"])
  }

  @Test func jsonArraysAndLines() throws {
    let lines =
      "{\"id\":1,\"name\":\"A\\u00e9 \\\"q\\\"\",\"tags\":[\"x\",\"y\"],\"ok\":true}\n\n{\"id\":2,\"name\":null,\"start\":\"2020-01-02\",\"d\":1.5}\n"
    for (name, text) in [
      ("t.ndjson", lines),
      ("t.json", "[" + lines.replacing("}\n\n{", with: "},{", quoted: "") + "]"),
    ] {
      let network = try load([(name, text)]).network
      #expect(
        network.fields("t") == [
          "id int", "name text", "tags [text]", "ok bool", "start date", "d decimal",
        ])
      #expect(network.column("t", "name") == ["Aé \"q\"", "-"])
      #expect(network.column("t", "tags") == ["x;y", ""])
      #expect(network.column("t", "start") == ["-", "2020-01-02"])
    }
    let strings = try load([("t.json", "[{\"id\":\"1\"},{\"id\":\"2\",\"e\":\"\"}]")]).network
    #expect(strings.fields("t") == ["id text", "e text"])
    #expect(strings.column("t", "e") == ["-", ""])
  }

  @Test func badRecordsAreRejected() throws {
    let result = try load([
      ("t.ndjson", "{\"id\":1}\n{\"id\":2,}\n{\"id\":3}\nnonsense\n{\"id\":4}\n")
    ])
    #expect(result.network.column("t", "id") == ["1", "3", "4"])
    #expect(result.faults.count(.badRecord) == 2)
    #expect(result.faults.rejects.map(\.line) == [2, 4])
  }

  @Test func decimalsAreRoundedCorrectly() throws {
    let texts = [
      "0.1", "1e22", "1e23", "123456789012345678", "9007199254740993.0", "2.2250738585072014e-308",
      "0.30000000000000004",
    ]
    let network = try table(
      "id,x\n" + texts.enumerated().map { "\($0.offset),\($0.element)\n" }.joined() + "9,1.5\n"
    ).network
    #expect(network.column("t", "x") == (texts + ["1.5"]).map { String(Double($0) ?? -1) })
  }
}

extension String {
  /// Replaces outside one quoted part.
  func replacing(_ old: String, with new: String, quoted: String) -> String {
    let mark = "\u{1}"
    var out =
      quoted.isEmpty
      ? self : split(separator: quoted, omittingEmptySubsequences: false).joined(separator: mark)
    out = out.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    return quoted.isEmpty
      ? out : out.split(separator: mark, omittingEmptySubsequences: false).joined(separator: quoted)
  }
}

/// A text in an eight-bit encoding, by a table written here for the letters these tests use.
private func eightBit(_ text: String, _ encoding: String) -> [UInt8] {
  let tables: [String: [(String, UInt8)]] = [
    "windows-1250": [
      ("Č", 0xC8), ("č", 0xE8), ("š", 0x9A), ("Ž", 0x8E), ("ó", 0xF3), ("Ł", 0xA3), ("ź", 0x9F),
      ("é", 0xE9), ("á", 0xE1),
    ],
    "windows-1252": [("ä", 0xE4), ("ü", 0xFC), ("ç", 0xE7), ("É", 0xC9), ("ö", 0xF6)],
    "windows-1254": [("ğ", 0xF0), ("Ü", 0xDC), ("ş", 0xFE), ("İ", 0xDD), ("ı", 0xFD)],
    "iso-8859-2": [("Č", 0xC8), ("č", 0xE8), ("Š", 0xA9), ("Ž", 0xAE), ("Ť", 0xAB), ("š", 0xB9)],
  ]
  var out: [UInt8] = []
  for scalar in text.unicodeScalars {
    if scalar.value < 0x80 {
      out.append(UInt8(scalar.value))
    } else if encoding == "windows-1253" {
      out.append(scalar == "ά" ? 0xDC : UInt8(scalar.value - 0x2D0))
    } else if encoding == "windows-1251" {
      out.append(UInt8(scalar.value - 0x350))
    } else if let pair = tables[encoding]?.first(where: { $0.0 == String(scalar) }) {
      out.append(pair.1)
    } else {
      out.append(0x3F)
    }
  }
  return out
}
