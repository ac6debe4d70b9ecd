import Hora
import HoraData
struct DiagnosticRenderer {
  var source: SourceText
  var color = false
  func text(_ d: Diagnostic) -> String { "\(d.severity.rawValue)[\(d.code)]: \(d.message) \(d.notes)" }
  func json(_ d: Diagnostic) -> String { "{}" }
}
enum Describe {
  static func summary(_ n: Network) -> String { "" }
  static func package(_ r: LoadResult) -> String { "" }
}
extension FaultReport { var text: String { "" } }
