"""A terminal with hora in it: keys go in, the screen is read back. Comes in: what to start. Goes out: lines as a
person sees them. pexpect gives the pseudo-terminal, pyte the screen."""

import os
import tempfile
import time

import pexpect
import pyte

CTRL_C, CTRL_D, CTRL_L, CTRL_R = "\x03", "\x04", "\x0c", "\x12"
UP, ENTER, TAB, ALT_ENTER, LEFT = "\x1b[A", "\r", "\t", "\x1b\r", "\x1b[D"


class Terminal:
    def __init__(self, hora, words=(), width=100, height=40, home=None, **environment):
        self.home = home or tempfile.mkdtemp(prefix="hora-terminal-")
        self.screen = pyte.Screen(width, height)
        self.stream = pyte.ByteStream(self.screen)
        variables = {
            "HOME": self.home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null",
            "PATH": os.environ["PATH"], "SWIFT_BACKTRACE": "enable=no", **environment}
        self.child = pexpect.spawn(
            hora, list(words), env=variables, dimensions=(height, width), timeout=None, cwd=self.home)
        self.child.delaybeforesend = None

    def read(self, seconds=0.05):
        """What has come, after a silence of so long."""
        while True:
            try:
                self.stream.feed(self.child.read_nonblocking(65536, timeout=seconds))
            except (pexpect.TIMEOUT, pexpect.EOF):
                return

    def type(self, keys):
        self.child.send(keys)

    @property
    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self):
        return "\n".join(self.lines).rstrip()

    @property
    def cursor(self):
        return self.screen.cursor.y, self.screen.cursor.x

    @property
    def line(self):
        """The line the cursor is in."""
        return self.lines[self.screen.cursor.y]

    def wait(self, holds, what, seconds=20):
        """Reads until something is on the screen. Gives how long it took."""
        start = time.monotonic()
        while time.monotonic() - start < seconds:
            self.read(0.01)
            if holds(self):
                return time.monotonic() - start
        raise AssertionError(f"waited {seconds} s for {what}; the screen is:\n{self.text}")

    def see(self, words, seconds=20):
        return self.wait(lambda t: words in t.text, repr(words), seconds)

    def prompt(self, seconds=20):
        """Waits for an empty prompt."""
        return self.wait(lambda t: t.line == "hora>" and t.cursor[1] == 6, "a prompt", seconds)

    def run(self, text, seconds=20):
        self.type(text + ENTER)
        time.sleep(0.05)
        self.prompt(seconds)

    def resize(self, width, height):
        self.screen.resize(height, width)
        self.child.setwinsize(height, width)

    def leave(self):
        """Ctrl-D, and the exit code."""
        self.prompt()
        self.type(CTRL_D)
        return self.ended()

    def ended(self):
        deadline = time.monotonic() + 10
        while self.child.isalive():
            self.read()
            if time.monotonic() > deadline:
                self.child.close(force=True)
                raise AssertionError("hora did not end; the screen is:\n" + self.text)
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else 128 + self.child.signalstatus
