internal import ICU
public import TextModel

/// Text with its words set apart: a line for each line of the text, one separator between tokens. With
/// the granularity `search` each token is followed by its inner words: `清华大学 清华 华大 大学`.
public struct SegmentedText {
  /// Whether each token is followed by its word class.
  public enum Annotation: Sendable {
    case none
    /// `word/TAG`
    case partOfSpeech
  }

  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private let annotation: Annotation
  private var isAtLineStart = true

  public init(annotation: Annotation = .none) {
    self.annotation = annotation
  }

  /// Writes a document's text, and ends its last line if `endsLine`.
  ///
  /// - Throws: `ICUError` if ICU refuses the text.
  /// - Complexity: O(*n*); room is needed for the tokens of one window only.
  public mutating func append(
    _ document: Document, using worker: AnalysisWorker, endsLine: Bool
  ) throws {
    var text = document.text
    let whole = text
    let annotation = self.annotation
    let finder = worker.innerWordFinder
    var innerWords: [Token] = []
    var isAtLineStart = self.isAtLineStart
    var output = ByteBuffer(takingOver: &bytes)
    defer { bytes = output.finish() }
    var position = 0
    try text.withUTF8 { utf8 in
      try worker.segmenter.forEachWindow(of: whole) { tokens throws(ICUError) in
        innerWords.removeAll(keepingCapacity: true)
        try finder?.appendInnerWords(of: tokens, in: utf8, to: &innerWords)
        var next = 0
        // A separator and the token's own bytes, a tag of at most six, and the line ends between.
        output.reserve(
          (tokens.last.map { Int($0.span.end) } ?? position) - position
            + innerWords.reduce(0) { $0 + $1.span.count } + 7 * (tokens.count + innerWords.count))
        for token in tokens {
          let start = Int(token.span.start)
          if position < start {
            for byte in utf8[position..<start] where byte == 0x0A {
              output.append(0x0A)
              isAtLineStart = true
            }
          }
          position = Int(token.span.end)
          if !isAtLineStart { output.append(0x20) }
          isAtLineStart = false
          Self.write(token, of: utf8, annotation, to: &output)
          while next < innerWords.count, innerWords[next].span.start < token.span.end {
            output.append(0x20)
            Self.write(innerWords[next], of: utf8, annotation, to: &output)
            next += 1
          }
        }
      }
      output.reserve(utf8.count - position + 1)
      for byte in utf8[position...] where byte == 0x0A {
        output.append(0x0A)
        isAtLineStart = true
      }
    }
    if endsLine, !isAtLineStart {
      output.append(0x0A)
      isAtLineStart = true
    }
    self.isAtLineStart = isAtLineStart
  }

  @inline(__always)
  private static func write(
    _ token: Token, of utf8: UnsafeBufferPointer<UInt8>, _ annotation: Annotation,
    to output: inout ByteBuffer
  ) {
    output.append(utf8, Int(token.span.start), Int(token.span.end))
    if annotation == .partOfSpeech {
      output.append(UInt8(ascii: "/"))
      for byte in token.partOfSpeech.tag.utf8 { output.append(byte) }
    }
  }
}
