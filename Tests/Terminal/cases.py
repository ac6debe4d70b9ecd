"""What must hold at the prompt. Each function is one case: it gets a way to open terminals and fails by an assertion.
Cases named `slow_…` are left out of the quick run."""

import os
import stat
import time

from terminal import ALT_ENTER, CTRL_C, CTRL_D, CTRL_L, CTRL_R, ENTER, LEFT, TAB, UP

# Takes minutes; every step is cheap.
LONG = "pairs members as a, b where jaccard(a.competences, b.competences) > 2 count"


def prompt_and_answer(open_terminal):
    t = open_terminal()
    t.see("Ctrl-D leaves")
    t.prompt()
    t.run("1 + 2")
    assert "3" in t.lines, t.text
    assert t.leave() == 0


def line_of_several_lines(open_terminal):
    t = open_terminal()
    t.prompt()
    t.type("members where (" + ENTER)
    t.wait(lambda t: t.cursor[1] == 0, "a new line")
    t.type('country = "Serbia"' + ENTER)
    t.wait(lambda t: t.cursor[1] == 0 and "Serbia" in t.lines[t.cursor[0] - 1], "a third line")
    t.type(") take 1 select country")
    # Lines above can still be changed.
    t.type(UP + UP)
    t.type(ENTER)
    t.see("1 row")
    t.prompt()
    assert t.leave() == 0


def alt_enter_makes_a_line(open_terminal):
    t = open_terminal.tiny()
    t.prompt()
    t.type("1 +" + ALT_ENTER + "41" + ENTER)
    t.wait(lambda t: "42" in t.lines, "42")
    assert t.leave() == 0


def completes_words_names_and_values(open_terminal):
    t = open_terminal()
    t.prompt()
    t.type("mem" + TAB)
    t.wait(lambda t: t.line == "hora> members", "members")
    t.type(" whe" + TAB)
    t.wait(lambda t: t.line == "hora> members where", "where")
    t.type("count" + TAB)
    # Several fit.
    t.see("countries  collection")
    t.type('ry = "serb' + TAB)
    t.wait(lambda t: t.line.startswith('hora> members where country = "Serbia"'), "Serbia")
    t.type(CTRL_C)
    t.prompt()
    assert t.leave() == 0


def completes_a_value_with_a_mark(open_terminal):
    folder = os.path.join(open_terminal.home, "data")
    os.makedirs(folder)
    with open(os.path.join(folder, "members.csv"), "w", encoding="utf-8") as file:
        file.write("id,name,city\n1,Alfa,Žilina\n2,Beta,Љубовија\n3,Gama,Praha\n")
    t = open_terminal(["--data", folder])
    t.prompt()
    t.type('members where city = "zil' + TAB)
    t.wait(lambda t: 'city = "Žilina"' in t.line, "Žilina")
    t.type("select name" + ENTER)
    t.see("Alfa")
    t.prompt()
    t.type('members where city = "ljub' + TAB + "select id" + ENTER)
    t.see('"Љубовија"')
    t.see("1 row")
    t.prompt()
    assert t.leave() == 0


def shows_what_fits(open_terminal):
    t = open_terminal()
    t.prompt()
    t.type("members where projects." + TAB)
    t.see("acronym")
    # The line stands again below the list, and goes on.
    t.wait(lambda t: t.line == "hora> members where projects.", "the line again")
    t.type('acronym = "x"')
    t.wait(lambda t: t.line == 'hora> members where projects.acronym = "x"', "more of it")
    t.type(CTRL_C)
    assert t.leave() == 0


def colours_words(open_terminal):
    t = open_terminal.tiny()
    t.prompt()
    t.type('members where country = "Serbia"')
    t.wait(lambda t: t.line.endswith('"Serbia"'), "the line")
    row = t.screen.buffer[t.cursor[0]]
    assert row[6].fg == "default" and row[14].fg == "blue" and row[14].bold, row[14]
    assert row[30].fg == "green", row[30]
    t.type(CTRL_C)
    t.run("\\set highlight off")
    t.type("members where")
    t.wait(lambda t: t.line.endswith("where"), "the line")
    assert t.screen.buffer[t.cursor[0]][14].fg == "default"
    t.type(CTRL_C)
    assert t.leave() == 0


def no_colours_where_none_are_wanted(open_terminal):
    t = open_terminal.tiny(NO_COLOR="1")
    t.prompt()
    t.type("members where")
    t.wait(lambda t: t.line.endswith("where"), "the line")
    assert t.screen.buffer[t.cursor[0]][14].fg == "default"
    t.type(CTRL_C)
    assert t.leave() == 0


def a_long_line_wraps(open_terminal):
    t = open_terminal.tiny(width=40)
    t.prompt()
    t.type('members where country = "Serbia" and city = "Novi Sad" take 1 select id')
    t.wait(lambda t: t.line.endswith("select id"), "the end")
    assert t.lines[t.cursor[0] - 1].startswith("nd city") or "Novi Sad" in t.text, t.text
    # The cursor is where readline thinks: a key in the middle goes there.
    t.type(LEFT * 2 + "x")
    t.wait(lambda t: t.line.endswith("select xid"), "a key in the middle")
    t.type(CTRL_C)
    assert t.leave() == 0


def history_across_sessions(open_terminal):
    t = open_terminal.tiny()
    t.prompt()
    t.run("40 + 2")
    t.type("members where (" + ENTER + "1" + ENTER + ENTER)
    t.see("error")
    t.prompt()
    assert t.leave() == 0
    path = os.path.join(open_terminal.home, ".local/state/hora/history")
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    lines = open(path).read().split("\n")
    assert lines[0].startswith("#") and lines[0][1:].isdigit() and lines[1] == "40 + 2", lines
    t = open_terminal.tiny()
    t.prompt()
    # The entry of several lines is one.
    t.type(UP)
    t.see("members where (\n1")
    t.type(UP)
    t.wait(lambda t: t.line == "hora> 40 + 2", "the one before")
    t.type(ENTER)
    t.wait(lambda t: "42" in t.lines, "42")
    t.prompt()
    t.type(CTRL_R + "where")
    t.see("members where (")
    t.type(CTRL_C)
    t.prompt()
    assert t.leave() == 0


def two_sessions_keep_both(open_terminal):
    first, second = open_terminal.tiny(), open_terminal.tiny()
    first.prompt()
    second.prompt()
    first.run("1 + 1")
    second.run("2 + 2")
    assert first.leave() == 0 and second.leave() == 0
    text = open(os.path.join(open_terminal.home, ".local/state/hora/history")).read()
    assert "1 + 1" in text and "2 + 2" in text, text


def ctrl_c_clears_the_line(open_terminal):
    t = open_terminal.tiny()
    t.prompt()
    t.type("members where nonsense")
    t.wait(lambda t: t.line.endswith("nonsense"), "the line")
    t.type(CTRL_C)
    t.prompt()
    for _ in range(3):
        t.type(CTRL_C)
        t.prompt()
    # Also in the middle of several lines.
    t.type("members where (" + ENTER + "name")
    t.wait(lambda t: t.line == "name", "a second line")
    t.type(CTRL_C)
    t.prompt()
    t.run("5 + 5")
    assert "10" in t.lines, t.text
    assert t.leave() == 0


def ctrl_c_stops_a_query(open_terminal, times=3):
    t = open_terminal()
    t.prompt()
    worst = 0
    for attempt in range(times):
        t.type(LONG + ENTER)
        time.sleep(0.4 + 0.3 * attempt)
        t.read()
        t.type(CTRL_C)
        worst = max(worst, t.wait(lambda t: t.line == "hora>", "a prompt after Ctrl-C"))
        assert "stopped" in t.text, t.text
    print(f"    a prompt {1000 * worst:.0f} ms after Ctrl-C, at worst")
    assert worst < limit(), worst
    t.run("6 * 7")
    assert "42" in t.lines, t.text
    assert t.leave() == 0


def limit():
    """100 ms, and more on a machine that has other work."""
    return 0.1 * max(1.0, os.getloadavg()[0])


def slow_ctrl_c_at_any_time(open_terminal):
    ctrl_c_stops_a_query(open_terminal, times=20)


def progress_after_half_a_second(open_terminal):
    t = open_terminal()
    t.prompt()
    t.type(LONG + ENTER)
    assert t.see("running ") > 0.3
    t.see("Ctrl-C stops it")
    t.type(CTRL_C)
    t.prompt()
    # Nothing is left of it.
    assert "running" not in t.text, t.text
    assert t.leave() == 0


def a_hint_goes_on_as_before(open_terminal):
    t = open_terminal.tiny()
    t.prompt()
    t.run("40 + 2 + 100")
    t.type("40 +")
    t.wait(lambda t: t.line == "hora> 40 + 2 + 100" and t.cursor[1] == 10, "the hint")
    assert t.screen.buffer[t.cursor[0]][12].fg == "default"
    # It is not part of the text.
    t.type(" 1" + ENTER)
    t.wait(lambda t: "41" in t.lines, "the answer of what was typed")
    assert "hora> 40 + 1" in t.lines, t.text
    t.prompt()
    t.type("40 + 2")
    t.wait(lambda t: t.line == "hora> 40 + 2 + 100", "the hint")
    t.type("\x1b[C" + ENTER)
    t.wait(lambda t: "142" in t.lines, "the answer of the whole")
    t.prompt()
    # Nothing of it stays where the line is left, searched or emptied.
    t.type("40 + 2")
    t.wait(lambda t: t.line == "hora> 40 + 2 + 100", "the hint")
    t.type(CTRL_C)
    t.prompt()
    assert "hora> 40 + 2^C" in t.lines, t.text
    t.type("40 + 2")
    t.wait(lambda t: t.line == "hora> 40 + 2 + 100", "the hint")
    t.type("\x15")
    t.prompt()
    t.run("\\highlight off")
    t.type("40 + 2")
    t.read(0.3)
    assert t.line == "hora> 40 + 2", t.text
    t.type(CTRL_C)
    assert t.leave() == 0


def the_start_file_is_taken_as_typed(open_terminal):
    folder = os.path.join(open_terminal.home, ".config/hora")
    os.makedirs(folder)
    with open(os.path.join(folder, "init.hora"), "w", encoding="utf-8") as file:
        file.write("# mine\n\\set format csv\nlet two =\n  2\nnonsense here\n")
    t = open_terminal.tiny()
    t.prompt()
    # A fault in it is said, and the session goes on.
    assert "error" in t.text, t.text
    t.run("members take 1 select name, n = two")
    assert "Alfa,2" in t.lines, t.text
    t.type(UP + UP)
    t.read(0.2)
    assert "nonsense" not in t.line
    t.type(CTRL_C)
    assert t.leave() == 0
    t = open_terminal(["--no-init", "--data", os.path.join(open_terminal.home, "tiny")])
    t.prompt()
    assert "error" not in t.text, t.text
    assert t.leave() == 0


def paste_of_several_lines_does_not_run(open_terminal):
    t = open_terminal.tiny()
    t.prompt()
    t.type("\x1b[200~let a = 1\nlet b = 2\na + b\t\x1b[201~")
    t.wait(lambda t: t.line.startswith("a + b"), "the pasted text")
    assert "3" not in t.lines
    t.type(ENTER)
    t.wait(lambda t: "3" in t.lines, "the answer")
    assert t.leave() == 0


def resize(open_terminal):
    t = open_terminal(width=100)
    t.prompt()
    t.type('members where country = "Serbia" and city = "Novi Sad"')
    t.wait(lambda t: t.line.endswith('Sad"'), "the line")
    t.resize(30, 40)
    t.read(0.3)
    t.type(" take 1")
    t.wait(lambda t: t.line.endswith("take 1"), "more of the line")
    t.type(" select country" + ENTER)
    t.see("1 row")
    t.prompt()
    t.resize(100, 40)
    t.read(0.3)
    t.run("3 * 3")
    assert "9" in t.lines, t.text
    assert t.leave() == 0


def ctrl_l_clears_the_screen(open_terminal):
    t = open_terminal.tiny()
    t.prompt()
    t.type("members where")
    t.wait(lambda t: t.line.endswith("where"), "the line")
    t.type(CTRL_L)
    t.wait(lambda t: t.cursor[0] == 0 and t.line == "hora> members where", "a clear screen")
    t.type(CTRL_C)
    assert t.leave() == 0


def ctrl_d_ends_only_an_empty_line(open_terminal):
    t = open_terminal.tiny()
    t.prompt()
    t.type("1")
    t.wait(lambda t: t.line == "hora> 1", "the line")
    t.type(CTRL_D)
    t.read(0.2)
    assert t.child.isalive()
    t.type(ENTER)
    t.prompt()
    assert t.leave() == 0


def commands(open_terminal):
    t = open_terminal()
    t.prompt()
    t.run("members count by country take 2")
    t.run("_ where count > 100000")
    t.see("0 rows")
    t.run("\\helb")
    t.see("did you mean \\help?")
    t.type("\\tim" + TAB)
    t.wait(lambda t: t.line == "hora> \\timing", "the command")
    t.type(ENTER)
    t.see("timing is on")
    t.prompt()
    t.type("\\quit" + ENTER)
    assert t.ended() == 0


def editor(open_terminal):
    t = open_terminal.tiny(EDITOR="sed -i s/1/7/")
    t.prompt()
    t.run("1 + 1")
    t.type("\\e" + ENTER)
    t.wait(lambda t: t.line == "hora> 7 + 1", "the edited text")
    t.type(ENTER)
    t.wait(lambda t: "8" in t.lines, "its answer")
    assert t.leave() == 0


def watch_ends_with_ctrl_c(open_terminal):
    t = open_terminal.tiny()
    t.prompt()
    t.type("\\watch 0.2 20 + 2" + ENTER)
    t.wait(lambda t: t.lines.count("22") >= 3, "three answers")
    t.type(CTRL_C)
    t.prompt()
    assert t.leave() == 0


def a_history_that_cannot_be_kept_is_said(open_terminal):
    t = open_terminal.tiny(XDG_STATE_HOME="/dev/null")
    t.prompt()
    assert "warning[H0757]" in t.text, t.text
    t.run("1 + 1")
    t.type(UP)
    t.wait(lambda t: t.line == "hora> 1 + 1", "what was typed before")
    t.type(CTRL_C)
    assert t.leave() == 0


def names_of_the_session_are_completed(open_terminal):
    t = open_terminal.tiny()
    t.prompt()
    t.type("let nearest = members take 1" + ENTER)
    t.read(0.3)
    t.type("near" + TAB)
    t.wait(lambda t: t.line == "hora> nearest", "the name")
    t.type(" select name" + ENTER)
    t.see("Alfa")
    t.prompt()
    assert t.leave() == 0


def a_slow_load_says_so_and_pasting_into_it_is_harmless(open_terminal):
    folder = os.path.join(open_terminal.home, "many")
    os.makedirs(folder)
    with open(os.path.join(folder, "members.csv"), "w", encoding="utf-8") as file:
        file.write("id,name\n" + "".join(f"{i},Name {i}\n" for i in range(200_000)))
    t = open_terminal(["--data", folder])
    t.type("1 + 1" + ENTER)
    t.see("reading ")
    t.wait(lambda t: "2" in t.lines, "the answer of what was typed ahead", 60)
    t.prompt()
    assert t.leave() == 0
