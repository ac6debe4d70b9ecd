"""What must hold at the prompt of a build without readline: lines as the terminal gives them."""

import subprocess

from terminal import CTRL_C, ENTER


def readline_is_not_linked(open_terminal):
    done = subprocess.run(["ldd", open_terminal.hora], capture_output=True, text=True)
    assert done.returncode == 0 and "libc" in done.stdout, done
    for library in ("readline", "libedit", "ncurses", "tinfo"):
        assert library not in done.stdout, done.stdout


def a_session_of_plain_lines(open_terminal):
    t = open_terminal.tiny()
    t.prompt()
    t.run("1 + 2")
    assert "3" in t.lines, t.text
    # What is not whole goes on in the next line.
    t.type("members where (" + ENTER)
    t.wait(lambda t: t.line == "  ...", "a second line")
    t.type('country = "Serbia")' + ENTER)
    t.see("2 rows")
    t.prompt()
    t.run("_ where city ~ \"ni*\" select name")
    t.see("Beta")
    t.run("members wher name")
    t.see("did you mean")
    t.run("let two = 2")
    t.run("\\last")
    t.run("two * 21")
    assert "42" in t.lines, t.text
    t.run("\\history")
    t.see("two * 21")
    assert t.leave() == 0


def ctrl_c_leaves_the_line_and_the_query(open_terminal):
    t = open_terminal()
    t.prompt()
    t.type("members where nonsense")
    t.read(0.2)
    t.type(CTRL_C)
    t.prompt()
    t.type("pairs members as a, b where jaccard(a.competences, b.competences) > 2 count" + ENTER)
    t.see("running ")
    t.type(CTRL_C)
    t.prompt()
    assert "stopped" in t.text, t.text
    t.run("6 * 7")
    assert "42" in t.lines, t.text
    assert t.leave() == 0
