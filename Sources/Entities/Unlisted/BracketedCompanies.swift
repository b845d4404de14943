internal import TextModel

/// Finds the names of companies that have their place, or that they are a group, in brackets:
/// 派嗨拜浪（上海）网络科技有限公司, 微软（中国）有限公司.
struct BracketedCompanies {
  private let window: TokenWindow
  /// The names of the gazetteers, in order.
  private let listed: ArraySlice<Mention>

  /// - Parameter listed: The names of the gazetteers from where a company may begin on, in order.
  init(_ window: TokenWindow, listed: ArraySlice<Mention>) {
    self.window = window
    self.listed = listed
  }

  private var tokens: [Token] { window.tokens }

  /// The token behind the company whose name begins with some tokens; nil if they begin none.
  ///
  /// - Parameters:
  ///   - head: What the name begins with: a name, or a word.
  ///   - isPlace: Whether that is a place; another name may follow then, 上海 | 亚朵 | 商业 | 管理（集团）有限公司.
  /// - Complexity: O(1).
  func end(ofCompanyFrom head: Range<Int>, isPlace: Bool = false) -> Int? {
    var bracket = head.upperBound
    while bracket < min(tokens.count, head.upperBound + Self.longestPart), isPart(bracket),
      isNominal(bracket), isPlace || !tokens[bracket].nameTag.isName
    {
      bracket += 1
    }
    guard bracket + 3 < tokens.count, Self.openBrackets.contains(window.packed(bracket)),
      window.touches(bracket - 1, bracket), window.touches(bracket, bracket + 1),
      isPlaceOrGroup(bracket + 1), Self.closeBrackets.contains(window.packed(bracket + 2)),
      window.touches(bracket + 1, bracket + 2)
    else { return nil }
    var token = bracket + 3
    while token < min(tokens.count, bracket + 3 + Self.longestPart), isPart(token) {
      if Self.legalForms.contains(where: { window.hasSuffix($0, token..<token + 1) }) {
        return token + 1
      }
      token += 1
    }
    return nil
  }

  /// The token behind the company whose name begins with a word right before a bracket; nil if there is none.
  ///
  /// - Complexity: O(1).
  func end(ofCompanyAt token: Int) -> Int? {
    guard token + 1 < tokens.count, tokens[token + 1].kind == .punctuation,
      tokens[token].kind == .word, window.positions(of: token..<token + 1).count > 1
    else { return nil }
    return end(ofCompanyFrom: token..<token + 1)
  }

  /// Whether a bracket opens soon behind a token, with no other mark before it: few words have one.
  ///
  /// - Complexity: O(1).
  static func bracketFollows(_ token: Int, in window: TokenWindow) -> Bool {
    for next in token + 1..<max(token + 1, min(window.count, token + 2 * longestPart))
    where window.tokens[next].kind == .punctuation {
      return openBrackets.contains(window.packed(next))
    }
    return false
  }

  /// Whether a word goes on with a company's name: 控股, 汽车; not 为 of 保荐机构（主承销商）为.
  private func isPart(_ token: Int) -> Bool {
    tokens[token].kind == .word && window.touches(token - 1, token)
      && tokens[token].span.count >= 6
  }

  /// Whether a word says what a company does, and not what somebody does: 投资, not 采访.
  private func isNominal(_ token: Int) -> Bool {
    tokens[token].partOfSpeech != .verb || Self.trades.contains(window.packed(token))
  }

  private static let trades = PackedWords(
    "管理 投资 建设 设计 开发 咨询 服务 贸易 发展 运营 制造 租赁 控股 研发 装饰 运输 检测 教育 培训 生产 销售 经营 印刷 出版 包装")

  private func isPlaceOrGroup(_ token: Int) -> Bool {
    tokens[token].nameTag.label == .place || Self.groups.contains(window.packed(token))
      || listed.prefix { $0.tokens.lowerBound <= token }
        .contains { $0.tokens == token..<token + 1 && $0.label == .place }
  }

  /// The tokens before the brackets, and behind them.
  private static let longestPart = 5
  private static let groups = PackedWords("集团 控股 股份 股 中国 国际")

  private static let legalForms: [StaticString] = ["有限公司", "有限责任公司"]
  private static let openBrackets = PackedWords("（ (")
  private static let closeBrackets = PackedWords("） )")
}
