/// What a text is known by when it comes again: a hash of its letters and numbers, and a sketch from which
/// its likeness to other texts is estimated.
public struct TextFingerprint: Hashable, Sendable {
  /// The number of letters of the text, where a number stands for six.
  public let letterCount: Int
  /// A hash of the letters and numbers in their order; texts that differ in white space, marks, width or
  /// case only have the same.
  public let hash: UInt64
  /// Nil for a text of fewer letters than `minimumLetters`, which only an exact copy can repeat.
  public let sketch: TextSketch?

  /// The fewest letters of a text that has a sketch: in less than a sentence a word more or less is another
  /// text.
  public static let minimumLetters = 30

  /// - Complexity: O(*n*) in the bytes of the text.
  public init(of text: String) {
    var scanner = LetterScanner()
    self.init(of: text, scanner: &scanner)
  }

  /// The fingerprints of many texts.
  public static func all(of texts: some Sequence<String>) -> [TextFingerprint] {
    var scanner = LetterScanner()
    return texts.map { TextFingerprint(of: $0, scanner: &scanner) }
  }

  private init(of text: String, scanner: inout LetterScanner) {
    var text = text
    text.withUTF8 { scanner.scan($0) }
    let letters = scanner.letters
    letterCount = letters.count
    var hash = UInt64(letters.count)
    for letter in letters {
      hash = (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    self.hash = Self.mixed(hash)
    sketch = letters.count < Self.minimumLetters ? nil : TextSketch(of: letters)
  }

  /// A hash whose every bit depends on every bit: the finishing step of Appleby's MurmurHash3 (public
  /// domain).
  static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}
