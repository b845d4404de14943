internal import TextModel

/// Finds the names that begin with a place and go on with what stands there, where the words are apart and the
/// model sees no whole name: 菲律宾 | 总统府, 甘州区 | 就业 | 服务 | 中心, 杭州 | 深瞳智能科技有限公司.
struct InstitutionNames {
  private let window: TokenWindow
  private let finder: NameFinder

  init(_ window: TokenWindow, finder: NameFinder) {
    self.window = window
    self.finder = finder
  }

  private var tokens: [Token] { window.tokens }

  /// The whole name that a place begins; nil if it stands alone.
  ///
  /// - Parameters:
  ///   - limit: The token where the next listed name begins.
  ///   - seat: That name: 敖德萨 in 中国 | 驻 | 敖德萨 | 总领馆.
  /// - Complexity: O(1): a few tokens are looked at.
  func name(after place: Mention, before limit: Int, seat: Mention?) -> Mention? {
    let next = place.tokens.upperBound
    guard place.label == .place, place.evidence != .user, next < tokens.count,
      window.touches(next - 1, next)
    else { return nil }
    if let company = company(after: place) ?? publicBody(after: place, seat) { return company }
    guard let end = end(of: next, before: limit) ?? end(ofMission: next, to: seat) else {
      return nil
    }
    let isPlace = Self.zones.contains(window.packed(end - 1))
    return window.mention(
      of: place.tokens.lowerBound..<end, label: isPlace ? .place : .organization,
      evidence: .structure, score: Self.score)
  }

  /// What was right of a hundred such names of news read.
  private static let score: Float = 0.9

  /// A place with the rest of a company's name, as the model finds it, behind it.
  private func company(after place: Mention) -> Mention? {
    name(of: place, withNameAt: place.tokens.upperBound, endingWith: CompanyForms.all)
  }

  /// A court, a school or the like, which has its place in its name: 南京市 | 玄武区人民法院, and 洛阳市 | 涧西区 | 晨曦小学 with a
  /// second place.
  private func publicBody(after place: Mention, _ seat: Mention?) -> Mention? {
    var next = place.tokens.upperBound
    if let seat, seat.label == .place, seat.tokens.lowerBound == next {
      next = seat.tokens.upperBound
    }
    return name(of: place, withNameAt: next, endingWith: Self.publicBodies)
  }

  /// The name from a place to the end of an organisation's name that the model finds at a token; nil if it finds none there, or
  /// one that ends otherwise.
  private func name(
    of place: Mention, withNameAt next: Int, endingWith endings: [StaticString]
  ) -> Mention? {
    guard next < tokens.count, window.touches(next - 1, next), let name = finder.name(at: next),
      name.label == .organization, window.hasSuffix(of: endings, name.tokens)
    else { return nil }
    return window.mention(
      of: place.tokens.lowerBound..<name.tokens.upperBound, label: .organization,
      evidence: .structure, score: max(name.score, Self.score))
  }

  private static let publicBodies: [StaticString] = [
    "法院", "法庭", "检察院", "公安局", "公安分局", "派出所", "医院", "卫生院", "小学", "中学", "学校", "幼儿园", "管理局", "监管局",
    "剧团", "文化和旅游局", "教育局", "财政局", "税务局", "卫健局", "卫生健康委员会", "图书馆", "支队", "大队",
  ]

  /// The token behind the institution; nil if none follows.
  private func end(of start: Int, before limit: Int) -> Int? {
    guard start < limit else { return nil }
    if Self.institutions.contains(window.packed(start)) || Self.zones.contains(window.packed(start))
    {
      return start + 1
    }
    var token = start
    while token < min(limit, start + Self.longest), tokens[token].kind == .word,
      window.touches(token - 1, token)
    {
      if token > start, Self.heads.contains(window.packed(token)) { return token + 1 }
      let pair = token + 1
      if pair < limit, tokens[pair].kind == .word, window.touches(token, pair),
        Self.institutions.contains(window.packed(window.positions(of: token..<pair + 1)))
      {
        return token == start ? pair + 1 : nil
      }
      guard isPartOfName(token) else { return nil }
      token += 1
    }
    return nil
  }

  /// The tokens of an institution behind its place.
  private static let longest = 5

  /// The token behind a mission of a country in a place; nil if none follows.
  private func end(ofMission start: Int, to seat: Mention?) -> Int? {
    guard let seat, seat.label == .place, seat.tokens.lowerBound == start + 1,
      window.packed(start) == Self.stationed
    else { return nil }
    let head = seat.tokens.upperBound
    for end in stride(from: min(head + 2, tokens.count), to: head, by: -1)
    where Self.missions.contains(window.packed(window.positions(of: head..<end))) {
      return end
    }
    return nil
  }

  private static let stationed = PackedWords.packed("驻".utf8)
  private static let missions = PackedWords("使馆 大使馆 总领馆 总领事馆 领事馆 代表处 办事处")

  /// Whether a word may stand in the name of an institution before its head.
  private func isPartOfName(_ token: Int) -> Bool {
    switch tokens[token].partOfSpeech {
    case .noun: true
    case .verb: Self.tasks.contains(window.packed(token))
    default: false
    }
  }

  /// Behind a place each is the name of an institution of it.
  private static let institutions = PackedWords(
    """
    队 国家队 市委 省委 县委 区委 州委 旗委 政府 军政府 总统府 总理府 首相府 总领馆 总领事馆 领事馆 大使馆 议会 国会 参议院 众议院 最高法院 宪法法院
    法院 检察院 海军 空军 陆军 武装部队 国防军 革命卫队 央行 中央银行 外交部 国防部 财政部 内政部 能源部 卫生部 农业部 商务部 司法部 教育部 交通部 统计局
    气象局 气象台 情报局 安全局 海关 市政府 省政府 县政府 区政府 市政协 省政协 市人大 省人大 公安局 教育局 财政局 税务局 卫健委 发改委 纪委 纪委监委
    红十字会 总工会 妇联 团委 残联 足协 篮协 消委会 电视台 广播电台
    """)

  /// Behind a place each is a part of it that has a name.
  private static let zones = PackedWords("经开区 高新区 开发区 自贸区 自贸试验区 保税区 综保区")

  /// What the name of an institution ends with when it says before what it is for.
  private static let heads = PackedWords(
    """
    中心 协会 商会 学会 研究院 研究所 博物馆 文化馆 美术馆 合作社 服务站 工作站 救援队 艺术团 管理局 管理处 管委会 指挥部 总队 支队 大队 基金会 联合会 促进会
    出版社 电视台 委员会 监管局 派出所 医院 学校 银行 有限公司
    """)

  /// What institutions are for, in words that are verbs elsewhere.
  private static let tasks = PackedWords(
    """
    服务 就业 管理 救援 保护 研究 发展 指挥 救助 检测 监测 监督 应急 交流 促进 志愿 投资 建设 教育 培训 康复 急救 援助 执法 审批 评估 审查 认证 测试
    消防 防控 控制 预防 治理 创新 创业 合作 开发 运营 交易 展览 会展 演艺 活动 调度 调查 监管 检验 检疫 鉴定 仲裁 保障 供应 繁育 养老 托育 保健
    """)
}
