public import TextModel

/// Tokens as tab-separated rows: document, start, end, token, word class.
public struct TokenRows: Sendable {
  private let unit: AnalysisJSON.OffsetUnit

  /// The names of the columns.
  public static let header = "id\tstart\tend\ttoken\tpos\n"

  public init(offsets unit: AnalysisJSON.OffsetUnit = .scalar) {
    self.unit = unit
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
      for token in analysis.tokens {
        rows += id
        rows += "\t\(offsets.offset(ofByte: Int(token.span.start)))".utf8
        rows += "\t\(offsets.offset(ofByte: Int(token.span.end)))\t".utf8
        rows += Self.cell(utf8[token.span.range])
        rows += "\t\(token.partOfSpeech.tag)\n".utf8
      }
    }
    return rows
  }

  private static func cell(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
  }
}
