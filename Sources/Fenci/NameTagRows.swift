public import TextModel

/// Names as tags of tokens, the form in which taggers are trained and scored: a token and its tag a line
/// (`B-ORG`, `I-ORG`, `O`: IOB2), an empty line after each sentence, `# id = …` before each document.
public struct NameTagRows: Sendable {
  /// What a line is.
  public enum Unit: Sendable {
    case word
    case character
  }

  private let unit: Unit

  public init(_ unit: Unit) { self.unit = unit }

  /// The lines of a document.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func bytes(of analysis: Analysis) -> [UInt8] {
    var output = Array("# id = ".utf8)
    output += analysis.document.id.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    output.append(0x0A)
    var text = analysis.document.text
    text.withUTF8 { utf8 in
      var nextMention = 0
      var isInSentence = false
      var hasEnded = false
      var position = 0
      for (index, token) in analysis.tokens.enumerated() {
        let surface = utf8[token.span.range]
        // A quotation mark that closes belongs to the sentence before it.
        let endsBefore =
          utf8[position..<Int(token.span.start)].contains(0x0A)
          || hasEnded && !Self.closing.contains(String(decoding: surface, as: UTF8.self))
        if endsBefore, isInSentence {
          output.append(0x0A)
          isInSentence = false
        }
        hasEnded =
          (endsBefore ? false : hasEnded)
          || Self.sentenceEnds.contains(String(decoding: surface, as: UTF8.self))
        position = Int(token.span.end)
        while nextMention < analysis.mentions.count,
          analysis.mentions[nextMention].tokens.upperBound <= index
        {
          nextMention += 1
        }
        let mention = nextMention < analysis.mentions.count ? analysis.mentions[nextMention] : nil
        let isInside = mention?.tokens.contains(index) == true
        append(
          surface, label: isInside ? mention?.label : nil,
          begins: index == mention?.tokens.lowerBound, to: &output)
        isInSentence = true
      }
    }
    output.append(0x0A)
    return output
  }

  private func append(
    _ surface: Slice<UnsafeBufferPointer<UInt8>>, label: EntityLabel?, begins: Bool,
    to output: inout [UInt8]
  ) {
    func line(_ bytes: some Sequence<UInt8>, begins: Bool) {
      // White space inside a token would be taken for the end of the cell or of the line.
      output += bytes.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x20 ? 0x5F : $0 }
      output += (label.map { "\t\(begins ? "B" : "I")-\($0)\n" } ?? "\tO\n").utf8
    }
    switch unit {
    case .word: line(surface, begins: begins)
    case .character:
      for (index, character) in String(decoding: surface, as: UTF8.self).enumerated() {
        line(character.utf8, begins: begins && index == 0)
      }
    }
  }

  private static let sentenceEnds: Set<String> = ["。", "！", "？", "!", "?", "……"]
  private static let closing: Set<String> = ["”", "’", "」", "』", "）", ")", "》", "\"", "'"]
}
