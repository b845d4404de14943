internal import TextModel

/// Finds names on no list: the words that the model of the word standard takes for names.
struct NameFinder {
  private let window: TokenWindow

  init(_ window: TokenWindow) { self.window = window }

  /// A name that the model found.
  struct Name {
    let tokens: Range<Int>
    var label: EntityLabel
    var score: Float
  }

  /// The name that begins with a token, if one does.
  ///
  /// Several words are one name where the model says so, and where dots, hyphens or, in Latin letters, spaces stand
  /// between the parts of a foreign person's name.
  ///
  /// - Complexity: O(*n*) in the length of the name.
  func name(at token: Int) -> Name? {
    let tokens = window.tokens
    // Asked first: most tokens begin no name, and to hand on the window costs more than that.
    let tag = tokens[token].nameTag
    guard tag.isName, let label = tag.label, let marked = window.markedName(at: token) else {
      return nil
    }
    var end = marked.upperBound
    var confidence = tokens[token].nameTag.confidence
    for word in marked.dropFirst() { confidence = min(confidence, tokens[word].nameTag.confidence) }
    if label == .person {
      while end + 1 < tokens.count, isDot(end) || isHyphen(end, from: token),
        window.touches(end - 1, end), window.touches(end, end + 1),
        tokens[end + 1].nameTag.label == .person
      {
        confidence = max(confidence, tokens[end + 1].nameTag.confidence)
        end += 2
      }
      while end < tokens.count, isSurname(end) { end += 1 }
      if end == token + 1, isFormOfAddress(token) { return nil }
    }
    var name = Name(tokens: token..<end, label: label, score: Self.score(label, confidence))
    if Ticker.follows(end - 1, in: window) {
      return Name(tokens: name.tokens, label: .organization, score: Self.scoreOfTicker)
    }
    guard name.score < NameEnding.score else { return name }
    if label == .person, hasTitleOrSpeaks(name.tokens) {
      name.score = Self.scoreOfPerson
      return name
    }
    guard let ending = NameEnding(of: name.tokens, in: window) else { return name }
    if ending.speaks(for: label) {
      name.score = NameEnding.score
    } else if label != .person, name.score < Self.leastTrusted, let told = ending.label {
      name.label = told
      name.score = NameEnding.score
    }
    return name
  }

  /// Whether a title stands before a person's name, or what persons do behind it.
  private func hasTitleOrSpeaks(_ name: Range<Int>) -> Bool {
    let before = name.lowerBound - 1
    let behind = name.upperBound
    return before >= 0 && window.touches(before, before + 1)
      && PersonWords.titles.contains(window.packed(before))
      || behind < window.count && Self.sayings.contains(window.packed(behind))
  }

  private static let sayings = PackedWords("说 表示 介绍 介绍说 告诉 认为 指出 透露 坦言 回忆 强调 回应 解释 建议 摄 补充")

  /// What was right of sixty such names that the model was not sure of.
  private static let scoreOfPerson: Float = 0.6

  /// Hardly ever anything else has a ticker behind it.
  private static let scoreOfTicker: Float = 0.9

  /// Below this score the ending of a name knows its label better than the model, but for persons: 顾钱江.
  private static let leastTrusted: Float = 0.4

  /// How often names of each degree of confidence were right on UNER GSDSimp's development sentences, smoothed.
  private static func score(_ label: EntityLabel, _ confidence: Int) -> Float {
    let base: [Float]
    switch label {
    case .person: base = [0.3, 0.42, 0.58, 0.68, 0.74, 0.77, 0.78, 0.8, 0.9, 0.93, 0.95, 0.96]
    case .place: base = [0.28, 0.36, 0.44, 0.5, 0.55, 0.58, 0.6, 0.62, 0.64, 0.75, 0.8, 0.85]
    default: base = [0.1, 0.2, 0.36, 0.4, 0.44, 0.47, 0.55, 0.6, 0.62, 0.64, 0.66, 0.68]
    }
    return base[min(confidence, base.count - 1)]
  }

  /// 张某, 李先生, 王总, 小张: a surname with a form of address is nobody's name.
  private func isFormOfAddress(_ token: Int) -> Bool {
    let characters = window.positions(of: token..<token + 1)
    func isOneOf(_ words: PackedWords, _ positions: Range<Int>) -> Bool {
      words.contains(window.packed(positions))
    }
    guard characters.count > 1 else { return true }
    let last = characters.suffix(1)
    let isAnonymous = characters.dropFirst().allSatisfy { isOneOf(Self.anonymous, $0..<$0 + 1) }
    switch characters.count {
    case 2:
      return isAnonymous || isOneOf(Self.familiar, characters.prefix(1))
        || isOneOf(Self.offices, last)
    case 3: return isAnonymous || isOneOf(PersonWords.formsOfAddress, characters.suffix(2))
    case 4: return isOneOf(PersonWords.formsOfAddress, characters.suffix(2))
    default: return false
    }
  }

  private static let anonymous = PackedWords("某")
  private static let familiar = PackedWords("小 老")
  private static let offices = PackedWords("总 董 姓")

  private func isDot(_ token: Int) -> Bool { Self.dots.contains(window.packed(token)) }

  /// Whether a token goes on with a person's name in Latin letters: Michael | Cudzil.
  private func isSurname(_ token: Int) -> Bool {
    let tokens = window.tokens
    return tokens[token].kind == .latin && tokens[token - 1].kind == .latin
      && tokens[token].nameTag.label == .person
      && tokens[token].span.start - tokens[token - 1].span.end == 1
  }

  /// A hyphen in a foreign name, 阿卜杜勒-迈赫迪: a hyphen between Chinese names stands for “and”.
  private func isHyphen(_ token: Int, from start: Int) -> Bool {
    Self.hyphens.contains(window.packed(token))
      && [start, token + 1].allSatisfy { part in
        part < window.count && !PersonWords.surnames.contains(window.packedFirst(of: part))
          && window.positions(of: part..<part + 1).count > 1
      }
  }

  private static let hyphens = PackedWords("- － –")
  private static let dots = PackedWords("· \u{387} • ・ ‧ ∙ ･ ．")
}
