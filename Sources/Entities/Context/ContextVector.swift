internal import Lexicons
internal import TextModel

/// What a place in a text is about, as a direction: the sum of the vectors of the words around it, the nearer the
/// heavier, made one long.
struct ContextVector {
  private let vectors: WordVectors
  private let window: TokenWindow
  /// The number of each token's vector, looked up when first asked for: names stand close together.
  private var numbers: [Int32] = []

  init(vectors: WordVectors, window: TokenWindow) {
    self.vectors = vectors
    self.window = window
  }

  /// A token that has not been asked about, and one without a vector.
  private static let unknown: Int32 = -2
  private static let none: Int32 = -1

  /// The furthest word that is looked at, in tokens.
  private static let reach = 40
  /// How fast the weight of a word falls with its distance.
  private static let decay: Float = 0.15

  /// The direction at a name; empty if there are no vectors, zeros if no word around has one.
  ///
  /// - Parameters:
  ///   - name: Its tokens, which are left out.
  ///   - sentence: The number of its sentence; the neighbouring ones are looked at too.
  /// - Complexity: O(*d*) a word, for *d* components.
  mutating func direction(at name: Range<Int>, sentence: Int) -> [Float] {
    guard vectors.dimension > 0 else { return [] }
    if numbers.isEmpty { numbers = [Int32](repeating: Self.unknown, count: window.count) }
    let layout = window.layout
    let first = layout.tokens(ofSentence: max(0, sentence - 1)).lowerBound
    let last = layout.tokens(
      ofSentence: min(layout.sentenceStarts.count - 1, sentence + 1)
    ).upperBound
    let near =
      max(first, name.lowerBound - Self.reach)..<min(last, name.upperBound + Self.reach)
    var sum = [Float](repeating: 0, count: vectors.dimension)
    for token in near where !name.contains(token) {
      if numbers[token] == Self.unknown { numbers[token] = vectorNumber(of: token) }
      guard numbers[token] != Self.none else { continue }
      let distance =
        token < name.lowerBound ? name.lowerBound - token : token - name.upperBound + 1
      vectors.add(Int(numbers[token]), times: 1 / (1 + Self.decay * Float(distance)), to: &sum)
    }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? sum.map { $0 / length } : sum
  }

  /// Whether a word says what the text is about.
  private static func tells(_ token: Token) -> Bool {
    switch token.partOfSpeech {
    case .noun, .properNoun, .verb, .adjective, .adverb, .numeral: true
    default: false
    }
  }

  private func vectorNumber(of token: Int) -> Int32 {
    guard Self.tells(window.tokens[token]),
      let unit = vectors.trie.unit(
        of: window.positions(of: token..<token + 1), in: window.text.entries)
    else { return Self.none }
    return Int32(DoubleArray.weight(of: vectors.trie.units[unit]))
  }
}
