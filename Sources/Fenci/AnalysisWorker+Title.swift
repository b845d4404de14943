public import TextModel

extension AnalysisWorker {
  /// The words and names of a document's title; nil if it has none.
  ///
  /// The title is its own text: spans count from its begin. Call it before the text of the same document is analysed.
  ///
  /// - Throws: `ICUError` if ICU refuses the title.
  public func titleAnalysis(of document: Document) throws -> Analysis? {
    guard let title = document.title, !title.isEmpty else { return nil }
    return try analysis(of: Document(id: document.id, text: title))
  }
}
