internal import TextModel

/// Finds names on no list by their form, where the model sees only words: 司机何大力, 恒启光伏.
struct NameStructure {
  private let window: TokenWindow
  private let known: KnownWords

  init(_ window: TokenWindow, known: KnownWords) {
    self.window = window
    self.known = known
  }

  private var tokens: [Token] { window.tokens }

  /// The tokens and the label of the name that begins with a token, before `limit`; nil if none does.
  ///
  /// - Complexity: O(1): a few tokens are looked at, most only for their length.
  func name(at token: Int, before limit: Int) -> (tokens: Range<Int>, label: EntityLabel)? {
    if hasTicker(token) { return (token..<token + 1, .organization) }
    if window.tokens[token].span.count >= Self.leastOfInstitution,
      let label = labelOfInstitution(token)
    {
      return (token..<token + 1, label)
    }
    // By the number of characters that such a name begins with: most tokens are none.
    return switch window.tokens[token].span.count {
    case 3:
      (person(at: token, before: limit) ?? author(at: token, before: limit)).map { ($0, .person) }
    case 6:
      (compoundSurname(at: token, before: limit) ?? author(at: token, before: limit))
        .map { ($0, .person) }
        ?? company(at: token, before: limit).map { ($0, .organization) }
    case 9:
      author(at: token, before: limit).map { ($0, .person) }
        ?? company(at: token, before: limit).map { ($0, .organization) }
    case Self.leastOfCompany...:
      hasLegalForm(token) ? (token..<token + 1, .organization) : nil
    default: nil
    }
  }

  /// The bytes of a word that may be a company's name in full: seven characters.
  private static let leastOfCompany = 21

  /// A word that ends like a company's name in full: 重庆银行股份有限公司.
  private func hasLegalForm(_ token: Int) -> Bool {
    tokens[token].kind == .word && !tokens[token].nameTag.isName
      // 宝鸡某机械有限责任公司 is nobody's name.
      && (token == 0 || window.packed(token - 1) != Self.anonymous)
      && window.hasSuffix(of: CompanyForms.legal, token..<token + 1)
      && !known.isCommon(token..<token + 1, of: window)
  }

  private static let anonymous = PackedWords.packed("某".utf8)

  /// The bytes of a place and an ending: most tokens have fewer.
  private static let leastOfInstitution = 9

  /// The label of a name in one word that begins with its place and ends like such a name: 驻马店日报, 葡萄牙队.
  private func labelOfInstitution(_ token: Int) -> EntityLabel? {
    guard tokens[token].kind == .word, !tokens[token].nameTag.isName,
      window.positions(of: token..<token + 1).count > 3,
      // 中华人民共和国反食品浪费法 is a law, and mostly cut.
      window.packed(window.positions(of: token..<token + 1).prefix(4)) != Self.republic,
      let label = NameEnding(of: token..<token + 1, in: window)?.label,
      known.beginsWithPlace(token, of: window), !known.isCommon(token..<token + 1, of: window)
    else { return nil }
    return label
  }

  private static let republic = PackedWords.packed("中华人民".utf8)

  /// An unknown word with a ticker behind it: 霍莱沃（688682）.
  private func hasTicker(_ token: Int) -> Bool {
    tokens[token].kind == .word && !tokens[token].nameTag.isName
      && Ticker.follows(token, in: window)
      && window.positions(of: token..<token + 1).count > 1
      && !known.isKnown(token, of: window)
  }

  /// An unknown word of two or three characters and what the company does: 恒启 | 光伏.
  private func company(at token: Int, before limit: Int) -> Range<Int>? {
    let word = tokens[token]
    guard token + 1 < limit, word.kind == .word,
      word.partOfSpeech == .noun || word.partOfSpeech == .properNoun,
      window.touches(token, token + 1), Self.industries.contains(window.packed(token + 1)),
      !Self.endings.contains(window.packed(window.positions(of: token..<token + 1).suffix(1))),
      !known.isKnown(token, of: window)
    else { return nil }
    return token..<token + 2
  }

  /// A surname and one or two characters between a title and a word that no name has behind it:
  /// 司机 | 何 大力 | 说.
  private func person(at token: Int, before limit: Int) -> Range<Int>? {
    guard token > 0, token + 1 < limit, window.touches(token - 1, token),
      window.touches(token, token + 1),
      PersonWords.surnames.contains(window.packed(token)),
      PersonWords.titles.contains(window.packed(token - 1))
    else { return nil }
    let (end, length) = run(from: token + 1, before: limit, longest: 2)
    guard length > 0, !PersonWords.formsOfAddress.contains(window.packed(end - 1)),
      !isFunctionWord(token + 1),
      end == tokens.count || !isNominal(end)
    else {
      return nil
    }
    return token..<end
  }

  /// A surname of two characters and one or two more: 上官 | 文博. Such surnames are hardly ever words.
  private func compoundSurname(at token: Int, before limit: Int) -> Range<Int>? {
    let given = token + 1
    guard given < limit, window.touches(token, given), tokens[given].kind == .word,
      tokens[given].span.count == 6
        || tokens[given].span.count == 3 && tokens[given].nameTag.isName,
      PersonWords.compoundSurnames.contains(window.packed(token)), !isFunctionWord(given),
      !PersonWords.formsOfAddress.contains(window.packed(given))
    else { return nil }
    return token..<given + 1
  }

  /// Who wrote it, in a line that says so: 本报记者 江 晚秋, 作者｜周不器, 编辑：卓然. The name stands alone.
  private func author(at token: Int, before limit: Int) -> Range<Int>? {
    // Most tokens stand behind a word.
    guard token > 0, token < limit,
      tokens[token - 1].kind != .word || !window.touches(token - 1, token),
      PersonWords.surnames.contains(window.packedFirst(of: token))
    else { return nil }
    let hasMark = Self.bylineMarks.contains(window.packed(token - 1))
    let title = hasMark ? token - 2 : token - 1
    guard title >= 0, Self.authors.contains(window.packed(title)),
      hasMark || !window.touches(title, token)
    else { return nil }
    let (end, length) = run(from: token, before: limit, longest: 3)
    // What the model finds whole it knows better.
    guard length > 1, end > token + 1 || tokens[token].nameTag.label != .person,
      end == tokens.count || !window.touches(end - 1, end) || tokens[end].kind == .punctuation
    else { return nil }
    return token..<end
  }

  /// The words that may be a name together, from a token on: where they end, and their number of characters.
  private func run(
    from start: Int, before limit: Int, longest: Int
  ) -> (end: Int, length: Int) {
    var end = start
    var length = 0
    while end < limit, end == start || window.touches(end - 1, end), tokens[end].kind == .word,
      tokens[end].span.count % 3 == 0, length + tokens[end].span.count / 3 <= longest,
      length == 0 || !isFunctionWord(end) && !Self.reports.contains(window.packed(end))
    {
      length += tokens[end].span.count / 3
      end += 1
    }
    return (end, length)
  }

  private static let authors = PackedWords("记者 作者 编辑 校对 通讯员 责编 撰文 摄影 文 图 主编 编审 实习生 审核 监制 制图")
  private static let bylineMarks = PackedWords("： : ｜ | 丨 / ／ | ∣")

  /// Whether a word goes on with what stands before it: a name is not followed by its noun.
  private func isNominal(_ token: Int) -> Bool {
    switch tokens[token].partOfSpeech {
    case .noun, .numeral, .adjective, .particle: window.touches(token - 1, token)
    default: false
    }
  }

  private func isFunctionWord(_ token: Int) -> Bool {
    switch tokens[token].partOfSpeech {
    case .adposition, .auxiliary, .coordinatingConjunction, .determiner, .particle, .pronoun,
      .subordinatingConjunction, .punctuation, .symbol:
      true
    default: false
    }
  }

  /// What stands behind the name of a company and says what it does.
  private static let industries = PackedWords(
    """
    资本 投资 量化 光伏 制药 科技 智能 生物 医药 电子 证券 传媒 影业 地产 置业 汽车 能源 新材 控股 集团 
    乳业 酒业 物流 航空 创投 信托 医疗 通信 股份 银行 航天 动力 电气 重工 化工 环保 电力 水务 农业 牧业
    家居 家电 服饰 珠宝 影视 酒店 百货 药业 药房 电商 金服 数科 安防 光电 锂业 矿业 钢铁
    半导体 种业 稀土 新能源 新材料 纺织 软件 精机 传动 电驱 光通 智控 物联 微装 旅行社
    """)

  /// What the name of a company does not end with before what it does: 建水县 | 旅游, 甜点类 | 食品.
  private static let endings = PackedWords(
    "省 市 县 区 镇 乡 村 州 国 类 化 性 式 型 级 某 们 的 路 街 司 后 前 内 外 上 下 中")

  /// What a person does with words: no part of a name.
  private static let reports = PackedWords(
    "说 称 道 问 答 笑 讲 喊 叹 谈 看 在 为 与 就 也 还 都 将 已 曾 正 到 去 来 被 把 从 对 向 于")
}
