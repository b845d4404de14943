internal import TextModel

/// Finds the names of companies that have their place, or that they are a group, in brackets:
/// 派嗨拜浪（上海）网络科技有限公司, 微软（中国）有限公司.
struct BracketedCompanies {
  private let window: TokenWindow
  /// The names of the gazetteers, in order.
  private let listed: [Mention]

  /// - Parameter listed: The names of the gazetteers, in order.
  init(_ window: TokenWindow, listed: [Mention]) {
    self.window = window
    self.listed = listed
  }

  private var tokens: [Token] { window.tokens }

  /// The companies, in order: under the name of a listed one with which they begin, 微软, else under their own.
  ///
  /// - Complexity: O(*n* + *b* log *m*): tokens, brackets, listed names.
  func mentions() -> [Mention] {
    guard tokens.count > 4 else { return [] }
    var mentions: [Mention] = []
    for bracket in 1..<tokens.count - 3 where isBracketed(bracket) {
      guard let end = end(from: bracket + 3), let start = start(before: bracket) else { continue }
      let head = listedName(at: start)
      mentions.append(
        window.mention(
          of: start..<end,
          canonicalName: head?.label == .organization ? head?.canonicalName : nil,
          label: .organization,
          evidence: .structure, score: Self.score))
    }
    return mentions
  }

  /// Of sixty such names of news read fifty had the right ends; the others began a word too late.
  private static let score: Float = 0.8

  /// Whether brackets open at a token with nothing but a place or the word for a group in them.
  private func isBracketed(_ bracket: Int) -> Bool {
    guard tokens[bracket].kind == .punctuation, tokens[bracket + 1].kind == .word,
      tokens[bracket + 2].kind == .punctuation
    else { return false }
    let content = bracket + 1
    return Brackets.open.contains(window.packed(bracket))
      && Brackets.close.contains(window.packed(bracket + 2))
      && (Self.groups.contains(window.packed(content)) || labelOfName(at: content) == .place)
  }

  /// The token behind the rest of the name; nil if it has no legal form.
  private func end(from start: Int) -> Int? {
    var token = start
    while token < min(tokens.count, start + Self.longestPart), isPart(token),
      window.touches(token - 1, token)
    {
      if window.hasSuffix(of: CompanyForms.legal, token..<token + 1) { return token + 1 }
      token += 1
    }
    return nil
  }

  /// The token with which the name begins: the next name to the left that no other word than what companies do stands
  /// between, and its place; else the word before the brackets.
  private func start(before bracket: Int) -> Int? {
    var token = bracket - 1
    guard isPart(token), window.touches(token, bracket) else { return nil }
    let last = token
    while token >= max(0, last - Self.longestPart + 1), isPart(token),
      window.touches(token, token + 1)
    {
      if let label = labelOfName(at: token) {
        let isAlone =
          token == 0 || label == .place || labelOfName(at: token - 1) != .place
          || !window.touches(token - 1, token)
        return isAlone ? token : token - 1
      }
      guard tokens[token].nameTag.isName || isNominal(token) else { break }
      token -= 1
    }
    return last
  }

  /// The label of the name of an organisation or a place that begins with a token; nil if none does.
  private func labelOfName(at token: Int) -> EntityLabel? {
    let tag = tokens[token].nameTag
    let label =
      listedName(at: token)?.label
      ?? (tag.isName && tag.isFirst ? tag.label : nil)
    return label == .organization || label == .place ? label : nil
  }

  /// The listed name that begins with a token; nil if none does.
  ///
  /// - Complexity: O(log *n*) in the number of listed names.
  private func listedName(at token: Int) -> Mention? {
    var low = 0
    var high = listed.count
    while low < high {
      let middle = (low + high) / 2
      if listed[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low < listed.count && listed[low].tokens.lowerBound == token ? listed[low] : nil
  }

  /// Whether a word may be a part of a company's name: 控股, 汽车; not 为 of 保荐机构（主承销商）为.
  private func isPart(_ token: Int) -> Bool {
    tokens[token].kind == .word && tokens[token].span.count >= 6
  }

  /// Whether a word says what a company does, and not what somebody does: 投资, not 采访.
  private func isNominal(_ token: Int) -> Bool {
    tokens[token].partOfSpeech != .verb || Self.trades.contains(window.packed(token))
  }

  private static let trades = PackedWords(
    "管理 投资 建设 设计 开发 咨询 服务 贸易 发展 运营 制造 租赁 控股 研发 装饰 运输 检测 教育 培训 生产 销售 经营 印刷 出版 包装")

  /// The tokens before the brackets, and behind them.
  private static let longestPart = 5
  private static let groups = PackedWords("集团 控股 股份 股 中国 国际")
}
