public import TextModel

/// Tokens as tab-separated rows: document, start, end, token, word class. With the granularity `search`
/// also a row for each inner word, behind its token's, and a last column `inner`: 1 for an inner word, 0
/// for a token.
public struct TokenRows: Sendable {
  private let unit: AnalysisJSON.OffsetUnit
  private let granularity: Granularity

  public init(
    offsets unit: AnalysisJSON.OffsetUnit = .scalar, granularity: Granularity = .word
  ) {
    self.unit = unit
    self.granularity = granularity
  }

  /// The names of the columns.
  public var header: String {
    "id\tstart\tend\ttoken\tpos" + (granularity == .search ? "\tinner\n" : "\n")
  }

  /// The rows of a document. Tabs and line ends inside an identifier or a token become spaces.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func bytes(of analysis: Analysis) -> [UInt8] {
    var rows: [UInt8] = []
    let id = Self.cell(analysis.document.id.utf8)
    var text = analysis.document.text
    text.withUTF8 { utf8 in
      var offsets = OffsetCounter(utf8, unit: unit)
      func append(_ token: Token, inner: Int) {
        let span = offsets.offsets(of: token.span)
        rows += id
        rows += "\t\(span.lowerBound)\t\(span.upperBound)\t".utf8
        rows += Self.cell(utf8[token.span.range])
        rows += "\t\(token.partOfSpeech.tag)".utf8
        rows += (granularity == .search ? "\t\(inner)\n" : "\n").utf8
      }
      analysis.forEachToken { token, innerWords in
        append(token, inner: 0)
        for word in innerWords { append(word, inner: 1) }
      }
    }
    return rows
  }

  private static func cell(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
  }
}
