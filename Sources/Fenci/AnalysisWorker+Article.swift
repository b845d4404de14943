public import TextModel

extension AnalysisWorker {
  /// The words and names of a document and, apart, of its title.
  ///
  /// The title is the document's own; if it has none, the text's first line where that looks like a headline: short, and
  /// not ended as a sentence. The title is a text of its own: spans count from its begin.
  ///
  /// - Throws: `ICUError` if ICU refuses the text.
  public func article(of document: Document) throws -> (title: Analysis?, text: Analysis) {
    let document = Headline.split(document)
    return (try titleAnalysis(of: document), try analysis(of: document))
  }

  /// The same, a very long text in parts as in `forEachPart(of:_:)`: the title comes with the first.
  ///
  /// - Throws: `ICUError` if ICU refuses the text; whatever `body` throws.
  public func forEachPart(
    ofArticle document: Document, _ body: (_ title: Analysis?, _ text: Analysis) throws -> Void
  ) throws {
    let document = Headline.split(document)
    var title = try titleAnalysis(of: document)
    try forEachPart(of: document) { part in
      try body(title, part)
      title = nil
    }
  }

  private func titleAnalysis(of document: Document) throws -> Analysis? {
    guard let title = document.title, !title.isEmpty else { return nil }
    return try analysis(of: Document(id: document.id, text: title))
  }
}
