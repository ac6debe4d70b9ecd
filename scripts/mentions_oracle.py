#!/usr/bin/env python3
"""An independent reading of `mentions(TEXT, TAXONOMY)`, for tests. Plain, slow and short.

    scripts/mentions_oracle.py [NETWORK]      prints project_id, code, count (tab between)

NETWORK is a folder like examples/networks/balkan-black-sea. The rule in words stands in that
folder's README.md, under "How a text becomes evidence"; the numbers below are the rule's own.
"""
import csv
import json
import os
import sys
import unicodedata

# 0. Letters that Unicode does not take apart, and Cyrillic and Greek: only what the labels need.
#    The library's own table (one for all) goes further; English texts meet nothing else.
LATIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th",
}


def search_form(text):
    """Without case and marks, in Latin letters."""
    out = []
    for char in unicodedata.normalize("NFKD", text.casefold()):
        if not unicodedata.combining(char):
            out.append(LATIN.get(char, char))
    return "".join(out)


# 1. Words: the longest runs of letters, marks and digits. Between two words of one name, and between
#    two words of one run of capitals, only white space, hyphens and dashes, slashes and apostrophes
#    may stand; anything else (. , ; : ( ) & ...) parts them.
JOINERS = set("-\u2010\u2011\u2012\u2013/'\u2019")


class Word:
    def __init__(self, text, joined):
        self.text = text        # as written, NFC
        self.form = search_form(text)
        self.joined = joined    # to the word before
        self.shouted = False    # inside a run of four or more all-capital words


def in_word(char):
    return unicodedata.category(char)[0] in "LMN"


def words_of(text):
    text = unicodedata.normalize("NFC", text)
    words, start, joined = [], None, False
    for place in range(len(text) + 1):
        inside = place < len(text) and in_word(text[place])
        if inside and start is None:
            start = place
        elif not inside and start is not None:
            words.append(Word(text[start:place], joined))
            start, joined = None, True
        if not inside and place < len(text):
            joined = joined and (text[place].isspace() or text[place] in JOINERS)
    return words


def all_capital(word):
    """At least one letter with case, and no small one. "5G" is, "2030" is not, "AIs" is not."""
    return any(c.isupper() for c in word) and not any(c.islower() for c in word)


def mark_shouting(words):
    run = []
    for word in words + [None]:
        if word is not None and all_capital(word.text) and (not run or word.joined):
            run.append(word)
            continue
        if len(run) >= 4:
            for member in run:
                member.shouted = True
        run = [word] if word is not None and all_capital(word.text) else []


# 2. Names. Each word of a name is met in search form, or as written: where it has two capitals, or a
#    capital and a digit, and in a name marked `exact` always. A name marked `query` is not met at all.
def as_written(word):
    capitals = sum(c.isupper() for c in word)
    return capitals >= 2 or (capitals == 1 and any(c.isdigit() for c in word))


class Name:
    def __init__(self, code, label, exact, stop):
        self.code = code
        self.stop = stop
        words = words_of(label)
        # A label with other signs between its words ("agriculture, forestry, and fisheries") is met by no text.
        self.possible = bool(words) and all(w.joined for w in words[1:])
        self.parts = [(w.text if exact or as_written(w.text) else None, w.form) for w in words]
        self.guarded = any(written for written, _ in self.parts)

    def fits(self, words, at):
        """Whether the words from `at` are this name."""
        if at + len(self.parts) > len(words):
            return False
        for n, (written, form) in enumerate(self.parts):
            word = words[at + n]
            if n > 0 and not word.joined:
                return False
            if self.guarded and word.shouted:
                return False
            if written is None:
                if word.form != form:
                    return False
            elif word.text != written:
                last = n == len(self.parts) - 1
                if not (last and word.text == written + "s"):
                    return False
        return True


def read(network, name):
    with open(os.path.join(network, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Taxonomy:
    def __init__(self, network):
        fields = read(network, "fields.csv")
        self.parent = {f["code"]: f["parent_code"] for f in fields}
        stops = {(search_form(s["label"]), s["code"]) for s in read(network, "field_stops.csv")}
        names = [(f["code"], f["title"], False) for f in fields]
        names += [(l["code"], l["label"], l["use"] == "exact")
                  for l in read(network, "field_labels.csv") if l["use"] != "query"]
        self.by_first = {}      # first word, search form, with and without a final s -> names, longest first
        for code, label, exact in names:
            form = search_form(label)
            name = Name(code, label, exact, (form, "") in stops or (form, code) in stops)
            if name.possible:
                first = name.parts[0][1]
                for key in {first, first + "s"} if len(name.parts) == 1 and name.guarded else {first}:
                    self.by_first.setdefault(key, []).append(name)
        for found in self.by_first.values():
            found.sort(key=lambda name: -len(name.parts))

    def ancestors(self, code):
        found = set()
        while self.parent.get(code):
            code = self.parent[code]
            found.add(code)
        return found

    def related(self, a, b):
        """The same concept, one above the other, or with a parent in common."""
        return (a == b or a in self.ancestors(b) or b in self.ancestors(a)
                or (self.parent[a] != "" and self.parent[a] == self.parent[b]))


# 3. From left to right, at each word the longest name that fits; all concepts that bear it count;
#    on behind it, so nothing is met inside a longer name.
def matches(words, taxonomy):
    found, at = [], 0
    while at < len(words):
        fitting = [n for n in taxonomy.by_first.get(words[at].form, []) if n.fits(words, at)]
        if not fitting:
            at += 1
            continue
        length = len(fitting[0].parts)
        taken = {}
        for name in fitting:
            if len(name.parts) == length:       # one concept once, and not as a stop word if also otherwise
                taken[name.code] = taken.get(name.code, True) and name.stop
        found += [(code, at, at + length, stop) for code, stop in taken.items()]
        at += length
    return found


# 4. A name on the stop list counts where it is met twice in the text for this concept, or once with a
#    name of a related concept that is not itself on the list beside it: at most 10 words between them.
BESIDE = 10


def mentions(text, taxonomy):
    words = words_of(text)
    mark_shouting(words)
    found = matches(words, taxonomy)
    firm = [m for m in found if not m[3]]
    count = {}
    for code, _, _, _ in firm:
        count[code] = count.get(code, 0) + 1
    for code in {m[0] for m in found if m[3]}:
        weak = [m for m in found if m[3] and m[0] == code]
        beside = any(
            taxonomy.related(code, other[0])
            and (other[1] - one[2] if other[1] >= one[2] else one[1] - other[2]) <= BESIDE
            for one in weak for other in firm)
        if len(weak) >= 2 or beside:
            count[code] = count.get(code, 0) + len(weak)
    return count


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    network = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "..", "examples", "networks", "balkan-black-sea")
    taxonomy = Taxonomy(network)
    print("project_id\tcode\tcount")
    with open(os.path.join(network, "objectives.ndjson"), encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            count = mentions(row["objective"], taxonomy)
            for code in sorted(count):
                print(f"{row['project_id']}\t{code}\t{count[code]}")


main()
