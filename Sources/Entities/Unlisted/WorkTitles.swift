internal import TextModel

/// Finds works by their title marks: films, books, songs and games are products, and newspapers organisations. Laws, notices
/// and other documents stand in the same marks and are no names.
struct WorkTitles {
  private let window: TokenWindow

  init(_ window: TokenWindow) { self.window = window }

  /// The titles without their marks, in order.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  func mentions() -> [Mention] {
    var mentions: [Mention] = []
    var token = 0
    while token < window.count {
      defer { token += 1 }
      guard window.tokens[token].kind == .punctuation, window.packed(token) == Self.open,
        let end = end(of: token + 1)
      else { continue }
      let title = token + 1..<end
      if let label = label(of: title) {
        mentions.append(
          window.mention(of: title, label: label, evidence: .structure, score: Self.score))
      }
      token = end
    }
    return mentions
  }

  private static let open = PackedWords.packed("《".utf8)
  private static let close = PackedWords.packed("》".utf8)
  private static let score: Float = 0.9
  /// Characters; longer ones are mostly headlines and the names of documents.
  private static let longest = 20

  /// The token that closes a title; nil if none does soon.
  private func end(of start: Int) -> Int? {
    var token = start
    while token < min(window.count, start + Self.longest + 1) {
      let word = window.packed(token)
      if word == Self.open { return nil }
      if word == Self.close {
        return token > start && window.positions(of: start..<token).count <= Self.longest
          ? token : nil
      }
      token += 1
    }
    return nil
  }

  /// What a title is a name of; nil for a document.
  private func label(of title: Range<Int>) -> EntityLabel? {
    var characters = window.positions(of: title)
    if Self.about.contains(window.packed(characters.prefix(2))) { return nil }
    if characters.count > Self.longestWithPause,
      characters.contains(where: { Self.pauses.contains(window.packed(at: $0)) })
    {
      return nil
    }
    // 《…报告2023》
    while let last = characters.last, window.isDigit(at: last) {
      characters = characters.dropLast()
    }
    // 《…办法（试行）》
    if let last = characters.last, Brackets.close.contains(window.packed(at: last)),
      let bracket = characters.last(where: { Brackets.open.contains(window.packed(at: $0)) })
    {
      characters = characters.lowerBound..<bracket
    }
    for length in 1...3 where characters.count >= length {
      let ending = window.packed(characters.suffix(length))
      if Self.documents.contains(ending) { return nil }
    }
    for length in 1...2 where characters.count > length {
      if Self.media.contains(window.packed(characters.suffix(length))) { return .organization }
    }
    // 《纽约》杂志
    let behind = title.upperBound + 1
    if behind < window.count, Self.periodicals.contains(window.packed(behind)) {
      return .organization
    }
    return .product
  }

  /// Longer ones with a pause are headlines; 《你好，李焕英》 is none.
  private static let longestWithPause = 10

  private static let pauses = PackedWords("， 。 ？ ！ ? ! ；")
  private static let about = PackedWords("关于 關於")
  private static let media = PackedWords("报 報 周刊 週刊 新闻 新聞")
  private static let periodicals = PackedWords("杂志 雜誌 周刊 週刊 月刊 双月刊 日报 报纸")
  /// How the names of documents end.
  private static let documents = PackedWords(
    """
    法 例 令 函 条例 條例 办法 辦法 规定 規定 细则 规则 通知 意见 意見 方案 规划 計劃 计划 决定 決定 公告 通告 通报 通報 报告 報告
    公报 公報 简报 汇报 公约 公約 条约 條約 协议 協議 协定 協定 宣言 声明 聲明 备忘录 指南 指引 标准 標準 规范 纲要 法案 草案 白皮书
    蓝皮书 绿皮书 措施 举措 解释 批复 章程 准则 制度 预案 合同 通知书 告知书 申请书 承诺书 协议书 决定书 责任书 倡议书 建议书 说明书
    意见书 证明 倡议 议案 提案 名单 名录 目录 清单 条款 手册 体系 框架 决议 纪要 批文 通函 大纲 守则 政策 须知 要求 要点 公示 目标
    榜单 指数 年鉴 行动 协定书 招股书 问询函 监管函 工作函 警示函 关注函 通知单 表 证 文件 法典 鉴定书 认定书 告诫书 报告书 概览 申请 汇编 条 规程 程序 预测 展望 新规 答复 讲话 总则 安排
    """)
}
