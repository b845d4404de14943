public import Segmentation
internal import TextModel

extension AnalysisWorker {
  /// A text's words, with their classes and names, in the form of an annotated sentence.
  ///
  /// - Throws: `ICUError` if ICU refuses the text.
  public func annotated(_ text: String) throws -> AnnotatedSentence {
    let analysis = try analysis(of: Document(id: "-", text: text))
    var mention = 0
    let words = analysis.tokens.map { token -> AnnotatedWord in
      while mention < analysis.mentions.count,
        analysis.mentions[mention].span.end <= token.span.start
      {
        mention += 1
      }
      var word = AnnotatedWord(
        String(analysis.document[token.span]), partOfSpeech: token.partOfSpeech)
      if mention < analysis.mentions.count,
        analysis.mentions[mention].span.start <= token.span.start
      {
        word.name = AnnotatedWord.NamePart(
          analysis.mentions[mention].label,
          isFirst: analysis.mentions[mention].span.start == token.span.start)
      }
      return word
    }
    return AnnotatedSentence(words)
  }
}
