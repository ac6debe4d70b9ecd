"""The commands of the prompt, one case each: what a person reads behind them."""

import os

from terminal import CTRL_C, ENTER, TAB

# Every case that ends as one of these commands is named by it; a case sees to it that none is missing.
PREFIX = "meta_"


def session(open_terminal, **options):
    t = open_terminal.tiny(**options)
    t.prompt()
    return t


def clear(t):
    """An empty screen, so that what is seen is new."""
    t.type("\x0c")
    t.wait(lambda t: t.cursor[0] == 0 and t.line == "hora>", "a clear screen")


def answer(t, text):
    """The lines behind a command, up to the next prompt."""
    clear(t)
    t.run(text)
    lines = t.lines[1:t.cursor[0]]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def every_command_has_a_case(open_terminal):
    t = session(open_terminal)
    shown = [line.split()[0] for line in answer(t, "\\help") if line.startswith("  \\")]
    named = {name[len(PREFIX):] for name in globals() if name.startswith(PREFIX)}
    assert len(shown) > 20 and {word[1:] for word in shown} == named, (shown, named)
    assert t.leave() == 0


def meta_help(open_terminal):
    t = session(open_terminal)
    assert answer(t, "\\help")[0] == "Type a query and Enter:", t.text
    lines = answer(t, "\\help where")
    assert any("keeps" in line or "where" in line for line in lines) and len(lines) > 5, t.text
    assert answer(t, "\\h H0301")[0] == "H0301" or "H0301" in t.text
    assert answer(t, "\\? timing") == ["\\timing [on|off]", "  say how long each answer took"], t.text
    assert "did you mean" in "\n".join(answer(t, "\\help wher")), t.text
    assert t.leave() == 0


def meta_keys(open_terminal):
    t = session(open_terminal)
    lines = answer(t, "\\keys")
    assert lines[0].startswith("Enter") and any("GNU readline" in line for line in lines), t.text
    assert t.leave() == 0


def samples_are_cut_to_the_terminal(open_terminal):
    t = session(open_terminal, width=50)
    lines = answer(t, "\\d members")
    # One line for each of the fields, and none that runs into the next.
    assert len(lines) == 2 + 4 and any(line.endswith("…") for line in lines), t.text
    assert t.leave() == 0


def meta_d(open_terminal):
    t = session(open_terminal)
    assert any("members" in line and "3" in line for line in answer(t, "\\d")), t.text
    lines = answer(t, "\\d members")
    assert any("city" in line and "Sofia" in line for line in lines), t.text
    assert "did you mean members?" in "\n".join(answer(t, "\\d membrs")), t.text
    t.type("\\d mem" + TAB)
    t.wait(lambda t: t.line.startswith("hora> \\d members"), "a name")
    t.type(CTRL_C)
    assert t.leave() == 0


def meta_values(open_terminal):
    t = session(open_terminal)
    lines = answer(t, "\\values country")
    assert lines[2:4] == ["Serbia        2", "Bulgaria      1"], lines
    assert any("Niš" in line for line in answer(t, "\\values members.city ni")), t.text
    assert "write `country`" in "\n".join(answer(t, "\\values members.contry")), t.text
    assert "H0761" in "\n".join(answer(t, "\\values contry")), t.text
    assert "\\values FIELD" in "\n".join(answer(t, "\\values")), t.text
    assert t.leave() == 0


def meta_about(open_terminal):
    t = open_terminal()
    t.prompt()
    assert any("CC BY 4.0" in line for line in answer(t, "\\about")), t.text
    assert t.leave() == 0


def meta_last(open_terminal):
    t = session(open_terminal)
    assert "H0752" in "\n".join(answer(t, "\\last")), t.text
    t.run("members select name")
    assert answer(t, "\\last") == ["name", "────", "Alfa", "Beta", "Gama"], t.text
    assert t.leave() == 0


def meta_x(open_terminal):
    t = session(open_terminal)
    t.run("members take 1")
    assert "name     Alfa" in answer(t, "\\x"), t.text
    t.run("\\x on")
    assert "name     Alfa" in answer(t, "members take 1"), t.text
    t.run("\\x auto")
    assert "name     Alfa" not in answer(t, "members take 1"), t.text
    assert "city  Sofia" in answer(t, "\\x members where country = \"Bulgaria\" select city"), t.text
    assert t.leave() == 0


def meta_g(open_terminal):
    t = session(open_terminal)
    t.run("members select name sort by name desc")
    assert "Gama" in answer(t, "\\g"), t.text
    t.run("\\g names.csv")
    assert open(os.path.join(open_terminal.home, "names.csv")).read() == "name\nGama\nBeta\nAlfa\n"
    assert any(line.strip() == "5" for line in answer(t, "\\g |wc -l")), t.text
    # The format of the file was for that answer alone.
    assert "────" in "\n".join(answer(t, "\\g")), t.text
    assert "H0756" in "\n".join(answer(t, "\\g |false")), t.text
    assert t.leave() == 0


def meta_o(open_terminal):
    t = session(open_terminal)
    t.run("\\o out.json")
    lines = answer(t, "members select name take 1")
    assert "Alfa" not in "\n".join(lines), t.text
    t.run("\\o")
    assert answer(t, "members select name take 1")[2] == "Alfa", t.text
    assert open(os.path.join(open_terminal.home, "out.json")).read() == '[\n  {"name": "Alfa"}\n]\n'
    assert "H0708" in "\n".join(answer(t, "\\o none/x.csv")), t.text
    assert t.leave() == 0


def meta_timing(open_terminal):
    t = session(open_terminal)
    assert answer(t, "\\timing on") == ["timing is on"], t.text
    assert answer(t, "1 + 1")[1].endswith(" ms"), t.text
    assert answer(t, "\\timing") == ["timing is off"], t.text
    assert "it is on or off" in "\n".join(answer(t, "\\timing maybe")), t.text
    assert t.leave() == 0


def meta_highlight(open_terminal):
    t = session(open_terminal)
    assert answer(t, "\\highlight off") == ["highlighting is off"], t.text
    t.type("members where")
    t.wait(lambda t: t.line.endswith("where"), "the line")
    assert t.screen.buffer[t.cursor[0]][14].fg == "default"
    t.type(CTRL_C)
    assert answer(t, "\\highlight") == ["highlighting is on"], t.text
    assert t.leave() == 0


def meta_pager(open_terminal):
    t = session(open_terminal, PAGER="tail -2", height=12)
    assert answer(t, "\\pager on") == ["the pager is on"], t.text
    t.run("members each name as a join")
    t.run("pairs members as a, b")
    lines = answer(t, "\\d")
    assert len(lines) <= 10, t.text
    assert len(answer(t, "\\help")) == 2, t.text
    assert answer(t, "\\pager off") == ["the pager is off"], t.text
    assert t.leave() == 0


def meta_explain(open_terminal):
    t = session(open_terminal)
    lines = answer(t, "\\explain members where country = \"Serbia\" select name")
    assert any("2" in line and "where" in line for line in lines), t.text
    assert "\\explain QUERY" in "\n".join(answer(t, "\\explain")), t.text
    assert t.leave() == 0


def meta_watch(open_terminal):
    t = session(open_terminal)
    t.type("\\watch 0.2 count(members)" + ENTER)
    t.wait(lambda t: t.lines.count("3") >= 2, "two answers")
    # The data is read anew.
    with open(os.path.join(open_terminal.home, "tiny", "members.csv"), "a", encoding="utf-8") as file:
        file.write("4,Delta,Serbia,Niš\n")
    t.wait(lambda t: "4" in t.lines, "the fourth member")
    t.type(CTRL_C)
    t.prompt()
    assert "\\watch SECONDS" in "\n".join(answer(t, "\\watch soon")), t.text
    assert t.leave() == 0


def meta_e(open_terminal):
    t = session(open_terminal, EDITOR="sed -i s/members/countries/")
    path = os.path.join(open_terminal.home, "q.hora")
    with open(path, "w", encoding="utf-8") as file:
        file.write("members\n  take 1\n")
    t.type("\\e q.hora" + ENTER)
    t.wait(lambda t: t.line == "  take 1", "the edited text")
    assert t.lines[t.cursor[0] - 1] == "hora> countries", t.text
    t.type(CTRL_C)
    t.prompt()
    assert t.leave() == 0
    t = session(open_terminal, EDITOR="none-such-editor")
    assert "H0756" in "\n".join(answer(t, "\\e")), t.text
    assert t.leave() == 0


def meta_save(open_terminal):
    t = session(open_terminal)
    assert "H0752" in "\n".join(answer(t, "\\save mine")), t.text
    t.run('let home = "Serbia"')
    t.run("members where country = home select name")
    assert answer(t, "\\save mine") == ["saved as mine; \\run mine runs it"], t.text
    assert "H0755" in "\n".join(answer(t, "\\save ../x")), t.text
    assert t.leave() == 0
    t = session(open_terminal)
    assert "Beta" in answer(t, "\\run mine"), t.text
    assert t.leave() == 0


def meta_scripts(open_terminal):
    t = session(open_terminal)
    assert "no script was kept yet" in "\n".join(answer(t, "\\scripts")), t.text
    t.run("members count by country")
    t.run("\\save by-country")
    t.run("count(members)")
    t.run("\\save n")
    assert answer(t, "\\scripts") == ["by-country  members count by country", "n           count(members)"], t.text
    assert t.leave() == 0


def meta_show(open_terminal):
    t = session(open_terminal)
    t.run("members count by country")
    t.run("\\save by-country")
    assert answer(t, "\\show by-country") == ["members count by country"], t.text
    assert "H0754" in "\n".join(answer(t, "\\show by-contry")), t.text
    assert "\\show NAME" in "\n".join(answer(t, "\\show")), t.text
    assert t.leave() == 0


def meta_run(open_terminal):
    t = session(open_terminal)
    with open(os.path.join(open_terminal.home, "twice.hora"), "w", encoding="utf-8") as file:
        file.write("param n: int = 3\n2 * $n\n")
    assert answer(t, "\\run ./twice.hora") == ["6"], t.text
    # Its path and its parameters are completed.
    t.type("\\run twi" + TAB)
    t.wait(lambda t: t.line == "hora> \\run twice.hora", "the file")
    t.type(" --" + TAB + " 4" + ENTER)
    t.wait(lambda t: "8" in t.lines, "the answer")
    t.prompt()
    assert answer(t, "\\run twice.hora --n 21") == ["42"], t.text
    assert "H0754" in "\n".join(answer(t, "\\run none")), t.text
    assert "\\run NAME" in "\n".join(answer(t, "\\run")), t.text
    assert t.leave() == 0


def meta_set(open_terminal):
    t = session(open_terminal)
    assert answer(t, "\\set")[0].split() == ["format", "table"], t.text
    t.run("\\set format csv")
    assert answer(t, "members select id, name take 1") == ["id,name", "1,Alfa"], t.text
    assert "it is table" in " ".join(answer(t, "\\set format cvs")), t.text
    assert "there are format, timing" in " ".join(answer(t, "\\set colour on")), t.text
    assert t.leave() == 0


def meta_param(open_terminal):
    t = session(open_terminal)
    assert "no parameter has a value" in "\n".join(answer(t, "\\param")), t.text
    t.run("\\param n = 20")
    assert answer(t, "\\param") == ["n = 20"], t.text
    t.run("param n: int = 1")
    assert answer(t, "2 * $n") == ["40"], t.text
    t.run("\\param n")
    assert answer(t, "2 * $n") == ["2"], t.text
    assert t.leave() == 0


def meta_history(open_terminal):
    t = session(open_terminal)
    t.run("1 + 1")
    t.run("2 + 2")
    assert answer(t, "\\history 2") == ["2 + 2", "\\history 2"], t.text
    assert "\\history [N]" in "\n".join(answer(t, "\\history all")), t.text
    assert t.leave() == 0


def meta_quit(open_terminal):
    t = session(open_terminal)
    t.type("\\q" + ENTER)
    assert t.ended() == 0


def pictures_say_their_size_once(open_terminal):
    t = session(open_terminal)
    lines = answer(t, "members count by country show bars")
    assert lines[0] == "count by country (2 rows)" and "2 rows" not in lines[1:], t.text
    assert answer(t, "members count by country")[-1] == "2 rows", t.text
    assert t.leave() == 0


def values_of_the_terminal_do_not_steer_it(open_terminal):
    folder = os.path.join(open_terminal.home, "odd")
    os.makedirs(folder)
    with open(os.path.join(folder, "members.csv"), "w", encoding="utf-8", newline="") as file:
        file.write('id,name\n1,"a\x1b[31mred\x07\x9b31m"\n2,"two\r\nlines"\n3,"\u202eturned"\n')
    t = open_terminal(["--data", folder])
    t.prompt()
    for form in ("table", "ascii", "record", "list", "plain", "markdown", "bars value = id", "matrix"):
        t.run(f"members select name, id show {form}")
        assert "␛[31mred" in t.text, (form, t.text)
    row = next(y for y, line in enumerate(t.lines) if "red" in line)
    assert all(cell.fg == "default" for cell in t.screen.buffer[row].values()), t.text
    # Completion shows values, too.
    t.type('members where name = "a' + TAB)
    t.read(0.3)
    assert "\x1b" not in t.line and not t.screen.buffer[t.cursor[0]][30].fg == "red"
    t.type(CTRL_C)
    assert t.leave() == 0
