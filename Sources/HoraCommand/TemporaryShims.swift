import Hora
import HoraData
struct DiagnosticRenderer {
  var source: SourceText
  var color = false
  func text(_ d: Diagnostic) -> String { "\(d.severity.rawValue)[\(d.code)]: \(d.message) \(d.notes)" }
  func json(_ d: Diagnostic) -> String { "{}" }
}
extension FaultReport { var text: String { "" } }
