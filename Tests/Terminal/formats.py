"""Every format, read by somebody else: Python's own readers over a small network of difficult texts. Values come back
equal, and nothing that is text becomes anything else. Each function is one case."""

import csv
import html.parser
import io
import json
import os
import re
import subprocess
import unicodedata
import xml.etree.ElementTree as tree

TEXTS = [
    "plain", "quote \" and 'two'", "line\nbreak", "cr\r\nlf", "=1+1", "@SUM(A1)", "<script>alert(1)</script>",
    "a & b &amp; c", "]]>", "-->", "\u202eturned", "nul\0here", "back\\slash \\n", "tab\there",
    "日本語 \U0001f469\u200d\U0001f4bb e\u0301", "; semi, comma|bar", "-5", "\x1b[31mred", "`code` *star*",
    "\u2028line", "عربي", "\u0085next"]
WANTED = [unicodedata.normalize("NFC", text) for text in TEXTS]
TIES = "network shared = members via projects\nshared"


def shown(text):
    """As people see it: in place of what would steer, a sign."""
    def sign(letter):
        code = ord(letter)
        if code < 0x20:
            return chr(0x2400 + code)
        if code == 0x7F:
            return "␡"
        steers = 0x80 <= code < 0xA0 or 0x2028 <= code <= 0x202E or 0x2066 <= code <= 0x2069
        return "\ufffd" if steers or code in (0x61C, 0x200E, 0x200F) else letter
    return "".join(map(sign, text))


def _network(open_terminal):
    """A ring: each member has a project with the next."""
    folder = os.path.join(open_terminal.home, "difficult")
    os.makedirs(folder)
    count = len(TEXTS)
    tables = {
        "members": [["id", "name"]] + [[i, text] for i, text in enumerate(TEXTS)],
        "projects": [["id", "acronym"]] + [[f"P{i}", f"p{i}"] for i in range(count)],
        "participations": [["project", "member"]]
        + [[f"P{i}", (i + step) % count] for i in range(count) for step in (0, 1)]}
    for name, rows in tables.items():
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return folder


def written(open_terminal, form, query="members select id, name"):
    folder = os.path.join(open_terminal.home, "difficult")
    if not os.path.isdir(folder):
        _network(open_terminal)
    done = subprocess.run([open_terminal.hora, "--data", folder, "--format", form, "-c", query], capture_output=True)
    assert done.returncode == 0, done
    return done.stdout.decode("utf-8")


def tables_of_separated_values(open_terminal):
    for form, separator in (("csv", ","), ("tsv", "\t")):
        rows = list(csv.DictReader(io.StringIO(written(open_terminal, form), newline=""), delimiter=separator))
        assert [row["name"] for row in rows] == WANTED, (form, rows)


def safe_tables_run_no_formula(open_terminal):
    text = written(open_terminal, "csv", "members select id, name show csv safe = true")
    cells = [row["name"] for row in csv.DictReader(io.StringIO(text, newline=""))]
    assert [cell.removeprefix("'") for cell in cells] == WANTED
    assert not any(cell[0] in "=+-@" for cell in cells) and "'=1+1" in cells and "'-5" in cells, cells


def objects(open_terminal):
    rows = json.loads(written(open_terminal, "json"))
    assert rows == [{"id": i, "name": text} for i, text in enumerate(WANTED)], rows
    lines = written(open_terminal, "ndjson").split("\n")
    assert lines.pop() == "" and [json.loads(line) for line in lines] == rows, lines


def check_ties(ties, names):
    count = len(TEXTS)
    assert names == [shown(text) for text in WANTED], names
    assert {frozenset(tie) for tie in ties} == {frozenset((i, (i + 1) % count)) for i in range(count)}, ties
    assert len(ties) == count


def graphs(open_terminal):
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = tree.fromstring(written(open_terminal, "graphml", TIES))
    nodes = list(root.iter(space + "node"))
    numbers = {node.get("id"): i for i, node in enumerate(nodes)}
    check_ties([(numbers[edge.get("source")], numbers[edge.get("target")]) for edge in root.iter(space + "edge")],
               [node.find(f"{space}data[@key='name']").text for node in nodes])

    space = "{http://gexf.net/1.3}"
    root = tree.fromstring(written(open_terminal, "gexf", TIES))
    nodes = list(root.iter(space + "node"))
    numbers = {node.get("id"): i for i, node in enumerate(nodes)}
    check_ties([(numbers[edge.get("source")], numbers[edge.get("target")]) for edge in root.iter(space + "edge")],
               [node.get("label") for node in nodes])

    text = written(open_terminal, "dot", TIES)
    labels = re.findall(r'^  n\d+ \[label="((?:[^"\\]|\\.)*)"', text, re.M)
    check_ties([(int(a) - 1, int(b) - 1) for a, b in re.findall(r"^  n(\d+) -- n(\d+)", text, re.M)],
               [re.sub(r"\\(.)", r"\1", label) for label in labels])


class Reader(html.parser.HTMLParser):
    """The cells of a page, how often each element begins, and every attribute's name and value."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.cells, self.counts, self.attributes, self.is_cell = [], {}, [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.counts[tag] = self.counts.get(tag, 0) + 1
        self.attributes += attributes
        if tag == "td":
            self.is_cell = True
            self.cells.append("")

    def handle_endtag(self, tag):
        if tag == "td":
            self.is_cell = False

    def handle_data(self, text):
        if self.is_cell:
            self.cells[-1] += text


def pages(open_terminal):
    queries = ["members select id, name", TIES + " show graph", "members select name, id show bars",
               "members select name, id show matrix", "members select name, id show map"]
    for query in queries:
        page = Reader(written(open_terminal, "html", query))
        assert page.counts["script"] == 1 and "img" not in page.counts and "iframe" not in page.counts, page.counts
        assert not any(name.startswith("on") or name in ("src", "srcset") for name, _ in page.attributes), query
        if query == queries[0]:
            assert page.cells[1::2] == [shown(text) for text in WANTED], page.cells


def drawings(open_terminal):
    space = "{http://www.w3.org/2000/svg}"
    names = [shown(text) for text in WANTED]
    for form, query, element, count in (
            ("svg-graph", TIES, "line", len(TEXTS)), ("svg-bars", "members select name, n = id + 1", "rect", len(TEXTS)),
            ("svg-matrix", "members select name, name, n = id + 1", "rect", len(TEXTS) ** 2)):
        root = tree.fromstring(written(open_terminal, form, query))
        found = [one for one in root.iter(space + element)]
        assert len(found) >= count, (form, len(found))
        assert not list(root.iter(space + "script")) and not list(root.iter(space + "image")), form
        titles = " ".join(one.text or "" for one in root.iter(space + "title"))
        assert all(name in titles for name in names), (form, [name for name in names if name not in titles])


def markdown_keeps_its_columns(open_terminal):
    lines = written(open_terminal, "markdown").splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert len(rows) == len(TEXTS) + 2, rows
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) == 3, row
        assert not re.search(r"(?<!\\)<script", row), row
