internal import TextModel

/// Finds names on no list: the words that the model of the word standard takes for names.
struct NameFinder {
  private let tokens: [Token]
  private let window: UnsafeBufferPointer<UInt8>
  private let baseOffset: Int

  init(tokens: [Token], window: UnsafeBufferPointer<UInt8>, baseOffset: Int) {
    self.tokens = tokens
    self.window = window
    self.baseOffset = baseOffset
  }

  /// A name that the model found.
  struct Name {
    let tokens: Range<Int>
    let label: EntityLabel
    let score: Float
  }

  /// The name that begins with a token, if one does.
  ///
  /// Several words are one name where the model says so, and where dots stand between the parts of a
  /// foreign person's name.
  ///
  /// - Complexity: O(*n*) in the length of the name.
  func name(at token: Int) -> Name? {
    let tag = tokens[token].nameTag
    guard let label = tag.label, tag.isFirst else { return nil }
    var end = token + 1
    var confidence = tag.confidence
    while end < tokens.count, tokens[end].nameTag.label == label {
      if !tokens[end].nameTag.isFirst {
        confidence = min(confidence, tokens[end].nameTag.confidence)
        end += 1
      } else {
        break
      }
    }
    if label == .person {
      while end + 1 < tokens.count, isDot(end), touches(end - 1, end), touches(end, end + 1),
        tokens[end + 1].nameTag.label == .person
      {
        confidence = max(confidence, tokens[end + 1].nameTag.confidence)
        end += 2
      }
      if end == token + 1, isFormOfAddress(token) { return nil }
    }
    return Name(tokens: token..<end, label: label, score: Self.score(label, confidence))
  }

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
    let characters = Array(text(of: token).unicodeScalars)
    guard characters.count > 1 else { return true }
    if characters.count <= 3, characters[1...].allSatisfy({ $0 == "某" }) { return true }
    if characters.count == 2 {
      return characters[0] == "小" || characters[0] == "老"
        || "总董姓".unicodeScalars.contains(characters[1])
    }
    guard characters.count > 2 else { return false }
    let ending = String(String.UnicodeScalarView(characters.suffix(2)))
    return characters.count <= 4 && Self.forms.contains(ending)
  }

  private static let forms: Set<String> = [
    "先生", "女士", "小姐", "老师", "主任", "教授", "医生", "阿姨", "大爷", "大妈", "师傅", "同学", "经理", "警官", "律师",
    "某某", "太太", "夫人", "老板", "书记", "局长", "校长", "院长",
  ]

  private func isDot(_ token: Int) -> Bool {
    ["·", "•", "・", "‧", "∙", "･", "．"].contains(text(of: token))
  }

  private func touches(_ left: Int, _ right: Int) -> Bool {
    tokens[left].span.end == tokens[right].span.start
  }

  private func text(of token: Int) -> String {
    let span = tokens[token].span
    return String(
      decoding: window[Int(span.start) - baseOffset..<Int(span.end) - baseOffset], as: UTF8.self)
  }
}
