"""What the shells of the system offer behind words of hora, each driven as a person drives it. A shell that is not
there is said and left out."""

import os
import shutil
import subprocess

import pexpect
import pyte

# What is typed before Tab, and what the line is behind it.
LINES = [
    ("hora --fo", "hora --format"),
    ("hora --format js", "hora --format json"),
    ("hora gen", "hora generate"),
    ("hora generate z", "hora generate zsh"),
    ("hora help missing", "hora help missing-values"),
    ("hora --data small valid", "hora --data small validate"),
    ("hora -o check --keep", "hora -o check --keep-going"),
    ("hora check --stri", "hora check --strict"),
    ("hora fmt --di", "hora fmt --diff"),
    ("hora check sma", "hora check small/"),
    ("hora check small/on", "hora check small/one.hora"),
    ("hora -f small/on", "hora -f small/one.hora"),
    ("hora small/one.hora sma", "hora small/one.hora small/"),
]


def _prepare(open_terminal, shell):
    """A home with scripts, hora on the path, and the completions of a shell; False where there is no such shell."""
    if not shutil.which(shell):
        print(f"    there is no {shell}, so its completions were not tried", flush=True)
        return False
    home = open_terminal.home
    for folder in ("bin", "small", "functions"):
        os.makedirs(os.path.join(home, folder))
    for name in ("one.hora", "two.hora", "notes.txt"):
        with open(os.path.join(home, "small", name), "w", encoding="utf-8") as file:
            file.write("1\n")
    os.symlink(os.path.abspath(open_terminal.hora), os.path.join(home, "bin", "hora"))
    text = subprocess.run([open_terminal.hora, "generate", shell], capture_output=True, check=True).stdout
    with open(os.path.join(home, "functions", "_hora"), "wb") as file:
        file.write(text)
    return True


def _environment(home):
    return {"HOME": home, "TERM": "xterm", "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null",
            "PATH": os.path.join(home, "bin") + ":" + os.environ["PATH"]}


def _type(open_terminal, words, start, typed):
    """The line at a shell's prompt after Tab."""
    child = pexpect.spawn(words[0], words[1:], env=_environment(open_terminal.home), dimensions=(40, 120),
                          cwd=open_terminal.home, timeout=None)
    screen = pyte.Screen(120, 40)
    stream = pyte.ByteStream(screen)

    def read(until, seconds=20):
        waited = 0.0
        while waited < seconds:
            try:
                stream.feed(child.read_nonblocking(65536, timeout=0.1))
            except pexpect.TIMEOUT:
                waited += 0.1
            if until(screen.display[screen.cursor.y].rstrip()):
                return True
        return False

    try:
        child.send(start + "\r")
        assert read(lambda line: line == "ready>"), screen.display
        child.send(typed)
        assert read(lambda line: line == "ready> " + typed), screen.display
        child.send("\t")
        read(lambda line: len(line) > len("ready> " + typed), 3)
        read(lambda line: False, 0.3)
        return screen.display[screen.cursor.y].rstrip().removeprefix("ready> ")
    finally:
        child.close(force=True)


def _each(open_terminal, words, start):
    for typed, wanted in LINES:
        got = _type(open_terminal, words, start, typed)
        assert got == wanted, (words[0], typed, got)


def bash_completes(open_terminal):
    if _prepare(open_terminal, "bash"):
        _each(open_terminal, ["bash", "--norc", "-i"], ". functions/_hora; PS1='ready> '; clear")
        told = subprocess.run(["bash", "-c", ". functions/_hora; complete -p hora"], capture_output=True, text=True,
                              cwd=open_terminal.home)
        assert told.stdout.split()[-1:] == ["hora"] and "_hora" in told.stdout, told


def zsh_completes(open_terminal):
    if _prepare(open_terminal, "zsh"):
        _each(open_terminal, ["zsh", "-f", "-i"],
              "fpath=($HOME/functions $fpath); autoload -U compinit; compinit -u -D; setopt nobeep; "
              "PS1='ready> '; clear")


def fish_completes(open_terminal):
    if _prepare(open_terminal, "fish"):
        for typed, wanted in LINES:
            done = subprocess.run(
                ["fish", "--no-config", "-c", 'source functions/_hora; complete -C "$argv[1]"', typed],
                capture_output=True, text=True, cwd=open_terminal.home, env=_environment(open_terminal.home))
            offered = [line.split("\t")[0] for line in done.stdout.splitlines()]
            assert wanted.split(" ")[-1] in offered and not done.stderr, (typed, done)
        # Behind a script there are no commands.
        done = subprocess.run(
            ["fish", "--no-config", "-c", "source functions/_hora; complete -C 'hora small/one.hora val'"],
            capture_output=True, text=True, cwd=open_terminal.home, env=_environment(open_terminal.home))
        assert "validate" not in done.stdout, done
