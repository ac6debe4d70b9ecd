// Commands over folders of scripts, and what stands behind a script.

import Testing

private let files = [
  "all/a.hora": "members  take 1\n", "all/below/b.hora": "count(members)\n",
  "all/below/notes.txt": "no script\n", "all/.hidden/c.hora": "wrong wrong\n",
  "bad/one.hora": "members wher\n", "bad/two.hora": "membrs\n", "none/notes.txt": "no script\n",
  "need.hora": "## how many\nparam n: int\n2 * $n\n",
  "data.hora": "param data: text = \"own\"\nparam flag: bool = false\nprint \"{$data}\"\n",
  "other.hora": "things take 1\n",
]

@Test func checkTakesFolders() throws {
  let folder = try Folder(files)
  let good = try folder.hora(["check", "all"])
  #expect(good.code == 0 && good.errors.isEmpty, "\(good)")
  // Every fault of every script is said.
  let bad = try folder.hora(["check", "all", "bad"])
  #expect(bad.code == 3 && bad.errors.contains("H0212") && bad.errors.contains("bad/two.hora:1:1"))
  let missing = try folder.hora(["check", "gone.hora", "bad/two.hora"])
  #expect(missing.code == 3 && missing.errors.contains("H0704") && missing.errors.contains("H0301"))
  #expect(try folder.hora(["check", "gone.hora", "all"]).code == 2)
}

@Test func formatTakesFolders() throws {
  let folder = try Folder(files)
  let found = try folder.hora(["fmt", "--check", "all"])
  #expect(found.code == 1 && found.output == "all/a.hora\n" && found.errors.isEmpty, "\(found)")
  #expect(try folder.hora(["fmt", "all/"]).code == 0)
  #expect(try folder.text("all/a.hora") == "members take 1\n")
  #expect(try folder.hora(["fmt", "--check", "all"]).code == 0)
}

@Test(arguments: ["check", "fmt", "test"])
func aFolderWithoutScriptsIsSaid(_ command: String) throws {
  let answer = try Folder(files).hora([command, "none"])
  #expect(answer.code == 2 && answer.errors.contains("error[H0784]"), "\(answer)")
}

@Test func optionsOfHoraBehindAScriptAreRefused() throws {
  let folder = try Folder(files)
  for words in [["need.hora", "--data", "all"], ["other.hora", "--format=csv"]] {
    let answer = try folder.hora(words)
    #expect(answer.code == 2 && answer.errors.contains("error[H0785]"), "\(answer)")
    #expect(answer.errors.contains("put it before the script") && answer.output.isEmpty)
  }
  // A parameter of that name is one.
  for words in [["--data", "mine"], ["--data=mine"]] {
    #expect(try folder.hora(["data.hora"] + words).output == "mine\n")
  }
  #expect(try folder.hora(["data.hora", "--data", "--format"]).output == "--format\n")
}

@Test func parametersWithoutValueAreUsage() throws {
  let folder = try Folder(files)
  let missing = try folder.hora(["need.hora"])
  #expect(missing.code == 2 && missing.errors.contains("hora need.hora --n VALUE"), "\(missing)")
  let query = try folder.hora(["-c", "param n: int\n$n"])
  #expect(query.code == 2 && query.errors.contains("--param n=VALUE"), "\(query)")
  let wrong = try folder.hora(["need.hora", "--n", "x"])
  #expect(wrong.code == 2 && wrong.errors.contains("H0532"), "\(wrong)")
  #expect(try folder.hora(["-f", "need.hora", "--n", "4"]).output == "8\n")
  #expect(try folder.hora(["-f", "need.hora", "--param", "n=4"]).output == "8\n")
}

@Test func anotherEncodingIsSaid() throws {
  let folder = try Folder()
  try folder.write("d/members.csv", .init([0x69, 0x64, 0x0A, 0xC4, 0xE5, 0x0A]))
  let answer = try folder.hora(["--data", "d", "-c", "count(members)"])
  #expect(answer.code == 0 && answer.output == "1\n")
  #expect(answer.errors.contains("note[H0786]") && answer.errors.contains("d/members.csv"))
}

@Test func keptScriptsAreListed() throws {
  let folder = try Folder(["share/hora/scripts/mine.hora": "## counts them\ncount(members)\n"])
  let none = try folder.shell("XDG_DATA_HOME=/nowhere hora scripts")
  #expect(none.code == 0 && none.output.isEmpty && none.errors.contains("no script was kept yet"))
  let some = try folder.shell("XDG_DATA_HOME=\"$PWD/share\" hora scripts")
  #expect(some.output == "mine  counts them\n" && some.code == 0, "\(some)")
}
