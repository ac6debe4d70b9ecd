// Comes in: the number of a group. Goes out: its colour and its shape. Eight colours that people who
// see colours differently can tell apart (after Okabe and Ito, 2008; their yellow, which is hardly seen on
// white, is darker), and a shape besides, so that colour is never the only sign.

enum Palette {
  /// The last is for everything beyond the first groups.
  static let colours = [
    "#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7", "#8f7f00", "#8b949e",
  ]

  /// How many groups have a colour of their own.
  static var groups: Int { colours.count - 1 }

  static func numbers(_ index: Int) -> (red: Int, green: Int, blue: Int) {
    let text = colours[min(max(0, index), colours.count - 1)].dropFirst()
    let value = Int(text, radix: 16) ?? 0
    return (value >> 16, value >> 8 & 255, value & 255)
  }

  /// The shape of a group around the origin, of about the same area for each.
  static func shape(_ index: Int, radius: Double) -> String {
    let points: [(Double, Double)]
    switch index {
    case 1: points = [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]
    case 2: points = [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)]
    case 3: points = [(0, -1.3), (1.2, 0.85), (-1.2, 0.85)]
    case 4: points = [(0, 1.3), (1.2, -0.85), (-1.2, -0.85)]
    case 5: points = [(-0.55, -1), (0.55, -1), (1.1, 0), (0.55, 1), (-0.55, 1), (-1.1, 0)]
    case 6: points = [(-1.25, -0.65), (1.25, -0.65), (1.25, 0.65), (-1.25, 0.65)]
    default: return "<circle r=\"\(Figures.place(radius))\"/>"
    }
    let text = points.map { "\(Figures.place($0.0 * radius)),\(Figures.place($0.1 * radius))" }
    return "<polygon points=\"\(text.joined(separator: " "))\"/>"
  }
}
