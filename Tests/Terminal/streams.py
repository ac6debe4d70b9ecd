"""What goes to which stream, and with which colours, whatever the terminal and the environment say. Each function is
one case. Names that begin with `slow_` are left out of the quick run."""

import fcntl
import itertools
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time

ESC = b"\x1b"
# Takes minutes; every step is cheap.
LONG = "pairs members as a, b where jaccard(a.competences, b.competences) > 2 count"
# A table on standard output, a warning on standard error; both are coloured where colours are wanted.
QUERY = 'members where name != "Alfo" select name, city'


def _folder_of_members(open_terminal):
    folder = os.path.join(open_terminal.home, "members")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "members.csv"), "w", encoding="utf-8") as file:
        file.write("id,name,city\n1,Alfa,Žilina\n2,Beta,東京\n")
    return folder


def read_terminal(reading):
    """A piece of what comes; nothing at the end, which a terminal tells by an error."""
    try:
        return os.read(reading, 65536)
    except OSError:
        return b""


def run(words, out_is_terminal, err_is_terminal, width=60, **variables):
    """Runs a command; each stream is a terminal or a pipe. Gives both streams and the exit code."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}
    environment.update({name: value for name, value in variables.items() if value is not None})

    def stream(is_terminal):
        reading, writing = pty.openpty() if is_terminal else os.pipe()
        if is_terminal:
            fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        return reading, writing

    out, err = stream(out_is_terminal), stream(err_is_terminal)
    child = subprocess.Popen(words, env=environment, stdin=subprocess.DEVNULL, stdout=out[1], stderr=err[1])
    os.close(out[1])
    os.close(err[1])
    texts = []
    for reading, _ in (out, err):
        texts.append(b"".join(iter(lambda: read_terminal(reading), b"")))
        os.close(reading)
    return texts[0], texts[1], child.wait()


def wants_colours(is_terminal, no_color, force, clicolor, term, flag):
    """The rule as the page of the command line tells it."""
    if flag in ("always", "never"):
        return flag == "always"
    if no_color:
        return False
    if force not in (None, "", "0"):
        return True
    return is_terminal and clicolor != "0" and term != "dumb"


def check_colours(open_terminal, settings):
    words = [open_terminal.hora, "--data", _folder_of_members(open_terminal)]
    counts = {False: 0, True: 0}
    for out_is_terminal, err_is_terminal, no_color, force, clicolor, term, flag in settings:
        chosen = ["--color", flag] if flag else []
        out, err, code = run(
            words + chosen + ["-c", QUERY], out_is_terminal, err_is_terminal,
            NO_COLOR=no_color, CLICOLOR_FORCE=force, CLICOLOR=clicolor, TERM=term)
        what = f"{out_is_terminal=} {err_is_terminal=} {no_color=} {force=} {clicolor=} {term=} {flag=}"
        assert code == 0 and b"Alfa" in out and b"warning" in err, (what, out, err)
        # The head and the rule of the table, each with a beginning and an end.
        wanted = wants_colours(out_is_terminal, no_color, force, clicolor, term, flag)
        assert out.count(ESC) == (4 if wanted else 0), (what, out)
        counts[wanted] += 1
        wanted = wants_colours(err_is_terminal, no_color, force, clicolor, term, flag)
        assert (err.count(ESC) > 0) == wanted and err.count(ESC) % 2 == 0, (what, err)
    assert min(counts.values()) > 3, counts


def colours_of_each_setting(open_terminal):
    """Each setting against each stream; the slow case has all of them together."""
    base = [True, True, None, None, None, "xterm-256color", None]
    values = [
        [True, False], [True, False], [None, "", "1"], [None, "0", "1"], [None, "0", "1"],
        ["xterm-256color", "dumb", None], [None, "auto", "always", "never"]]
    settings = set()
    for one, other in itertools.combinations(range(len(values)), 2):
        for first, second in itertools.product(values[one], values[other]):
            setting = list(base)
            setting[one], setting[other] = first, second
            settings.add(tuple(setting))
    check_colours(open_terminal, sorted(settings, key=str))


def slow_colours_of_all_settings(open_terminal):
    check_colours(open_terminal, itertools.product(
        [True, False], [True, False], [None, "", "1"], [None, "0", "1"], [None, "0", "1"],
        ["xterm-256color", "dumb", None], [None, "auto", "always", "never"]))


def nothing_is_wider_than_the_terminal(open_terminal):
    """Whole commands at widths of terminals, and with COLUMNS, which goes before."""
    words = [open_terminal.hora, "--data", _folder_of_members(open_terminal)]
    queries = ["members", "members select name, city show ascii", "members show record", "members show list",
               "members count by city show bars", "members select name, city show matrix",
               "members select n = length(name) show hist", "members select n = length(name) show spark"]
    for query, width in itertools.product(queries, (20, 40, 80, 200)):
        plain = run(words + ["-c", query], True, True, width=width, TERM="dumb")
        told = run(words + ["-c", query], True, True, width=97, TERM="dumb", COLUMNS=str(width))
        assert plain == told and plain[2] == 0, (query, width, plain, told)
        for line in (plain[0] + plain[1]).decode().splitlines():
            cells = sum(2 if "東" <= letter <= "龥" or letter in "京" else 1 for letter in line)
            assert cells <= width, (query, width, line)


def pages_and_messages_fit_the_terminal(open_terminal):
    """What is for people is broken at blanks, and never wider than the terminal."""
    folder = _folder_of_members(open_terminal)
    long = "members where contry = \"Serbia\" and name != \"" + "é" * 90 + "\" take 3"
    wide = "members where (name = \"\t" + "東京" * 20 + "\" and nmae = 1"
    commands = [
        ["--help"], ["help"], ["help", "where"], ["help", "run"], ["check", "--help"], ["explain"],
        ["explain", "H0301"], ["describe", "--summary"], ["-c", long], ["-c", wide], ["--frmat", "csv"],
        ["check", "none-such-script-of-a-long-name.hora"], ["scripts"],
        ["explain", "-c", "members where city ~ \"AI\" select name, n = length(name) sort by n desc"]]
    for words, width in itertools.product(commands, (20, 40, 60, 80, 200)):
        out, err, code = run([open_terminal.hora] + words, True, True, width=width, TERM="dumb",
                             HOME=open_terminal.home)
        assert code in (0, 2, 3) and out + err, (words, width, code, out, err)
        for line in (out + err).decode().replace("\r", "").split("\n"):
            cells = sum(2 if letter in "東京" else 1 for letter in line)
            assert cells <= width, (words, width, line)


def _stopped(open_terminal, term, seconds):
    """Starts a long query and sends SIGINT when it says that it runs, or after so long. Gives what it said, its exit
    code and how long it ran."""
    reading, writing = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "TERM": term}
    start = time.monotonic()
    child = subprocess.Popen([open_terminal.hora, "-c", LONG], env=environment, stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=writing)
    os.close(writing)
    said = b""
    while time.monotonic() - start < seconds and b"running " not in said:
        if select.select([reading], [], [], 0.1)[0]:
            said += os.read(reading, 65536)
    ran = time.monotonic() - start
    assert child.poll() is None, "the query is too fast for this case"
    child.send_signal(signal.SIGINT)
    said += b"".join(iter(lambda: read_terminal(reading), b""))
    os.close(reading)
    return said, child.wait(), ran


def ctrl_c_ends_a_command(open_terminal):
    """As a signal ends other commands: a shell says 130."""
    ends = (130, -signal.SIGINT)
    said, code, ran = _stopped(open_terminal, "xterm", 60)
    assert code in ends and b"running " in said and ESC in said, (code, said)
    # The line is wiped, so that the prompt of the shell stands in an empty one.
    assert said.endswith(b"\r\x1b[K"), said[-80:]
    # A terminal that cannot take back a line gets none that must be.
    said, code, _ = _stopped(open_terminal, "dumb", 2 * ran)
    assert code in ends and said == b"", (code, said)
    child = subprocess.Popen([open_terminal.hora, "-c", LONG], stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    child.send_signal(signal.SIGINT)
    assert child.wait() in ends, child.returncode


def a_reader_that_goes_ends_it_quietly(open_terminal):
    folder = os.path.join(open_terminal.home, "rows")
    os.makedirs(folder)
    with open(os.path.join(folder, "members.csv"), "w", encoding="utf-8") as file:
        file.write("id,name\n" + "".join(f"{i},Name {i}\n" for i in range(50_000)))
    for form in ("table", "csv", "json", "ndjson", "markdown", "html", "list"):
        line = f'"$0" --data "$1" --format {form} -c members | head -1 >/dev/null; exit "${{PIPESTATUS[0]}}"'
        done = subprocess.run(["bash", "-c", line, open_terminal.hora, folder], capture_output=True)
        assert done.returncode == 141 and done.stderr == b"", (form, done)


def a_closed_output_is_said(open_terminal):
    done = subprocess.run(["sh", "-c", '"$0" -c 1 >&-', open_terminal.hora], capture_output=True, text=True)
    assert done.returncode == 1 and "error[H0709]" in done.stderr, done


def bytes_that_are_no_text(open_terminal):
    done = subprocess.run([open_terminal.hora], input=b"members where name = \"\xff\"\n", capture_output=True)
    assert done.returncode == 3 and b"error[H0101]" in done.stderr and b"\xff" not in done.stderr, done
    folder = os.path.join(open_terminal.home, "bytes")
    os.makedirs(folder)
    with open(os.path.join(folder, "members.csv"), "wb") as file:
        file.write(b"id,name\n1,\xff\xfe\n")
    # Taken for one of the encodings of eight bits.
    done = subprocess.run([open_terminal.hora, "--data", folder, "-c", "members"], capture_output=True)
    assert done.returncode == 0 and done.stdout.decode() and b"\xff" not in done.stdout + done.stderr, done
    # At a prompt, a byte that is no text is no reason to go.
    t = open_terminal.tiny()
    t.prompt()
    t.child.send(b"1 + \xff1\r")
    t.see("error")
    t.prompt()
    t.run("20 + 22")
    assert "42" in t.lines, t.text
    assert t.leave() == 0


def a_script_that_names_its_program(open_terminal):
    """`#!/usr/bin/env hora`, with the options of the script behind it."""
    folder = os.path.join(open_terminal.home, "bin")
    os.makedirs(folder)
    os.symlink(open_terminal.hora, os.path.join(folder, "hora"))
    script = os.path.join(folder, "twice")
    with open(script, "w", encoding="utf-8") as file:
        file.write("#!/usr/bin/env hora\n## how many\nparam n: int = 3\n2 * $n\n")
    os.chmod(script, 0o755)
    environment = {**os.environ, "PATH": folder + ":" + os.environ["PATH"]}
    for words, answer, code in (([], "6\n", 0), (["--n", "21"], "42\n", 0), (["--m", "1"], "", 2)):
        done = subprocess.run([script] + words, capture_output=True, text=True, env=environment)
        assert (done.stdout, done.returncode) == (answer, code), done


def lines_of_a_pipe_get_no_greeting(open_terminal):
    done = subprocess.run(
        [open_terminal.hora, "-i"], input="1 + 2\nmembers wher\n\\timing on\n40 + 2\n", capture_output=True, text=True)
    assert done.stdout == "3\n42\n" and done.returncode == 0, done
    assert "hora>" not in done.stderr and "error" in done.stderr, done
