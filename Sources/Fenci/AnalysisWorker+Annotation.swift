public import Segmentation
internal import TextModel

extension AnalysisWorker {
  /// A text's words, with their classes and names, in the form of an annotated sentence.
  ///
  /// - Throws: `ICUError` if ICU refuses the text.
  public func annotated(_ text: String) throws -> AnnotatedSentence {
    let analysis = try analysis(of: Document(id: "-", text: text))
    return Self.annotated(analysis)
  }

  /// A sentence with the classes that a model gives its words.
  ///
  /// - Throws: `ICUError` if ICU refuses the text.
  /// - Precondition: the engine is a model.
  public func tagged(_ sentence: AnnotatedSentence) throws -> AnnotatedSentence {
    var ends: Set<UInt32> = []
    var end: UInt32 = 0
    for word in sentence.words {
      end += UInt32(word.text.utf8.count)
      ends.insert(end)
      if word.isFollowedBySpace { end += 1 }
    }
    let document = Document(id: "-", text: sentence.text)
    let tokens = try segmenter.tokens(in: document, wordsEndingAt: ends)
    return Self.annotated(Analysis(document: document, tokens: tokens))
  }

  private static func annotated(_ analysis: Analysis) -> AnnotatedSentence {
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
