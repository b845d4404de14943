import Fenci

/// What must hold for files of tables: they are refused with an error, or can be worked with.
enum TableCheck {
  private static let text = "智谱AI发布新模型GPT-4o，北京大学研究生在2026年1月8日说：價格不是3港元。"

  static func userDictionary(_ bytes: [UInt8]) {
    ScratchFile.with(bytes) { path in
      var dictionary = UserDictionary()
      guard (try? dictionary.read(path: path)) != nil else { return }
      guard let compiled = installed,
        let dictionaries = try? Dictionaries(compiled, user: dictionary)
      else { return }
      analyze(Analyzer(dictionaries))
    }
  }

  static func dictionaries(_ bytes: [UInt8]) {
    ScratchFile.with(bytes) { path in
      guard let compiled = try? CompiledDictionaries(path: path) else { return }
      _ = compiled.information
      _ = compiled.stopWords()
      _ = compiled.background()
      guard let dictionaries = try? Dictionaries(compiled) else { return }
      analyze(Analyzer(dictionaries))
    }
  }

  static func model(_ bytes: [UInt8]) {
    ScratchFile.with(bytes) { path in
      guard let compiled = installed, let dictionaries = try? Dictionaries(compiled),
        let model = try? SequenceModel(path: path), let standard = try? model.standard(named: nil)
      else { return }
      analyze(Analyzer(dictionaries, engine: .model(model, standard: standard)))
    }
  }

  /// Small dictionaries that are well, as Tests/Fuzz/run makes them.
  private static let installed = try? CompiledDictionaries(
    path: try InstalledFile.dictionaries.located(path: nil))

  private static func analyze(_ analyzer: Analyzer) {
    let document = Document(id: "1", text: text)
    guard let analysis = try? analyzer.analysis(of: document) else { return }
    var end = 0
    for token in analysis.tokens {
      precondition(token.span.range.lowerBound >= end, "tokens overlap")
      end = token.span.range.upperBound
    }
    precondition(end <= text.utf8.count, "a token beyond the text")
  }
}
