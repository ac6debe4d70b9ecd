"""Runs the cases of the terminal. In: the executable, and words that names of cases must hold. Out: a line a case; 1
where one fails. `--quick` leaves out what is slow; `--plain` is for a build without readline."""

import inspect
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import cases
import commands
import completions
import formats
import plain_lines
import streams
from terminal import Terminal


class Opener:
    """Opens terminals with one home, and closes them in the end."""

    def __init__(self, hora):
        self.hora, self.home, self.opened = hora, tempfile.mkdtemp(prefix="hora-terminal-"), []

    def __call__(self, words=(), **options):
        terminal = Terminal(self.hora, words, home=self.home, **options)
        self.opened.append(terminal)
        return terminal

    def tiny(self, **options):
        """Over three members, so that it is there at once."""
        folder = os.path.join(self.home, "tiny")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "members.csv"), "w", encoding="utf-8") as file:
            file.write("id,name,country,city\n1,Alfa,Serbia,Novi Sad\n2,Beta,Serbia,Niš\n3,Gama,Bulgaria,Sofia\n")
        return self(["--data", folder], **options)

    def close(self):
        for terminal in self.opened:
            terminal.child.close(force=True)
        shutil.rmtree(self.home, ignore_errors=True)


def tmux(hora):
    """The same prompt in another terminal: one key after the other, and what is on the screen."""
    def run(*words):
        return subprocess.run(["tmux", "-L", name, *words], check=True, capture_output=True, text=True).stdout

    def see(words):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            text = run("capture-pane", "-p", "-t", "0")
            if words in text:
                return
            time.sleep(0.05)
        raise AssertionError(f"tmux shows no {words!r}:\n{text}")

    home = tempfile.mkdtemp(prefix="hora-terminal-")
    name = home.rsplit("/", 1)[1]
    try:
        run("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24",
            f"HOME={home} INPUTRC=/dev/null LC_ALL=C.UTF-8 {hora}")
        see("hora>")
        run("send-keys", "-t", "0", 'members where country = "serb')
        run("send-keys", "-t", "0", "Tab")
        see('country = "Serbia"')
        run("send-keys", "-t", "0", "take 1 select country", "Enter")
        see("1 row")
        run("send-keys", "-t", "0", "members where x", "C-c")
        run("send-keys", "-t", "0", "40 + 2", "Enter")
        see("\n42\n")
        run("send-keys", "-t", "0", "C-d")
    finally:
        subprocess.run(["tmux", "-L", name, "kill-server"], capture_output=True)
        shutil.rmtree(home, ignore_errors=True)


def is_case(name, function):
    """What can be called with a way to open terminals alone."""
    first, *others = [*inspect.signature(function).parameters.values()] or [None]
    return (first is not None and first.name == "open_terminal" and not name.startswith("_")
            and all(other.default is not other.empty for other in others))


def main():
    # Started in the background this ignores Ctrl-C, and so would what it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    words = [word for word in sys.argv[2:] if not word.startswith("--")]
    # A build without readline has a prompt of its own.
    modules = [plain_lines, streams] if "--plain" in sys.argv else [cases, commands, completions, formats, streams]
    chosen = [
        (name, case) for module in modules for name, case in inspect.getmembers(module, inspect.isfunction)
        if case.__module__ == module.__name__ and is_case(name, case)
        and not ("--quick" in sys.argv and name.startswith("slow_"))]
    failed = ran = 0
    for name, case in chosen:
        if words and not any(word in name for word in words):
            continue
        ran += 1
        opener = Opener(sys.argv[1])
        start = time.monotonic()
        try:
            case(opener)
            print(f"  {name}: {time.monotonic() - start:.1f} s", flush=True)
        except Exception:
            failed += 1
            print(f"  {name} FAILED\n{traceback.format_exc()}", flush=True)
        finally:
            opener.close()
    if not words and "--plain" not in sys.argv:
        if shutil.which("tmux"):
            ran += 1
            try:
                tmux(sys.argv[1])
                print("  tmux", flush=True)
            except Exception:
                failed += 1
                print(f"  tmux FAILED\n{traceback.format_exc()}", flush=True)
        else:
            print("  tmux is not there, so its case was not run", flush=True)
    print(f"terminal: {ran} cases, {failed} failed")
    return 1 if failed or not ran else 0


sys.exit(main())
