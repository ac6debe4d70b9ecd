// Goes out: the colours and letters of every drawing, as CSS. Light unless the reader's system is
// dark; on paper always light. The same rules serve a file and a page.

enum SVGStyle {
  enum Place { case file, page }

  static func css(_ place: Place) -> String {
    let dark = darkRules
    // A page may be switched by hand; a file only asks the system.
    switch place {
    case .file: return rules + "@media (prefers-color-scheme: dark) {\n\(dark)}\n"
    case .page:
      return rules + "@media screen and (prefers-color-scheme: dark) {\n\(dark)}\n"
    }
  }

  private static let shades = ["#dbe9f6", "#a9cce8", "#66a9d9", "#2878b8", "#0b4a86"]
  private static let darkShades = ["#16324b", "#1c4a73", "#22659c", "#62aee2", "#b5dcf8"]

  /// Below zero.
  private static let belows = ["#fbe6d6", "#f5c49f", "#e8975c", "#bf5208", "#7f3300"]
  private static let darkBelows = ["#3d2614", "#5c3716", "#8a4a12", "#e8824a", "#f9c9a8"]

  private static var rules: String {
    var css = """
      .hora { font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; max-width: 100%; height: auto; }
      .hora text { fill: #1f2328; }
      .hora .head { font-size: 18px; font-weight: 600; }
      .hora .dim { fill: #59636e; }
      .hora .ground { fill: #ffffff; }
      .hora .rule { stroke: #d1d9e0; stroke-width: 1; }
      .hora .bar { fill: #0072b2; }
      .hora .bar.below { fill: #d55e00; }
      .hora .trace { fill: none; stroke: #0072b2; stroke-width: 1.8; stroke-linejoin: round; }
      .hora .tie { stroke: #6e7781; stroke-opacity: .38; fill: none; stroke-linecap: round; }
      .hora .node { stroke: #ffffff; stroke-width: 1; }
      .hora .node text, .hora .halo { stroke: #ffffff; stroke-width: 3; paint-order: stroke; stroke-linejoin: round; }
      .hora .land { fill: #eceff2; stroke: #c3cad2; stroke-width: .7; }
      .hora .land.known { fill: #cfe2f1; stroke: #8fb2cd; }
      .hora .water { fill: #f8fafb; }
      .hora .bubble { fill: #2f8ac4; stroke: #ffffff; stroke-width: 1; }
      .hora .bubble.below { fill: none; stroke: #d55e00; stroke-width: 2; }
      .hora .arc { fill: none; stroke: #d55e00; stroke-opacity: .5; stroke-linecap: round; }
      .hora .none { fill: #f2f4f6; }
      .hora .field { fill: transparent; stroke: none; }

      """
    for (index, colour) in Palette.colours.enumerated() {
      css += ".hora .g\(index) { fill: \(colour); }\n"
    }
    for (index, shade) in shades.enumerated() {
      css += ".hora .s\(index + 1) { fill: \(shade); }\n"
    }
    for (index, shade) in belows.enumerated() {
      css += ".hora .b\(index + 1) { fill: \(shade); }\n"
    }
    css += ".hora text.on4, .hora text.on5 { fill: #ffffff; }\n"
    return css
  }

  private static var darkRules: String {
    var css = """
      .hora text { fill: #e6edf3; }
      .hora .dim { fill: #9aa4af; }
      .hora .ground { fill: #14181d; }
      .hora .rule { stroke: #3a424c; }
      .hora .bar { fill: #4ba3e0; }
      .hora .bar.below { fill: #e8824a; }
      .hora .trace { stroke: #4ba3e0; }
      .hora .tie { stroke: #9aa4af; }
      .hora .node { stroke: #14181d; }
      .hora .node text, .hora .halo { stroke: #14181d; }
      .hora .land { fill: #262c34; stroke: #414a55; }
      .hora .land.known { fill: #1d3b53; stroke: #3f6c8e; }
      .hora .water { fill: #191e24; }
      .hora .bubble { fill: #4ba3e0; stroke: #14181d; }
      .hora .arc { stroke: #e8824a; }
      .hora .none { fill: #1c2128; }
      .hora .g0 { fill: #3f97d6; }
      .hora text.on1, .hora text.on2, .hora text.on3 { fill: #e6edf3; }
      .hora text.on4, .hora text.on5 { fill: #0d1117; }

      """
    for (index, shade) in darkShades.enumerated() {
      css += ".hora .s\(index + 1) { fill: \(shade); }\n"
    }
    for (index, shade) in darkBelows.enumerated() {
      css += ".hora .b\(index + 1) { fill: \(shade); }\n"
    }
    return css
  }
}
