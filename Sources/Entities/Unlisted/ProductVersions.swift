internal import ICU
internal import Lexicons
internal import TextModel

/// Finds the versions of products that no list has yet: GPT-6 where GPT-5 is listed, Kimi K3 beside Kimi K2.
///
/// A listed product with a number tells its family: what its name has before the number. A name is a version of it if the
/// family's other numbers are listed products too, so a user's own products have versions as well.
struct ProductVersions {
  private let window: TokenWindow
  private let families: ProductFamilies

  init(_ window: TokenWindow, _ families: ProductFamilies) {
    self.window = window
    self.families = families
  }

  /// The versions, in order.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  func mentions() -> [Mention] {
    window.tokens.indices.compactMap { token in
      firstDigit(of: token).flatMap { version(at: token, digit: $0) }
    }
  }

  /// The place of the first digit of a token that may hold a version.
  private func firstDigit(of token: Int) -> Int? {
    // All versions end with a letter or a digit, and few words of a Chinese text do.
    guard window.utf8[Int(window.tokens[token].span.end) - window.baseOffset - 1] < 0x80 else {
      return nil
    }
    return switch window.tokens[token].kind {
    case .latin, .number, .word:
      window.positions(of: token..<token + 1).first { window.isDigit(at: $0) }
    default: nil
    }
  }

  /// The version whose number begins with a digit of a token.
  private func version(at token: Int, digit: Int) -> Mention? {
    guard isVersion(of: token, from: digit) else { return nil }
    for start in max(0, token - 4)...token {
      let first = window.layout.starts[start]
      guard isTelling(first..<digit) else { break }
      for gazetteer in families.gazetteers {
        guard let family = unit(from: first, to: digit, in: gazetteer.trie),
          let sibling = families.sibling(of: family, in: gazetteer),
          gazetteer.label(of: sibling.entity) == .product
        else { continue }
        let tokens = start..<end(after: token)
        let number = window.string(ofPositions: digit..<window.layout.ends[tokens.upperBound - 1])
        var name = window.string(of: tokens)
        if let family = ProductFamilies.family(
          of: gazetteer.canonicalName(of: sibling.entity), after: numberCount(in: first..<digit))
        {
          // Qwen-7B, listed as a name of Qwen2.
          let isJoined =
            family.last?.isLetter == true && window.byte(at: digit - 1) == UInt8(ascii: "-")
          name = family + (isJoined ? "-" : "") + number
        }
        return window.mention(
          of: tokens, canonicalName: name, label: .product, evidence: .structure,
          score: Self.score)
      }
    }
    return nil
  }

  private static let score: Float = 0.9

  /// Whether the rest of a token may be a version, and what follows does not count it: 6, 4.5, 5V-Turbo; but not a year,
  /// and not 3 of 3款.
  private func isVersion(of token: Int, from digit: Int) -> Bool {
    let end = window.layout.ends[token]
    let bytes = (digit..<end).map { window.byte(at: $0) }
    guard bytes.count <= 24, !bytes.contains(where: { $0 >= 0x80 || Self.strange.contains($0) })
    else { return false }
    if bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      if bytes.count > 3 && (bytes.count > 4 || bytes[0] == 0x31 || bytes[0] == 0x32) {
        return false
      }
      // 小米 | 14 may be fourteen of anything, 骁龙 | 870 hardly.
      if bytes.count < 3, digit > 0, window.isHan(at: digit - 1) { return false }
      if token + 1 < window.count {
        let next = window.positions(of: token + 1..<token + 2)
        if Self.counted.contains(window.packed(next.prefix(1))) { return false }
      }
    }
    return true
  }

  private static let strange = Array("%,:/_".utf8)

  /// Whether characters may be a family's name: three letters, or two Chinese characters; not the G of G20 or the GB of a
  /// standard.
  private func isTelling(_ positions: Range<Int>) -> Bool {
    positions.count > 2 || positions.count == 2 && window.isHan(at: positions.lowerBound)
  }

  /// The token behind the version: words such as Pro belong to it.
  private func end(after token: Int) -> Int {
    var end = token + 1
    while end < window.count, window.layout.starts[end] - window.layout.ends[end - 1] <= 1 {
      let word = window.packed(end)
      if Self.tiers.contains(word)
        || window.packed(end - 1) == Self.generation
          && firstDigit(of: end) == window.layout.starts[end]
      {
        end += 1
      } else {
        break
      }
    }
    // 骁龙 8 Gen
    return window.packed(end - 1) == Self.generation ? end - 1 : end
  }

  /// The unit of a trie that the text from one position to another leads to.
  private func unit(from start: Int, to end: Int, in trie: DoubleArray) -> Int? {
    trie.node(
      of: (start..<end).lazy
        .filter { !window.layout.isFoldedSpace($0, in: window.text) }
        .map { CharacterTable.code(of: window.text.entries[$0]) })
  }

  private func numberCount(in positions: Range<Int>) -> Int {
    positions.count {
      window.isDigit(at: $0) && ($0 == positions.lowerBound || !window.isDigit(at: $0 - 1))
    }
  }

  /// What is counted, in one character.
  private static let counted = PackedWords(
    "年 月 日 号 款 家 个 個 名 次 项 項 亿 億 万 萬 元 倍 人 位 台 臺 辆 部 种 天 岁 点 成 折 届 轮 周 场 份 只 条 件 公 千 百 米 分")
  /// What stands behind the number of a version.
  private static let tiers = PackedWords(
    """
    Pro Max Ultra Plus Mini mini Turbo turbo Flash Lite lite Air Large Medium Small Nano Omni Coder Thinking
    Preview Instruct Reasoner Next VL SE Edge Fold Flip Vision Speed Fast High Ti Super FE
    Gen Gen1 Gen2 Gen3 Gen4 Gen5
    """)
  private static let generation = PackedWords.packed("Gen".utf8)
}
