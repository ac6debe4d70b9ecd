// Comes in: a path. Goes out: the scripts it means: itself, or every `*.hora` below a folder, by name.

enum ScriptFiles {
  /// - Throws: a usage error for a folder without scripts, as a check of nothing passes too easily.
  static func all(_ paths: [String]) throws -> [String] {
    try paths.flatMap { path in
      guard UserFolders.isFolder(path) else { return [path] }
      let found = below(path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path)
      guard !found.isEmpty else { throw UsageError(CommandMessages.noScripts(path)) }
      return found
    }
  }

  private static func below(_ folder: String) -> [String] {
    UserFolders.files(folder).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let inner = folder + "/" + name
      if name.hasSuffix(".hora") { return [inner] }
      // A link may lead back up.
      return UserFolders.isFolder(inner) && !UserFolders.isLink(inner) ? below(inner) : []
    }
  }
}
