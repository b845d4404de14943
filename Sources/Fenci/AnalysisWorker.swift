internal import Entities
public import Segmentation
public import TextModel

/// The stages joined for one thread: a segmenter and a tagger with their working memory.
///
/// Use a worker from one thread at a time.
public final class AnalysisWorker: @unchecked Sendable {
  // Safe to pass on: `WorkerPool` lends a worker to one task at a time.
  public let segmenter: Segmenter
  /// Nil if inner words are not asked for.
  let innerWordFinder: InnerWordFinder?
  let tagger: EntityTagger?

  /// A longer document is analysed in parts of about this many bytes, so that memory does not grow
  /// with it.
  static let partSize = 1 << 20

  init(_ analyzer: Analyzer) throws {
    segmenter = try Segmenter(
      analyzer.dictionaries, engine: analyzer.engine, tagsWords: analyzer.tagsWords)
    innerWordFinder =
      analyzer.granularity == .search ? InnerWordFinder(analyzer.dictionaries) : nil
    var marksNames = false
    if case .model(_, let standard) = analyzer.engine {
      marksNames = standard.marksNames && analyzer.tagsWords
    }
    tagger =
      analyzer.findsEntities
      ? EntityTagger(
        analyzer.dictionaries, findsUnlisted: analyzer.findsUnlistedNames,
        marksNames: marksNames) : nil
  }

  /// The words and names of a document.
  ///
  /// - Throws: `ICUError` if ICU refuses the text.
  public func analysis(of document: Document) throws -> Analysis {
    tagger?.beginDocument()
    return try partAnalysis(of: document)
  }

  /// Calls `body` with the analysis of each part of a document: of the whole of it, unless it is very
  /// long. The parts' texts make up the document's, and spans count from the part's begin.
  ///
  /// - Throws: `ICUError` if ICU refuses the text; whatever `body` throws.
  public func forEachPart(of document: Document, _ body: (Analysis) throws -> Void) throws {
    guard document.text.utf8.count > Self.partSize else {
      return try body(try analysis(of: document))
    }
    tagger?.beginDocument()
    var rest = document
    var text = document.text
    var start = 0
    while start < text.utf8.count {
      rest.text = text.withUTF8 { utf8 in
        let end = TextWindow.end(in: utf8, from: start, size: Self.partSize)
        defer { start = end }
        return String(decoding: utf8[start..<end], as: UTF8.self)
      }
      try body(try partAnalysis(of: rest))
    }
  }

  private func partAnalysis(of document: Document) throws -> Analysis {
    let tokens = try segmenter.tokens(in: document)
    var analysis = Analysis(document: document, tokens: tokens)
    if let innerWordFinder {
      analysis.innerWords = try innerWordFinder.innerWords(of: tokens, in: document)
    }
    if let tagger {
      var text = document.text
      analysis.mentions = text.withUTF8 { tagger.mentions(in: $0, baseOffset: 0, tokens: tokens) }
    }
    return analysis
  }
}
