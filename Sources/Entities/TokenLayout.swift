internal import ICU
internal import Lexicons
internal import TextModel

/// Where the tokens and the sentences of a window lie, counted in scalars.
struct TokenLayout {
  /// For each token the position of its first scalar, and the one after its last.
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []
  /// The index of the first token of each sentence.
  private(set) var sentenceStarts: [Int] = [0]

  var count: Int { starts.count }

  init(_ tokens: [Token], of text: ScalarText, baseOffset: Int) {
    let offsets = text.offsets
    var ends: [Int] = []
    starts = [Int](unsafeUninitializedCapacity: tokens.count) { starts, count in
      ends = [Int](unsafeUninitializedCapacity: tokens.count) { ends, endCount in
        var position = 0
        for (index, token) in tokens.enumerated() {
          let start = UInt32(truncatingIfNeeded: Int(token.span.start) - baseOffset)
          let end = UInt32(truncatingIfNeeded: Int(token.span.end) - baseOffset)
          while offsets[position] < start {
            if CharacterTable.mark(of: text.entries[position]) == UInt8(ascii: "\n") {
              beginSentence(at: index)
            }
            position &+= 1
          }
          starts[index] = position
          while offsets[position] < end { position &+= 1 }
          ends[index] = position
          if token.kind == .punctuation,
            CharacterTable.isSentenceEnd(mark: CharacterTable.mark(of: text.entries[position - 1]))
          {
            beginSentence(at: index + 1)
          }
        }
        endCount = tokens.count
      }
      count = tokens.count
    }
    self.ends = ends
  }

  /// The tokens of a sentence.
  func tokens(ofSentence sentence: Int) -> Range<Int> {
    let end = sentence + 1 < sentenceStarts.count ? sentenceStarts[sentence + 1] : count
    return sentenceStarts[sentence]..<max(sentenceStarts[sentence], end)
  }

  /// Whether the scalar is white space between a Chinese and another character: in 智谱 AI it is not
  /// looked at.
  func isFoldedSpace(_ position: Int, in text: ScalarText) -> Bool {
    guard classValue(position, text) == CharacterClass.space.rawValue, position > 0,
      position + 1 < text.count
    else { return false }
    let han = CharacterClass.han.rawValue
    let before = classValue(position - 1, text)
    let after = classValue(position + 1, text)
    guard after != CharacterClass.space.rawValue, before != CharacterClass.space.rawValue else {
      return false
    }
    return (before == han) != (after == han)
  }

  private func classValue(_ position: Int, _ text: ScalarText) -> UInt8 {
    CharacterTable.classValue(of: text.entries[position])
  }

  private mutating func beginSentence(at token: Int) {
    if sentenceStarts[sentenceStarts.count - 1] != token { sentenceStarts.append(token) }
  }
}
