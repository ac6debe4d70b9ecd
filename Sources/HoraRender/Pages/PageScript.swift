// Goes out: the script of a page. Without it the page says the same; with it tables can be searched,
// filtered and sorted, and nodes of a graph found, lit and dragged, by mouse or keyboard; what is met
// is said in a line. It asks nothing of the network and puts no text from the data into markup.

enum PageScript {
  static let text = #"""
    "use strict";
    const make = (name, values, parent) => {
      const element = Object.assign(document.createElement(name), values);
      if (parent) parent.append(element);
      return element;
    };
    const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

    for (const rows of document.querySelectorAll(".rows")) {
      const table = rows.querySelector("table"), body = table.tBodies[0];
      const all = [...body.rows], heads = [...table.tHead.rows[0].cells];
      if (all.length < 2) continue;
      const words = all.map(row => folded(row.textContent));
      const count = rows.nextElementSibling, total = count ? count.textContent : "";
      const tools = make("div", { className: "tools" });
      if (all.length > 15) rows.before(tools);
      const search = make("input", { type: "search", placeholder: "Search the rows", ariaLabel: "Search the rows" }, tools);
      const choices = [];
      heads.forEach((head, column) => {
        const values = new Map();
        for (const row of all) {
          const text = row.cells[column].textContent;
          if (text) values.set(text, (values.get(text) || 0) + 1);
        }
        if (!head.classList.contains("n") && values.size > 1 && values.size <= 30 && values.size < all.length) {
          const choice = make("select", { ariaLabel: head.textContent }, tools);
          make("option", { value: "", textContent: head.textContent + ": all" }, choice);
          for (const value of [...values.keys()].sort((a, b) => a.localeCompare(b)))
            make("option", { value, textContent: value + " (" + values.get(value) + ")" }, choice);
          choices.push([choice, column]);
        }
        const name = head.textContent, button = make("button", { type: "button" });
        button.append(...head.childNodes);
        head.append(button);
        button.title = "Sort by " + name;
        button.onclick = () => {
          const down = head.getAttribute("aria-sort") === "ascending";
          heads.forEach(other => other.removeAttribute("aria-sort"));
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
          const isNumber = head.classList.contains("n"), sign = down ? -1 : 1;
          const key = row => row.cells[column].textContent;
          // What is missing stands last both ways.
          const order = (a, b) => (key(a) === "") - (key(b) === "") ||
            sign * (isNumber ? Number(key(a)) - Number(key(b)) : key(a).localeCompare(key(b)));
          body.append(...[...body.rows].sort(order));
        };
      });
      const filter = () => {
        const wanted = folded(search.value).split(/\s+/).filter(Boolean);
        let left = 0;
        all.forEach((row, index) => {
          const fits = wanted.every(word => words[index].includes(word)) &&
            choices.every(([choice, column]) => !choice.value || row.cells[column].textContent === choice.value);
          row.hidden = !fits;
          left += fits;
        });
        if (count) count.textContent = left === all.length ? total : left + " of " + total;
      };
      tools.oninput = filter;
    }

    for (const drawing of document.querySelectorAll("figure svg.hora")) {
      // What the pointer or the keyboard is on is said in a line, at once.
      const said = make("p", { className: "said", ariaLive: "polite" });
      const titleOf = element => element.querySelector(":scope > title")?.textContent ?? "";
      const say = text => { said.textContent = text; };
      drawing.after(said);
      drawing.onpointerover = event => {
        const one = event.target.closest("svg.hora *:has(> title)");
        if (one) say(titleOf(one));
      };
      drawing.onpointerleave = () => say("");
      const nodes = [...drawing.querySelectorAll(".node")].reverse(), ties = [...drawing.querySelectorAll(".tie")];
      if (!nodes.length) continue;

      drawing.setAttribute("role", "group");
      const near = new Map(nodes.map(node => [node.dataset.n, new Set([node.dataset.n])]));
      const tiesOf = new Map(nodes.map(node => [node.dataset.n, []]));
      for (const tie of ties) {
        near.get(tie.dataset.a).add(tie.dataset.b);
        near.get(tie.dataset.b).add(tie.dataset.a);
        tiesOf.get(tie.dataset.a).push([tie, "1"]);
        tiesOf.get(tie.dataset.b).push([tie, "2"]);
      }
      const tools = make("div", { className: "tools" });
      drawing.before(tools);
      const search = make("input", { type: "search", placeholder: "Find a node", ariaLabel: "Find a node" }, tools);
      const hidden = new Set();
      let kept = null, current = nodes[0];

      const fits = node => !hidden.has(node.dataset.g) && folded(node.dataset.name).includes(folded(search.value));
      // All that fit what is asked, and of these the neighbours of the one that is looked at.
      const show = number => {
        const on = new Set(nodes.filter(node => fits(node) && (number === null || near.get(number).has(node.dataset.n)))
          .map(node => node.dataset.n));
        nodes.forEach(node => node.classList.toggle("off", !on.has(node.dataset.n)));
        const all = number === null && search.value === "" && !hidden.size;
        for (const tie of ties) {
          const ends = [tie.dataset.a, tie.dataset.b], isOf = ends.includes(number);
          tie.classList.toggle("on", isOf);
          tie.classList.toggle("off", !all && !(ends.every(end => on.has(end)) && (number === null || isOf)));
        }
      };
      // One stop of the Tab key: the arrow keys go from node to node, the largest first.
      const reach = () => {
        const open = nodes.filter(fits);
        if (!open.includes(current)) current = open[0];
        nodes.forEach(node => { node.tabIndex = node === current ? 0 : -1; });
        return open;
      };
      const ask = () => {
        kept = null;
        show(null);
        const left = reach().length;
        say(left === nodes.length ? "" : left + " of " + nodes.length + " nodes");
      };
      search.oninput = ask;
      search.onkeydown = event => { if (event.key === "Escape") { search.value = ""; ask(); } };

      for (const key of drawing.querySelectorAll(".key")) {
        key.tabIndex = 0;
        key.setAttribute("role", "button");
        key.setAttribute("aria-pressed", "true");
        key.setAttribute("aria-label", "Show " + key.dataset.name);
        key.onclick = () => {
          const group = key.dataset.g;
          if (!hidden.delete(group)) hidden.add(group);
          key.classList.toggle("off", hidden.has(group));
          key.setAttribute("aria-pressed", String(!hidden.has(group)));
          ask();
        };
        key.onkeydown = event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); key.onclick(); } };
      }

      const place = node => /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(node.getAttribute("transform")).slice(1).map(Number);
      const room = drawing.viewBox.baseVal;
      const head = nodes[0].parentNode.parentNode.transform.baseVal.consolidate().matrix.f;
      const move = (node, x, y) => {
        x = Math.min(room.width - 4, Math.max(4, x));
        y = Math.min(room.height - head - 4, Math.max(4 - head, y));
        node.setAttribute("transform", `translate(${x.toFixed(1)},${y.toFixed(1)})`);
        for (const [tie, end] of tiesOf.get(node.dataset.n)) { tie.setAttribute("x" + end, x); tie.setAttribute("y" + end, y); }
      };
      const keep = number => { kept = kept === number ? null : number; show(kept); };
      const steps = { ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10] };
      for (const node of nodes) {
        const number = node.dataset.n;
        node.setAttribute("role", "button");
        node.setAttribute("aria-label", titleOf(node));
        const look = () => { say(titleOf(node)); if (kept === null) show(number); };
        const leave = () => { if (kept === null) show(null); };
        node.onmouseenter = look;
        node.onmouseleave = leave;
        node.onfocus = () => { current = node; reach(); look(); };
        node.onblur = leave;
        node.onkeydown = event => {
          const step = steps[event.key];
          if (step) {
            event.preventDefault();
            const [x, y] = place(node), open = nodes.filter(fits);
            if (event.shiftKey) move(node, x + step[0], y + step[1]);
            else open[(open.indexOf(node) + Math.sign(step[0] + step[1]) + open.length) % open.length].focus();
          }
          if (event.key === "Enter" || event.key === " ") { event.preventDefault(); keep(number); }
          if (event.key === "Escape") { kept = null; show(number); }
        };
        node.onpointerdown = event => {
          node.setPointerCapture(event.pointerId);
          const matrix = node.parentNode.getScreenCTM().inverse();
          const at = other => new DOMPoint(other.clientX, other.clientY).matrixTransform(matrix);
          const start = at(event), [x, y] = place(node);
          let isMoved = false;
          node.onpointermove = other => {
            const point = at(other);
            isMoved ||= Math.hypot(point.x - start.x, point.y - start.y) > 3;
            if (isMoved) move(node, x + point.x - start.x, y + point.y - start.y);
          };
          node.onpointerup = () => { node.onpointermove = null; if (!isMoved) keep(number); };
          node.onpointercancel = () => { node.onpointermove = null; };
        };
      }
      make("p", { className: "note tip", textContent: "Drag a node to move it, click to keep its ties in sight. By keyboard: arrows go from node to node, with Shift they move it, Enter keeps it." }, drawing.parentNode);
      reach();
    }

    """#
}
