import Fenci

extension Session {
  /// Writes counts of this run, with all that they depend on, to a file.
  func save(_ table: FrequencyTable, _ analysis: AnalysisOptions, to path: String) throws {
    do {
      try saved(table, analysis).write(to: path)
    } catch let error as FileError {
      throw CommandFailure(error)
    }
  }

  private func saved(_ table: FrequencyTable, _ analysis: AnalysisOptions) throws -> SavedCounts {
    let compiled = analyzer.dictionaries.compiled
    var settings = [
      ("version", FenciVersion.current), ("icu", FenciVersion.icu),
      ("unicode", FenciVersion.unicode), ("engine", analysis.engine.rawValue),
    ]
    if case .model(let model, let standard) = analyzer.engine {
      settings += [("model", model.sourceHash), ("standard", standard.name)]
    }
    settings += [
      ("dictionaries", compiled.sourceHash), ("dictionaryICU", compiled.information.icuVersion),
      ("userDictionaries", try Self.hash(ofFiles: analysis.userDictionaries)),
      ("granularity", analyzer.granularity.rawValue), ("terms", table.selection.rawValue),
      ("copies", documents == nil ? "kept" : "once"),
    ]
    return SavedCounts(
      table: table,
      settings: settings.map { SavedCounts.Setting(name: $0, value: $1) },
      documents: documents?.count
        ?? DocumentCount(raw: table.documentCount, unique: table.documentCount),
      fingerprints: documents?.hashes ?? [])
  }

  /// The SHA-256 of the contents of files; `none` if there are none.
  private static func hash(ofFiles paths: [String]) throws -> String {
    if paths.isEmpty { return "none" }
    let texts = try paths.map { try FileAccess.text(at: $0) }
    return Array(texts.joined(separator: "\u{0}").utf8).withUnsafeBytes {
      SHA256.hexadecimalDigest(of: $0)
    }
  }
}
