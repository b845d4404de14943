public import Entities
internal import TextModel

extension AnalysisWorker {
  /// What there is to learn from a sentence about its ambiguous name; nil if the name is not found there, or is
  /// not ambiguous.
  ///
  /// - Throws: `ICUError` if ICU refuses the text.
  public func contextExample(of sentence: ContextSentence) throws -> ContextTrainer.Example? {
    let document = Document(id: "-", text: sentence.text)
    let tokens = try segmenter.tokens(in: document)
    return tagger?.contextSamples(in: document, tokens: tokens)
      .first { $0.start == sentence.start }
      .map {
        // The name as the file has it: the directions of names are found by it.
        var sample = $0.sample
        sample.name = sentence.name
        return ContextTrainer.Example(sample, isEntity: sentence.isEntity)
      }
  }

  /// Whether the name of a sentence is taken for an entity.
  ///
  /// - Throws: `ICUError` if ICU refuses the text.
  public func findsEntity(in sentence: ContextSentence) throws -> Bool {
    try analysis(of: Document(id: "-", text: sentence.text)).mentions.contains {
      $0.span.start <= sentence.start && sentence.start < $0.span.end
        && $0.span.start >= sentence.start
        && ($0.evidence == .context || $0.evidence == .gazetteer || $0.evidence == .user)
    }
  }
}
