internal import TextModel

/// What stands around an ambiguous name, as features that do not depend on the name itself: so what is
/// learnt from 小米 and 苹果 holds for 联想 and for a user's own names.
struct ContextFeatures {
  private let window: TokenWindow

  init(_ window: TokenWindow) { self.window = window }

  private var tokens: [Token] { window.tokens }
  private var layout: TokenLayout { window.layout }

  /// How near a cue of the name stands.
  enum Cue: String {
    case none, near, same

    /// The nearer the more.
    var nearness: Int {
      switch self {
      case .none: 0
      case .near: 1
      case .same: 2
      }
    }
  }

  /// The features of a name.
  ///
  /// - Parameters:
  ///   - name: Its tokens.
  ///   - sentence: The number of its sentence.
  ///   - cue: Whether a cue stands in its sentence, or in the next or the last one.
  ///   - names: The tokens of the names beyond doubt, in order.
  /// - Complexity: O(*n*) in the length of the sentence.
  func features(
    of name: Range<Int>, sentence: Int, cue: Cue, names: [Range<Int>]
  ) -> [String] {
    let first = tokens[name.lowerBound]
    return surroundings(of: name, sentence: sentence, names: names) + [
      "bias", "cue=\(cue.rawValue)", "tokens=\(min(name.count, 2))",
      "class=\(first.partOfSpeech.tag)",
      "model=\(first.nameTag.label?.rawValue ?? "-")\(min(first.nameTag.confidence / 3, 2))",
    ]
  }

  /// The features that tell nothing of the name itself.
  func surroundings(of name: Range<Int>, sentence: Int, names: [Range<Int>]) -> [String] {
    let own = layout.tokens(ofSentence: sentence)
    var features: [String] = []
    for (place, index) in [
      ("-2", name.lowerBound - 2), ("-1", name.lowerBound - 1), ("+1", name.upperBound),
      ("+2", name.upperBound + 1),
    ] {
      guard own.contains(index) else {
        features.append("\(place)=#")
        continue
      }
      if place == "-1" || place == "+1" { features.append("\(place)=\(window.string(of: index))") }
      features.append("\(place)class=\(tokens[index].partOfSpeech.tag)")
    }
    let before = own.contains(name.lowerBound - 1) ? tokens[name.lowerBound - 1] : nil
    let after = own.contains(name.upperBound) ? tokens[name.upperBound] : nil
    features.append(
      "between=\(before?.partOfSpeech.tag ?? "#") \(after?.partOfSpeech.tag ?? "#")")
    if names.contains(where: { own.overlaps($0) }) { features.append("names") }
    if names.contains(where: { isListed(name, beside: $0) }) { features.append("listed") }
    return features
  }

  /// Whether only 、 or a conjunction stands between two names.
  private func isListed(_ name: Range<Int>, beside other: Range<Int>) -> Bool {
    let gap =
      other.lowerBound >= name.upperBound
      ? name.upperBound..<other.lowerBound
      : other.upperBound..<max(other.upperBound, name.lowerBound)
    guard gap.count == 1 else { return false }
    return Self.conjunctions.contains(window.packed(gap.lowerBound))
  }

  private static let conjunctions = PackedWords("、 和 与 及 跟 以及 /")
}
