// Goes out: the style of a page: for the screen, dark where the reader's system is dark, and for paper.

enum PageStyle {
  static let css = """
    :root { color-scheme: light dark; --ink: #1f2328; --dim: #59636e; --line: #d1d9e0; --back: #ffffff; --soft: #f6f8fa; --link: #0a5ca8; }
    * { box-sizing: border-box; }
    body { margin: 0; color: var(--ink); background: var(--back); font: 16px/1.55 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
    main { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: .5rem 0 1rem; }
    h2 { font-size: 1.35rem; margin: 2.2rem 0 .6rem; }
    h3 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; }
    main > p, main > ul, main > ol, main > blockquote { max-width: 44rem; }
    a { color: var(--link); }
    code, pre { font: .88em ui-monospace, "DejaVu Sans Mono", monospace; background: var(--soft); border-radius: 4px; }
    code { padding: .1em .3em; }
    pre { padding: .8rem 1rem; overflow-x: auto; }
    pre code { padding: 0; background: none; }
    blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--dim); }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
    figure { margin: 1.2rem 0; overflow-x: auto; }
    figure svg { display: block; }
    .rows { overflow-x: auto; margin: 1rem 0 .3rem; }
    table { border-collapse: collapse; font-size: .92rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
    th { border-bottom: 2px solid var(--line); white-space: nowrap; }
    th button { all: unset; cursor: pointer; font-weight: 600; }
    button:focus-visible, summary:focus-visible, .tools :focus-visible, .node:focus-visible, .key:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    th[aria-sort=ascending] button::after { content: " ▲"; }
    th[aria-sort=descending] button::after { content: " ▼"; }
    th small { font-weight: 400; color: var(--dim); }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    td.n, th.n { padding-left: .8rem; }
    .note { color: var(--dim); font-size: .85rem; margin: .2rem 0; }
    .scalar { font-size: 1.6rem; margin: .6rem 0; }
    .value { font-variant-numeric: tabular-nums; }
    details { margin: .4rem 0 1rem; font-size: .9rem; }
    summary { color: var(--dim); cursor: pointer; }
    footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--line); color: var(--dim); font-size: .8rem; }
    .tools { display: flex; flex-wrap: wrap; gap: .6rem; margin: .8rem 0; font-size: .9rem; }
    .tools input, .tools select { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .3rem .6rem; max-width: 100%; }
    .tools ::placeholder { color: var(--dim); opacity: 1; }
    .said { min-height: 1.5em; margin: .3rem 0; color: var(--dim); font-size: .9rem; }
    figure.narrow { display: none; }
    .hora .node { cursor: grab; touch-action: none; user-select: none; -webkit-user-select: none; }
    .hora .key { cursor: pointer; }
    .hora .off { opacity: .12; }
    .hora .tie.on { stroke-opacity: .9; stroke: #d55e00; }
    /* Letters stay readable: what has a least width is moved, and a small screen has a drawing of its own. */
    @media screen and (max-width: 620px) {
      figure.wide { display: none; }
      figure.narrow { display: block; }
    }
    @media screen and (prefers-color-scheme: dark) {
      :root { --ink: #e6edf3; --dim: #9aa4af; --line: #343c46; --back: #14181d; --soft: #1f252c; --link: #6cb6ff; }
    }
    @media print {
      @page { margin: 16mm; }
      body { font-size: 10pt; }
      main { max-width: none; padding: 0; }
      .tools, .said, .tip, details.query, details:not([open]) { display: none; }
      figure, tr, thead, h2, h3, table:not(:has(tbody tr:nth-child(16))) { break-inside: avoid; }
      /* A sentence stays with the picture or table it introduces. */
      h1, h2, h3, p:has(+ figure), p:has(+ .rows), p:has(+ table), .rows:has(+ .count) { break-after: avoid; }
      table { font-size: 9pt; }
      th, td { padding: .15rem .6rem .15rem 0; }
      h2 { margin-top: 1.2rem; }
      thead { display: table-header-group; }
      /* A head that holds a button as a box is not said again on the next sheet. */
      th button { display: contents; }
      figure svg { max-width: 100%; min-width: 0 !important; max-height: 115mm; width: auto; }
      .rows, figure { overflow: visible; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      a { color: inherit; }
    }

    """
}
