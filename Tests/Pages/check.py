"""What a person does with the pages, in a headless Chromium: scripts/check-pages calls this with the folder they lie in.

Each function below is one thing that must hold; what does not hold is listed, and ends the run with 1.
With a second folder, pictures of each page at three sizes, light, dark and as printed, are kept there.
"""

import os
import sys

from browser import Browser, executable

PAGES = ("bars", "matrix", "graph", "map", "table", "report")
WITH_NODES = ("graph", "report")
WITH_SEARCHED_ROWS = ("table",)

# Contrast after WCAG 2.2 of every text that is seen with what lies behind it.
CONTRAST = r"""(() => {
  const numbers = text => (text.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const behind = element => {
    for (let one = element; one; one = one.parentElement) {
      const colour = numbers(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const drawn = text => {
    const style = getComputedStyle(text);
    if (parseFloat(style.strokeWidth) > 1 && style.stroke !== "none") return style.stroke;
    const cell = text.classList.value.startsWith("on") && text.previousElementSibling;
    return getComputedStyle(cell || text.closest("svg.hora").querySelector(".ground")).fill;
  };
  const faults = [], seen = new Set();
  for (const element of document.querySelectorAll("main *, svg text")) {
    const hasText = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!hasText || !element.getClientRects().length || element.closest("title, desc, option")) continue;
    const isDrawn = element.closest("svg") !== null, style = getComputedStyle(element);
    const back = isDrawn ? numbers(drawn(element)) : behind(element);
    const ratio = contrast(numbers(isDrawn ? style.fill : style.color), back);
    if (ratio < 4.5) faults.push(element.textContent.trim().slice(0, 30) + ": " + ratio.toFixed(2));
    seen.add(element);
  }
  return { count: seen.size, faults: faults.slice(0, 5) };
})()"""

# Boxes of texts in drawings that cover each other, and texts beyond the edge of their drawing.
OVERLAPS = r"""(() => {
  const faults = [];
  let count = 0;
  for (const drawing of document.querySelectorAll("figure svg.hora")) {
    if (!drawing.getClientRects().length) continue;
    const edge = drawing.getBoundingClientRect();
    const texts = [...drawing.querySelectorAll("text")].filter(text => !(text.getAttribute("transform") || "").includes("rotate"));
    const boxes = texts.map(text => text.getBoundingClientRect());
    count += boxes.length;
    boxes.forEach((a, i) => {
      if (a.left < edge.left - 1 || a.right > edge.right + 1 || a.top < edge.top - 1 || a.bottom > edge.bottom + 1)
        faults.push("beyond the edge: " + texts[i].textContent);
      for (let j = i + 1; j < boxes.length; j += 1) {
        const b = boxes[j];
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top + 3 < b.bottom && b.top + 3 < a.bottom)
          faults.push(texts[i].textContent + " / " + texts[j].textContent);
      }
    });
  }
  return { count, faults: faults.slice(0, 5) };
})()"""

SEEN = "[...document.querySelectorAll(SELECTOR)].filter(one => one.getClientRects().length)"

faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def seen(selector):
    return SEEN.replace("SELECTOR", repr(selector))


def centre(page, element):
    """Where to point at an element; it is brought into sight first."""
    return page.run(f"""(() => {{
      const element = {element};
      element.scrollIntoView({{ block: "center", behavior: "instant" }});
      const box = (element.querySelector(":scope > g") || element).getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2];
    }})()""")


def is_quiet(page, name):
    expect(page.requests == [], f"{name}: asks the network for {page.requests[:3]}")
    expect(page.complaints == [], f"{name}: says {page.complaints[:2]}")


def is_readable(page, name):
    for script, what in ((CONTRAST, "contrast under 4.5"), (OVERLAPS, "names overlap or are cut")):
        measured = page.run(script)
        expect(measured["faults"] == [], f"{name}: {what}: {measured['faults']}")
        expect(measured["count"] > 3 or name.startswith("table"), f"{name}: {what}: only {measured['count']} texts seen")
    wide = page.run("document.documentElement.scrollWidth - innerWidth")
    expect(wide <= 0, f"{name}: the page is {wide} wider than the window")


def says_all_without_scripts(page, name, full):
    """Nothing but tools is missing; what is folded can be unfolded."""
    expect(page.run("document.querySelectorAll('.tools, .said').length") == 0, f"{name}: tools without scripts")
    expect(page.run("document.querySelectorAll('[hidden]').length") == 0, f"{name}: something is hidden without scripts")
    for what in ("figure text", "tbody tr", "figure .node", "figure .tie"):
        count = page.run(f"document.querySelectorAll('{what}').length")
        expect(count == full.run(f"document.querySelectorAll('{what}').length"), f"{name}: {what} differ without scripts")
    page.run("document.querySelectorAll('details').forEach(one => one.querySelector('summary').click())")
    expect(page.run("document.querySelectorAll('details:not([open])').length") == 0, f"{name}: does not unfold")


def prints(page, name):
    """Light, without what only a screen can use, and nothing beyond the paper's edge."""
    back = page.run("getComputedStyle(document.querySelector('.ground') || document.body).fill || 'white'")
    expect("20, 24, 29" not in back, f"{name}: prints dark")
    expect(page.run(f"{seen('.tools, .said, .tip, .narrow')}.length") == 0, f"{name}: prints what only a screen can use")
    # A box in a head keeps Chromium from saying it again on each sheet.
    boxes = page.run("[...document.querySelectorAll('th button')].filter(one => getComputedStyle(one).display !== 'contents').length")
    expect(boxes == 0, f"{name}: heads of tables are on the first sheet only")
    cut = page.run("""[...document.querySelectorAll("main *")].filter(one => one.getClientRects().length
      && one.getBoundingClientRect().right > innerWidth + 1 && !one.closest("svg svg")).map(one => one.tagName + " " + one.textContent.slice(0, 30)).slice(0, 3)""")
    expect(cut == [], f"{name}: cut off on paper: {cut}")


def nodes_can_be_dragged(page, name):
    node = f"{seen('.node')}.at(-1)"
    places = f"""(() => {{
      const node = {node}, n = node.dataset.n;
      const drawing = node.closest("svg");
      const ends = [...drawing.querySelectorAll(`.tie[data-a="${{n}}"]`)].map(tie => [+tie.getAttribute("x1"), +tie.getAttribute("y1")])
        .concat([...drawing.querySelectorAll(`.tie[data-b="${{n}}"]`)].map(tie => [+tie.getAttribute("x2"), +tie.getAttribute("y2")]));
      return [/\\(([-\\d.]+),([-\\d.]+)/.exec(node.getAttribute("transform")).slice(1).map(Number), ends];
    }})()"""
    start = centre(page, node)
    before, _ = page.run(places)
    page.drag(start, (start[0] - 40, start[1] + 30))
    after, ends = page.run(places)
    expect(before[0] - after[0] > 25 and after[1] - before[1] > 18, f"{name}: a node does not follow the mouse: {before} {after}")
    expect(len(ends) > 0 and all(abs(x - after[0]) < 0.2 and abs(y - after[1]) < 0.2 for x, y in ends),
           f"{name}: ties do not follow their node")


def hovering_lights_neighbours(page, name):
    page.mouse("Moved", 2, 2)
    node = f"{seen('.node')}.at(-1)"
    page.mouse("Moved", *centre(page, node))
    lit, ties, off, said, named = page.run(f"""(() => {{
      const node = {node}, drawing = node.closest("svg"), n = node.dataset.n;
      return [drawing.querySelectorAll(".node:not(.off)").length, drawing.querySelectorAll(".tie.on").length,
        drawing.querySelectorAll(".node.off").length, drawing.parentNode.querySelector(".said").textContent, node.dataset.name];
    }})()""")
    expect(lit > 1 and ties >= lit - 1 and off > 0, f"{name}: hovering lights {lit} nodes and {ties} ties, {off} are off")
    expect(named in said, f"{name}: hovering does not say the name: {said}")
    page.mouse("Moved", 2, 2)
    expect(page.run(f"{seen('.node.off')}.length") == 0, f"{name}: nodes stay off when the mouse has left")


def titles_are_said(page, name, selector):
    """Bars, cells and bubbles: their title stands in the line below, at once."""
    mark = f"{seen(selector)}[0]"
    page.mouse("Moved", *centre(page, mark))
    said, title = page.run(f"(() => {{ const one = {mark}; return [one.closest('figure').querySelector('.said').textContent, one.querySelector('title').textContent]; }})()")
    expect(said == title != "", f"{name}: hovering says {said!r}, not {title!r}")


def search_finds_nodes(page, name):
    total = page.run(f"{seen('.node')}.length")
    page.click(*centre(page, f"{seen('figure input')}[0]"))
    page.write("UNIVERSÍT")
    left = page.run(f"""{seen('.node:not(.off)')}.map(node => node.dataset.name)""")
    expect(0 < len(left) < total and all("universit" in name.lower() for name in left), f"{name}: the search finds {len(left)} of {total}")
    page.press("Escape")
    expect(page.run(f"{seen('.node.off')}.length") == 0, f"{name}: Escape does not end the search")


def legend_filters(page, name):
    key = f"{seen('.key')}[0]"
    group = page.run(f"{key}.dataset.g")
    page.click(*centre(page, key))
    off = page.run(f"{seen('.node.off')}.map(node => node.dataset.g)")
    expect(off and set(off) == {group}, f"{name}: the legend hides {len(off)} nodes of {set(off)}, not {group}")
    expect(page.run(f"{key}.getAttribute('aria-pressed')") == "false", f"{name}: the legend does not say that it is off")
    page.click(*centre(page, key))
    expect(page.run(f"{seen('.node.off')}.length") == 0, f"{name}: the legend does not give its nodes back")


def focus_is_seen(page, name, what):
    outline = page.run("(() => { const style = getComputedStyle(document.activeElement); return [style.outlineStyle, parseFloat(style.outlineWidth)]; })()")
    expect(outline[0] != "none" and outline[1] >= 1, f"{name}: {what} does not show its focus")
    label = page.run("document.activeElement.ariaLabel || document.activeElement.textContent.trim()")
    expect(label, f"{name}: {what} has no name for a screen reader")


def tab_to(page, name, selector, most=80):
    """Goes on with the Tab key until something fitting has the focus."""
    for _ in range(most):
        page.press("Tab")
        if page.run(f"document.activeElement.matches({selector!r})"):
            focus_is_seen(page, name, selector)
            return True
    expect(False, f"{name}: the Tab key does not come to {selector}")
    return False


def graph_by_keyboard(page, name):
    page.run("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)")
    if not tab_to(page, name, "figure input"):
        return
    page.write("universit")
    expect(page.run(f"{seen('.node.off')}.length") > 0, f"{name}: the search does nothing by keyboard")
    if not tab_to(page, name, ".node"):
        return
    first = page.run("document.activeElement.dataset.name")
    expect("universit" in first.lower(), f"{name}: Tab goes from the search to {first}, which it did not find")
    page.press("ArrowRight")
    second = page.run("document.activeElement.dataset.name")
    expect(second and second != first and "universit" in second.lower(), f"{name}: an arrow goes from {first} to {second}")
    said = page.run("document.activeElement.closest('figure').querySelector('.said').textContent")
    expect(second in said, f"{name}: by keyboard, {said!r} is said of {second}")
    place = "(({ dataset, attributes }) => [dataset.name, attributes.transform.value])(document.activeElement)"
    before = page.run(place)
    page.press("ArrowDown", shift=True)
    after = page.run(place)
    expect(after[0] == before[0] and after[1] != before[1], f"{name}: Shift and an arrow do not move a node: {before} {after}")
    page.press("Enter")
    page.run("document.activeElement.blur()")
    expect(page.run(f"{seen('.node.off')}.length") > 0, f"{name}: Enter does not keep a node")
    page.run("[...document.querySelectorAll('.node')].find(node => node.tabIndex === 0).focus()")
    page.press("Escape")
    if tab_to(page, name, ".key"):
        page.press(" ")
        expect(page.run("document.activeElement.getAttribute('aria-pressed')") == "false", f"{name}: Space does not filter by the legend")
        page.press("Enter")
        expect(page.run("document.activeElement.getAttribute('aria-pressed')") == "true", f"{name}: Enter does not end the filter")


def table_by_keyboard(page, name):
    page.run("document.activeElement.blur(); scrollTo(0, 0)")
    rows = f"{seen('tbody tr')}"
    total = page.run(f"{rows}.length")
    if tab_to(page, name, ".tools input"):
        page.write("sofia")
        left = page.run(f"{rows}.map(row => row.textContent.toLowerCase())")
        expect(0 < len(left) < total and all("sofia" in text for text in left), f"{name}: the search leaves {len(left)} of {total}")
        expect(f"{len(left)} of " in page.run("document.querySelector('.count').textContent"), f"{name}: the search does not say how many")
        page.run("document.activeElement.value = ''; document.activeElement.dispatchEvent(new Event('input', { bubbles: true }))")
    if tab_to(page, name, ".tools select"):
        page.press("ArrowDown")
        value = page.run("document.activeElement.value")
        left = page.run(f"{rows}.map(row => [...row.cells].map(cell => cell.textContent))")
        expect(value and 0 < len(left) < total and all(value in cells for cells in left), f"{name}: the choice {value!r} leaves {len(left)} of {total}")
        page.press("ArrowUp")
    if tab_to(page, name, "th.n button"):
        cells = f"{rows}.map(row => Number(row.querySelector('td.n').textContent))"
        page.press("Enter")
        up = page.run(cells)
        page.press(" ")
        down = page.run(cells)
        expect(len(set(up)) > 2 and up == sorted(up) and down == sorted(up, reverse=True), f"{name}: the head does not sort numbers")
        expect(page.run("document.querySelector('th.n').getAttribute('aria-sort')") == "descending", f"{name}: the head does not say how it sorts")


def check(browser, folder, name, kept):
    path = f"{folder}/{name}.html"
    for width in (380, 900, 1600):
        for scheme in ("light", "dark"):
            with browser.open(path, width=width, scheme=scheme) as page:
                is_readable(page, f"{name} at {width}, {scheme}")
                is_quiet(page, f"{name} at {width}, {scheme}")
                if kept:
                    page.picture(f"{kept}/{name}-{width}-{scheme}.png")
    with browser.open(path, width=680, scheme="dark", media="print") as page:
        prints(page, name)
        if kept:
            page.paper(f"{kept}/{name}.pdf")
    with browser.open(path) as page:
        with browser.open(path, scripts=False) as bare:
            says_all_without_scripts(bare, name, page)
    with browser.open(path) as page:
        marks = {"bars": "rect.bar", "matrix": "rect.s1", "map": "circle.bubble"}
        if name in marks:
            titles_are_said(page, name, marks[name])
        if name in WITH_NODES:
            for what in (hovering_lights_neighbours, search_finds_nodes, legend_filters, graph_by_keyboard):
                what(page, name)
        if name in WITH_SEARCHED_ROWS:
            table_by_keyboard(page, name)
        is_quiet(page, f"{name} in use")
    if name in WITH_NODES:
        with browser.open(path) as page:
            nodes_can_be_dragged(page, name)


def main(folder, kept=None):
    if kept:
        os.makedirs(kept, exist_ok=True)
    browser = Browser(executable())
    try:
        for name in PAGES:
            check(browser, folder, name, kept)
    finally:
        browser.close()
    for fault in faults:
        print(f"check-pages: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    if not executable():
        print("check-pages: no Chromium, so pages were not opened in a browser", file=sys.stderr)
        sys.exit(0)
    sys.exit(main(*sys.argv[1:]))
