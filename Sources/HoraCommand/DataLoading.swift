// Comes in: the options --data and --rules. Goes out: the network and the rules, loaded; or messages and
// exit code 4.

import CBuiltinNetwork
import Hora
import HoraData

enum DataLoading {
  static func network(_ options: DataOptions, _ reporter: Reporter) throws -> Network {
    if options.data.isEmpty, let network = BuiltinNetwork.ready { return network }
    return try load(options, reporter).network
  }

  /// - Parameter tellsFaults: say how many faults there are.
  static func load(
    _ options: DataOptions, _ reporter: Reporter, tellsFaults: Bool = true
  ) throws -> LoadResult {
    let sources =
      options.data.isEmpty
      ? [DataSource.tree(BuiltinNetwork.files)]
      : options.data.map { $0 == "-" ? .standardInput : .path($0) }
    var settings = LoadOptions()
    // Nobody can correct the network that is built in; --strict there is about queries.
    settings.strict = options.strict && !options.data.isEmpty
    settings.allowsParentPaths = true
    switch loaded(sources, settings, isBuiltIn: options.data.isEmpty) {
    case .success(let result)?:
      let count = result.faults.faultCount
      if count > 0, !options.data.isEmpty, tellsFaults {
        reporter.report(CommandMessages.faults(count, options.data))
      }
      let read = result.faults.faults.filter { $0.kind == .encodingDetected }
      if !read.isEmpty, !options.data.isEmpty, tellsFaults {
        reporter.report(
          CommandMessages.encodings(read.map { "\($0.file) is not UTF-8: \($0.done)" }))
      }
      return result
    case .failure(let error)?: throw failure(error, reporter)
    // A second Ctrl-C left it to itself.
    case nil: throw Failure.interrupted
    }
  }

  /// Loads, and says how long it takes where somebody waits. What is built in is there at once.
  private static func loaded(
    _ sources: [DataSource], _ options: LoadOptions, isBuiltIn: Bool
  ) -> Result<LoadResult, LoadError>? {
    @Sendable func load() -> Result<LoadResult, LoadError> {
      do {
        return .success(try NetworkLoader.load(sources, options: options))
      } catch {
        return .failure(error)
      }
    }
    guard Output.isTerminal(2), !isBuiltIn else { return load() }
    return Interruptible.run("reading") { _ in load() }
  }

  /// The rules of the options, before those that are built in: the first of a name is taken.
  static func rules(_ options: DataOptions, _ reporter: Reporter) throws -> [EligibilityRule] {
    do {
      return try given(options.rules) + BuiltinNetwork.rules()
    } catch {
      throw failure(error, reporter)
    }
  }

  private static func given(_ paths: [String]) throws(LoadError) -> [EligibilityRule] {
    var rules: [EligibilityRule] = []
    for path in paths { rules.append(try RuleReader.rule(at: path)) }
    return rules
  }

  private static func failure(_ error: LoadError, _ reporter: Reporter) -> Failure {
    reporter.report(
      CommandMessage(
        code: Int(error.code.dropFirst()) ?? 600, message: error.message, place: error.place,
        help: error.help))
    return .data
  }
}
