// Goes out: the script of a page. Without it the page says the same; with it tables can be searched,
// filtered and sorted, and nodes of a graph found, lit and dragged, by mouse or keyboard. It asks
// nothing of the network and puts no text from the data into markup.

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

    for (const drawing of document.querySelectorAll("svg.hora")) {
      const nodes = [...drawing.querySelectorAll(".node")], ties = [...drawing.querySelectorAll(".tie")];
      if (!nodes.length) continue;
      const byNumber = new Map(nodes.map(node => [node.dataset.n, node]));
      const near = new Map(nodes.map(node => [node.dataset.n, new Set([node.dataset.n])]));
      for (const tie of ties) {
        near.get(tie.dataset.a).add(tie.dataset.b);
        near.get(tie.dataset.b).add(tie.dataset.a);
      }
      const tools = make("div", { className: "tools" });
      drawing.closest("figure").before(tools);
      const search = make("input", { type: "search", placeholder: "Find a node", ariaLabel: "Find a node" }, tools);
      const hidden = new Set();
      let kept = null;
      const show = number => {
        const wanted = folded(search.value);
        const isOn = node => !hidden.has(node.dataset.g) &&
          (number === null || near.get(number).has(node.dataset.n)) &&
          (!wanted || folded(node.dataset.name).includes(wanted));
        const on = new Set(nodes.filter(isOn).map(node => node.dataset.n));
        nodes.forEach(node => node.classList.toggle("off", !on.has(node.dataset.n)));
        for (const tie of ties) {
          const ends = [tie.dataset.a, tie.dataset.b];
          tie.classList.toggle("on", number !== null && ends.includes(number));
          tie.classList.toggle("off", number !== null ? !ends.includes(number) || !ends.every(end => on.has(end)) : wanted ? !ends.some(end => on.has(end)) : !ends.every(end => on.has(end)));
        }
      };
      search.oninput = () => { kept = null; show(null); };
      for (const key of drawing.querySelectorAll(".key")) {
        key.tabIndex = 0;
        key.setAttribute("role", "button");
        key.onclick = () => {
          const group = key.dataset.g;
          if (!hidden.delete(group)) hidden.add(group);
          key.classList.toggle("off", hidden.has(group));
          show(kept);
        };
        key.onkeydown = event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); key.onclick(); } };
      }
      const place = node => /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(node.getAttribute("transform")).slice(1).map(Number);
      const move = (node, x, y) => {
        node.setAttribute("transform", `translate(${x.toFixed(1)},${y.toFixed(1)})`);
        for (const tie of ties) {
          if (tie.dataset.a === node.dataset.n) { tie.setAttribute("x1", x); tie.setAttribute("y1", y); }
          if (tie.dataset.b === node.dataset.n) { tie.setAttribute("x2", x); tie.setAttribute("y2", y); }
        }
      };
      for (const node of nodes) {
        const number = node.dataset.n;
        node.onmouseenter = node.onfocus = () => { if (kept === null) show(number); };
        node.onmouseleave = node.onblur = () => { if (kept === null) show(null); };
        node.onkeydown = event => {
          const step = { ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10] }[event.key];
          if (step) { event.preventDefault(); const [x, y] = place(node); move(node, x + step[0], y + step[1]); }
          if (event.key === "Enter") { kept = kept === number ? null : number; show(kept); }
          if (event.key === "Escape") { kept = null; show(null); }
        };
        node.onpointerdown = event => {
          event.preventDefault();
          node.setPointerCapture(event.pointerId);
          const matrix = node.parentNode.getScreenCTM().inverse();
          const at = other => new DOMPoint(other.clientX, other.clientY).matrixTransform(matrix);
          const start = at(event), [x, y] = place(node);
          node.onpointermove = other => { const point = at(other); move(node, x + point.x - start.x, y + point.y - start.y); };
          node.onpointerup = node.onpointercancel = () => { node.onpointermove = null; };
        };
      }
    }

    """#
}
