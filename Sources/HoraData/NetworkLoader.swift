// Comes in: places that data lies in. Goes out: a network in memory and the report of its faults. The
// entry of this module; each step is a pass of its own. It must not hold state between loads.

import HoraEngine

/// How to load.
public struct LoadOptions: Sendable {
  /// Any fault is an error.
  public var strict = false
  /// Paths of a package may lead to its parent folder (`../geo/countries.csv`), no further.
  public var allowsParentPaths = false
  /// Threads that read files; nil for as many as there are processors, at most four.
  public var threads: Int?
  /// How many faults of a kind are listed for each file; all are counted.
  public var faultLimit = 1000

  public init() {}
}

/// What a load gives.
public struct LoadResult: Sendable {
  public let network: Network
  public let faults: FaultReport
  /// What was read and inferred, for ``PackageDescription``.
  let tables: [LoadedTable]
  let title: String?
}

public struct NetworkLoader {
  /// Reads all sources as one network.
  /// - Throws: where nothing sensible can be read; every error has code, message, place and help.
  public static func load(
    _ sources: [DataSource], options: LoadOptions = LoadOptions()
  ) throws(LoadError) -> LoadResult {
    var loader = NetworkLoader(options: options)
    for source in sources { try loader.add(source) }
    return try loader.finish()
  }

  private let options: LoadOptions
  private var tasks: [TableTask] = []
  private var packages: [PackageSpec] = []
  private var name: String?
  private let general: FaultCollector
  private var places: [String] = []

  private init(options: LoadOptions) {
    self.options = options
    general = FaultCollector(file: "", limit: options.faultLimit)
  }

  private var threads: Int { options.threads ?? min(4, Workers.processors) }

  // MARK: Sources

  private mutating func add(_ source: DataSource) throws(LoadError) {
    switch source.place {
    case .tree(let tree): try add(tree)
    case .standardInput:
      places.append("standard input")
      let bytes = try SystemFiles.readStandardInput()
      add(
        task: "input", file: "standard input", path: "input", bytes, format: nil, mayBeOther: false)
    case .path(let path):
      switch SystemFiles.kind(path) {
      case .folder: try add(FolderTree(path))
      case .nothing: throw Messages.noSuchFile(path, in: nil)
      default:
        let (folder, file) = split(path)
        if file == "datapackage.json" {
          try addPackage(FolderTree(folder))
        } else {
          places.append(path)
          let bytes = try SystemFiles.read(path)
          let base = stem(file)
          if name == nil { name = base }
          add(task: base, file: path, path: file, bytes, format: format(file), mayBeOther: false)
        }
      }
    }
  }

  private mutating func add(_ tree: any FileTree) throws(LoadError) {
    places.append(tree.name)
    let names = try tree.names().sorted()
    if names.contains("datapackage.json") {
      try addPackage(tree)
      return
    }
    if name == nil { name = split(tree.name).file }
    for file in names {
      let shown = "\(tree.name)/\(file)"
      switch ending(file) {
      case "csv", "tsv", "psv", "tab", "json", "ndjson", "jsonl":
        add(
          task: stem(file), file: shown, path: file, try tree.read(file), format: format(file),
          mayBeOther: true)
      case "gz", "zst", "zip", "xlsx", "xls", "ods", "sqlite", "db", "parquet", "geojson":
        general.add(
          .skippedFile, file: shown, text: file,
          done: "it is left out: .\(ending(file)) is not read")
      default: continue
      }
    }
  }

  private mutating func addPackage(_ tree: any FileTree) throws(LoadError) {
    let file = "\(tree.name)/datapackage.json"
    let bytes = try tree.read("datapackage.json")
    let json = try JSONScanner.parse(bytes.bytes, file: file)
    let package = try PackageReader(file: file, tree: tree).read(json)
    if name == nil { name = package.name }
    for resource in package.resources {
      var parts: [FileBytes] = []
      for path in resource.paths {
        switch PackagePath.judge(path) {
        case .unsafe: throw Messages.unsafePath(path, file)
        case .parent:
          guard options.allowsParentPaths else { throw Messages.unsafePath(path, file) }
          general.add(
            .parentPath, file: file, text: path, done: "it is followed")
        case .inside: break
        }
        parts.append(try tree.read(path))
      }
      let bytes = parts.count == 1 ? parts[0] : joined(parts)
      var format = format(resource.paths[0])
      switch resource.format {
      case "csv", "tsv": format = .delimited
      case "json", "ndjson", "jsonl": format = .json
      default: break
      }
      tasks.append(
        TableTask(
          name: resource.name, file: "\(tree.name)/\(resource.paths[0])", path: resource.paths[0],
          bytes: bytes, spec: resource, format: format, faultLimit: options.faultLimit,
          mayBeOther: false))
    }
    packages.append(package)
  }

  /// Parts of one table, each ended by a line end.
  private func joined(_ parts: [FileBytes]) -> FileBytes {
    var out: [UInt8] = []
    for part in parts {
      out += part.bytes
      if let last = out.last, last != 0x0A { out.append(0x0A) }
    }
    return FileBytes(out)
  }

  private mutating func add(
    task name: String, file: String, path: String, _ bytes: FileBytes, format: TableTask.Format?,
    mayBeOther: Bool
  ) {
    tasks.append(
      TableTask(
        name: name, file: file, path: path, bytes: bytes, spec: nil, format: format,
        faultLimit: options.faultLimit, mayBeOther: mayBeOther))
  }

  private func split(_ path: String) -> (folder: String, file: String) {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  private func ending(_ file: String) -> String {
    file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() } ?? ""
  }

  private func stem(_ file: String) -> String {
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }

  private func format(_ file: String) -> TableTask.Format? {
    switch ending(file) {
    case "csv", "tsv", "psv", "tab": .delimited
    case "json", "ndjson", "jsonl": .json
    default: nil
    }
  }

  // MARK: Passes

  /// Where the workers put what they read; each slot is written by one thread.
  private final class Slots: @unchecked Sendable {
    var tables: [Result<[TableDraft], LoadError>]
    let collectors: [FaultCollector]
    private let lock = FileLock()

    init(_ tasks: [TableTask]) {
      tables = Array(repeating: .success([]), count: tasks.count)
      collectors = tasks.map { FaultCollector(file: $0.file, limit: $0.faultLimit) }
    }

    func put(_ number: Int, _ result: Result<[TableDraft], LoadError>) {
      lock.with { tables[number] = result }
    }
  }

  private mutating func finish() throws(LoadError) -> LoadResult {
    let place = places.first ?? "the data"
    if tasks.isEmpty { throw Messages.noData(place) }
    var seen: Set<String> = []
    for task in tasks where !seen.insert(task.name).inserted {
      throw Messages.duplicateResource(task.name, task.file)
    }
    let (tables, collectors) = try readAll()
    if tables.isEmpty {
      if tasks.count == 1 { throw Messages.emptyFile(tasks[0].file) }
      throw Messages.noData(place)
    }
    tasks = []
    var network = try Passes.network(tables, named: name ?? "network", threads: threads)
    try addPackages(to: &network)
    let report = FaultCollector.report(collectors + [general])
    if options.strict, report.faultCount > 0 {
      throw Messages.strict(report.faultCount, report.faults.first { $0.kind.isFault })
    }
    return LoadResult(
      network: network, faults: report,
      tables: tables.map { LoadedTable($0, tables, network.schema) },
      title: packages.first?.title)
  }

  private func readAll() throws(LoadError) -> ([TableDraft], [FaultCollector]) {
    let tasks = self.tasks
    let slots = Slots(tasks)
    // The largest first, so that the threads end together.
    let order = tasks.indices.sorted { tasks[$0].bytes.bytes.count > tasks[$1].bytes.bytes.count }
    let total = tasks.reduce(0) { $0 + $1.bytes.bytes.count }
    let threads = total < 1 << 18 ? 1 : self.threads
    Workers.run(tasks.count, threads: threads) { number in
      let place = order[number]
      let result: Result<[TableDraft], LoadError>
      do throws(LoadError) {
        result = .success(try FileTableReader.read(tasks[place], slots.collectors[place]))
      } catch {
        result = .failure(error)
      }
      slots.put(place, result)
    }
    var tables: [TableDraft] = []
    for result in slots.tables { tables += try result.get() }
    return (tables, slots.collectors)
  }

  /// What packages say about the network as a whole.
  private func addPackages(to network: inout Network) throws(LoadError) {
    for package in packages {
      network.attribution += package.attribution
      if !package.about.isEmpty {
        network.about += (network.about.isEmpty ? "" : "\n") + package.about
      }
      for absence in package.absences {
        let known = network.schema.collections.map(\.name)
        guard let collection = known.firstIndex(of: absence.collection) else {
          throw Messages.unknownName(
            "\"absent\"", absence.collection, "datapackage.json",
            nearest: Spelling.nearest(absence.collection, known))
        }
        for value in absence.values {
          network.absences.append(
            AbsenceNote(
              collection: collection, field: absence.field, value: value, note: absence.note))
        }
      }
    }
  }
}
