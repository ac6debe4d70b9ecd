"""A headless Chromium that does what a person does: opens a page, moves the mouse, presses keys.

Spoken to in the DevTools protocol through a pair of pipes, so nothing but Python's own library is needed.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome")
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
TEXTS = {"Enter": "\r", " ": " "}


def executable():
    return next((found for found in map(shutil.which, NAMES) if found), None)


class Browser:
    """The process and the two pipes: descriptor 3 is what it reads, 4 what it writes."""

    def __init__(self, path):
        self.home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        reads, self.output = os.pipe()
        self.input, writes = os.pipe()

        def hand_over():
            # Above 4 first: neither end may be closed by the move of the other.
            reads_high, writes_high = os.dup(reads), os.dup(writes)
            os.dup2(reads_high, 3)
            os.dup2(writes_high, 4)

        self.process = subprocess.Popen(
            [path, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
             "--force-color-profile=srgb", "--disable-background-networking", f"--user-data-dir={self.home.name}"],
            pass_fds=(3, 4), preexec_fn=hand_over, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(reads)
        os.close(writes)
        self.rest = b""
        self.number = 0
        self.events = []

    def ask(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        wanted = self.number
        while True:
            answer = self.read(30)
            if answer.get("id") == wanted:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def read(self, seconds):
        end = time.monotonic() + seconds
        while b"\0" not in self.rest:
            if not select.select([self.input], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError("the browser does not answer")
            piece = os.read(self.input, 1 << 16)
            if not piece:
                raise RuntimeError("the browser has ended")
            self.rest += piece
        line, self.rest = self.rest.split(b"\0", 1)
        return json.loads(line)

    def wait(self, method, session, seconds=20):
        while True:
            for event in self.events:
                if event.get("method") == method and event.get("sessionId") == session:
                    self.events.remove(event)
                    return
            self.events.append(self.read(seconds))

    def close(self):
        try:
            self.ask("Browser.close")
            self.process.wait(10)
        except (OSError, RuntimeError, TimeoutError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        os.close(self.output)
        os.close(self.input)
        self.home.cleanup()

    def open(self, path, **how):
        return Page(self, path, **how)


class Page:
    """A tab with one file in it. Notes what it asks of the network and what it says on the console."""

    def __init__(self, browser, path, width=1000, height=800, scheme="light", media="", scripts=True):
        self.browser = browser
        self.target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.ask("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.ask(f"{domain}.enable")
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.ask("Emulation.setEmulatedMedia", media=media,
                 features=[{"name": "prefers-color-scheme", "value": scheme}])
        if not scripts:
            self.ask("Emulation.setScriptExecutionDisabled", value=True)
        browser.events.clear()
        self.loaded = f"file://{os.path.abspath(path)}"
        self.ask("Page.navigate", url=self.loaded)
        browser.wait("Page.loadEventFired", self.session)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.browser.ask("Target.closeTarget", targetId=self.target)

    def ask(self, method, **params):
        return self.browser.ask(method, self.session, **params)

    def run(self, script):
        """What a script gives, as data. It runs outside the page's own scripts, so also where these are off."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", script))
        return answer["result"].get("value")

    # What a person does.

    def mouse(self, kind, x, y, **more):
        self.ask("Input.dispatchMouseEvent", type=f"mouse{kind}", x=x, y=y, **more)

    def drag(self, start, end):
        self.mouse("Moved", *start)
        self.mouse("Pressed", *start, button="left", buttons=1, clickCount=1)
        for share in (0.3, 0.6, 1):
            self.mouse("Moved", *(a + (b - a) * share for a, b in zip(start, end)), button="left", buttons=1)
        self.mouse("Released", *end, button="left", clickCount=1)

    def click(self, x, y):
        self.mouse("Pressed", x, y, button="left", buttons=1, clickCount=1)
        self.mouse("Released", x, y, button="left", clickCount=1)

    def press(self, key, times=1, shift=False):
        for _ in range(times):
            common = {"key": key, "code": "Space" if key == " " else key, "windowsVirtualKeyCode": KEYS[key],
                      "modifiers": 8 if shift else 0}
            text = {"text": TEXTS[key]} if key in TEXTS else {}
            self.ask("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **common, **text)
            self.ask("Input.dispatchKeyEvent", type="keyUp", **common)

    def write(self, text):
        self.ask("Input.insertText", text=text)

    # What came of it.

    @property
    def requests(self):
        return [event["params"]["request"]["url"] for event in self.browser.events
                if event.get("method") == "Network.requestWillBeSent"
                and event["params"]["request"]["url"] != self.loaded]

    @property
    def complaints(self):
        """Errors and warnings of the page, and whatever its scripts say."""
        said = {"Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"}
        return [json.dumps(event["params"])[:300] for event in self.browser.events if event.get("method") in said]

    def picture(self, path, whole=True):
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        data = self.ask("Page.captureScreenshot", captureBeyondViewport=whole, **({"clip": clip} if whole else {}))["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def paper(self, path):
        data = self.ask("Page.printToPDF", printBackground=False, paperWidth=8.27, paperHeight=11.69,
                        preferCSSPageSize=True)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
