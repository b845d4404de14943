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
    if let label = labelOfInstitution(token) { return (token..<token + 1, label) }
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
      && Self.legalForms.contains { window.hasSuffix($0, token..<token + 1) }
      && !known.isCommon(token..<token + 1, of: window)
  }

  private static let legalForms: [StaticString] = ["有限公司", "有限责任公司"]

  /// The label of a name in one word that begins with its place and ends like such a name: 驻马店日报, 葡萄牙队.
  private func labelOfInstitution(_ token: Int) -> EntityLabel? {
    guard tokens[token].kind == .word, !tokens[token].nameTag.isName,
      window.positions(of: token..<token + 1).count > 3,
      // 中华人民共和国反食品浪费法 is a law, and mostly cut.
      window.packed(window.positions(of: token..<token + 1).prefix(4)) != Self.republic,
      let label = NameEnding.label(of: token..<token + 1, in: window),
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
      Self.surnames.contains(window.packed(token)), Self.titles.contains(window.packed(token - 1))
    else { return nil }
    let (end, length) = run(from: token + 1, before: limit, longest: 2)
    guard length > 0, !Self.address.contains(window.packed(end - 1)), !isFunctionWord(token + 1),
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
      Self.compoundSurnames.contains(window.packed(token)), !isFunctionWord(given),
      !Self.address.contains(window.packed(given))
    else { return nil }
    return token..<given + 1
  }

  /// Who wrote it, in a line that says so: 本报记者 江 晚秋, 作者｜周不器, 编辑：卓然. The name stands alone.
  private func author(at token: Int, before limit: Int) -> Range<Int>? {
    // Most tokens stand behind a word.
    guard token > 0, token < limit,
      tokens[token - 1].kind != .word || !window.touches(token - 1, token),
      Self.surnames.contains(firstCharacter(of: token))
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

  private func firstCharacter(of token: Int) -> UInt128 {
    window.packed(window.positions(of: token..<token + 1).prefix(1))
  }

  /// Whether a character is a common surname.
  static func isSurname(_ character: UInt128) -> Bool { surnames.contains(character) }

  /// Whether a word is an office or a calling that stands before a person's name.
  static func isTitle(_ word: UInt128) -> Bool { titles.contains(word) }

  private static let compoundSurnames = PackedWords(
    "欧阳 司徒 上官 诸葛 皇甫 司马 慕容 令狐 尉迟 公孙 端木 长孙 宇文 轩辕 夏侯 闻人 澹台 濮阳 淳于 太史 申屠 钟离")
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
    """)

  /// What the name of a company does not end with before what it does: 建水县 | 旅游, 甜点类 | 食品.
  private static let endings = PackedWords(
    "省 市 县 区 镇 乡 村 州 国 类 化 性 式 型 级 某 们 的 路 街 司 后 前 内 外 上 下 中")

  /// Forms of address behind a surname.
  private static let address = PackedWords(
    "警官 婆婆 组长 先生 女士 小姐 老师 主任 教授 医生 阿姨 大爷 大妈 师傅 同学 经理 律师 太太 夫人 老板 书记 局长 校长 某 某某 小某")

  /// Offices and callings that stand before a person's name.
  private static let titles = PackedWords(
    """
    记者 书记 司机 秘书 站长 果农 渔民 鼓手 教练 主帅 队长 队员 店主 村民 居民 市民 游客 乘客 医生 护士 老师 校长 教授 学者
    专家 律师 法官 民警 警察 警官 局长 处长 科长 主任 厂长 经理 总监 董事 总裁 主席 部长 省长 市长 县长 区长 镇长 乡长 村长
    主编 编辑 作者 导演 演员 歌手 作家 画家 诗人 编剧 主播 球员 选手 前锋 后卫 门将 中场 嫌犯 被告 原告 工人 农民 工匠 厨师
    老板 商人 学生 家长 居士 战士 士兵 班长 连长 团长 院长 所长 会长 社长 行长 船长 机长 馆长 台长 组长 园长 农户 牧民 船员
    母亲 父亲 妻子 丈夫 儿子 女儿 同学 同事 邻居 发言人 分析师 创始人 负责人 合伙人
    """)

  /// What a person does with words: no part of a name.
  private static let reports = PackedWords(
    "说 称 道 问 答 笑 讲 喊 叹 谈 看 在 为 与 就 也 还 都 将 已 曾 正 到 去 来 被 把 从 对 向 于")

  /// The commonest surnames of one character, but for those that are more often words: 于 和 从 向 时 成 对 是.
  private static let surnames = PackedWords(
    """
    王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹 彭 萧 蔡 潘 田 董 袁 余
    叶 蒋 杜 苏 魏 程 吕 丁 沈 任 姚 卢 傅 钟 姜 崔 谭 廖 范 汪 陆 金 石 戴 贾 韦 夏 邱 侯 邹 熊 孟 秦 白 江 阎 薛 尹 段 雷
    黎 史 龙 陶 贺 顾 毛 郝 龚 邵 万 钱 严 武 戚 莫 孔 汤 常 温 康 施 文 牛 樊 葛 邢 安 齐 易 乔 伍 庞 颜 倪 庄 聂 章 鲁 岳
    翟 申 欧 耿 关 兰 焦 俞 左 柳 甘 祝 包 宁 符 舒 阮 柯 纪 梅 童 毕 单 裴 霍 涂 苗 曲 盛 冉 骆 靳 管 凌 路 牟 喻 辛 冷 卓
    """)
}
