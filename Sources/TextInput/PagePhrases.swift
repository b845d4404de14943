internal import TextModel

/// The words by which the furniture of Chinese news pages is known.
struct PagePhrases {
  /// How a phrase must stand in its line.
  enum Form {
    /// Nothing else is there but marks and numbers.
    case alone
    /// The line begins so.
    case prefix
    /// The line begins so, a colon (or the like) follows, and the line is short.
    case label
  }

  struct Phrase {
    let bytes: [UInt8]
    let form: Form
    let reason: CutLine.Reason
  }

  static let shared = PagePhrases()

  /// The phrases by their first three bytes.
  private let buckets: [UInt32: [Phrase]]
  /// Which values the first two bytes of a phrase have: most lines are done with it.
  private let firstBytes: [Bool]

  /// A label with its value is shorter than this, in bytes.
  private static let longestLabel = 150

  /// What buttons and counters say, by the first three bytes.
  private let actions: [UInt32: [[UInt8]]]
  private let headingStarts: [UInt32: [[UInt8]]]
  private let headingEnds: [[UInt8]]

  private init() {
    var buckets: [UInt32: [Phrase]] = [:]
    var firstBytes = [Bool](repeating: false, count: 1 << 16)
    func add(_ form: Form, _ reason: CutLine.Reason, _ list: String) {
      add(form, reason, list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
    func add(_ form: Form, _ reason: CutLine.Reason, _ words: [String]) {
      for word in words {
        let bytes = Array(word.utf8)
        buckets[Self.key(bytes[0], bytes[1], bytes[2]), default: []].append(
          Phrase(bytes: bytes, form: form, reason: reason))
        firstBytes[Int(bytes[0]) << 8 | Int(bytes[1])] = true
      }
    }
    add(
      .alone, .related,
      """
      相关推荐 热点推荐 相关阅读 延伸阅读 推荐阅读 扩展阅读 相关新闻 相关链接 相关文章 相关报道 相关资讯 相关专题 相关内容 热门推荐 \
      热门文章 热门新闻 热点新闻 热点资讯 热点排行 热门排行 精彩推荐 精选推荐 为你推荐 为您推荐 编辑推荐 今日推荐 小编推荐 本周热门 \
      猜你喜欢 猜您喜欢 大家都在看 大家都在搜 大家爱看 往期回顾 往期推荐 往期精选 更多新闻 更多推荐 更多精彩 更多精彩内容 更多相关 \
      最新文章 最新新闻 最新资讯 今日热点 今日头条 今日热搜 新闻排行 阅读排行 点击排行 排行榜 新闻排行榜 热点排行榜 24小时热文 \
      48小时点击排行 热榜 热搜 图片推荐 精彩图片 高清图集 视频推荐 专题推荐 频道推荐 态度原创 财经要闻 头条要闻 体育要闻 娱乐要闻 \
      科技要闻 汽车要闻 教育要闻 军事要闻 上一篇 下一篇 下一条 上一条 作者最新文章 作者其他文章 看过本文的人还看了 \
      喜欢此内容的人还喜欢 大家还在看 相關閱讀 延伸閱讀 推薦閱讀 相關新聞 相關報道 熱門新聞 更多新聞 猜你喜歡 相關文章 熱門文章 最新新聞
      """)
    add(.prefix, .related, "上一篇： 下一篇： 上一篇: 下一篇: 作者最新文章 往期回顾 往期推荐 点击查看更多 查看更多相关")
    add(
      .alone, .comments,
      """
      评论 网友评论 最新评论 全部评论 热门评论 精彩评论 发表评论 我要评论 我来说两句 跟贴 网友跟贴 热门跟贴 精选留言 写留言 留言 \
      已有评论 评论区 文明上网理性发言 登录后评论 请登录后发表评论 抢沙发 写下你的想法 写评论 最热评论 用户评论 條評論 發表評論
      """)
    add(.prefix, .comments, "网友评论仅供 评论仅代表 文明上网理性发言 登录后参与评论 网友评论只代表")
    add(
      .prefix, .notice,
      """
      特别声明 免责声明 版权声明 郑重声明 法律声明 本站声明 本网声明 原创声明 转载声明 重要声明 责任声明 风险提示及免责 未经授权 未经许可 \
      未经本网 本文为作者独立观点 本文仅代表作者 本文不代表 本文内容仅代表 本文观点仅代表 文章仅代表作者 以上内容仅代表 以上内容为 \
      以上观点仅 以上内容（ 以上内容( 以上信息仅供 转载请注明 转载请联系 欢迎转载 凡本网注明 凡注明 凡本站 本网站所 本站所有 本网站转载 本站转载 \
      本平台仅提供 本文系作者 本文系授权 本文由作者 本文已获授权 本内容由作者 该文观点仅代表作者 文中观点仅代表 图片来源于网络 图片来自网络 \
      图文来源网络 著作权归 转载请后台 如有侵权 如涉及侵权 若有侵权 如侵权 违法和不良信息举报 市场有风险 据此操作 内容仅供参考 数据仅供参考 本文仅供参考 \
      特別聲明 免責聲明 版權聲明 未經授權
      """)
    add(.label, .notice, "声明 聲明 注 提示 Notice Disclaimer Copyright 版权所有 著作权")
    add(
      .label, .editor,
      """
      责任编辑 责编 编辑 本文编辑 文字编辑 图片编辑 值班编辑 执行编辑 新媒体编辑 本期编辑 实习编辑 编辑/版式 校对 审核 审校 初审 复审 终审 \
      监制 编审 统筹 撰文 采写 文案 策划 设计 剪辑 运营 值班主任 值班编委 主编 总编辑 出品 排版 美编 制图 視覺 责任校对 编辑整理 见习编辑 編輯 責任編輯 責編 校對
      """)
    add(.alone, .editor, "责任编辑 责编")
    add(.label, .byline, "来源 稿源 文章来源 本文来源 新闻来源 信息来源 原标题 原题 原文链接 本文链接 文章链接 关键词 标签 分类 來源 原標題")
    add(
      .alone, .interface,
      """
      分享 分享到 分享至 分享到： 收藏 举报 点赞 打赏 打印 纠错 我要纠错 复制链接 微信 微博 微信好友 朋友圈 QQ好友 QQ空间 新浪微博 \
      阅读原文 查看原文 返回搜狐 查看更多 返回顶部 返回首页 展开全文 点击展开全文 打开APP 打开客户端 打开APP阅读全文 下载APP 扫一扫 关注我们 \
      已关注 申请入驻 无障碍浏览 进入关怀版 举报反馈 意见反馈 用手机看 字号 大字 小字 小字号 大字号 播放 暂停 重播 加载更多 点击加载更多 微信扫码 手机看 \
      分享文章 分享本文 点个赞 在看 好看 赞赏 阅读全文 没有更多了 微信扫码分享 公众号 不看的原因 内容低质 语音播报 听新闻 网站地图 关于我们 联系我们 广告服务 版权信息 分享到微信 打开微信 登录 注册
      """)
    add(
      .prefix, .interface,
      """
      返回搜狐 点击上方 点击蓝字 点击题目下方 分享让更多人 扫一扫下载 扫码下载 扫描二维码 扫一扫分享 扫码关注 长按二维码 长按识别 点击下载 点击关注 打开网易 打开今日头条 打开新浪 \
      打开微信 使用微信扫 微信扫一扫 用微信扫 请使用微信 无障碍浏览 分享到朋友圈 分享至 分享到： 字体大小 字号： 关注公众号 欢迎关注 \
      微信公众号： 下载客户端 阅读原文 特别关注： 预览时标签不可点 收录于合集 收录于话题 商务合作 打开APP看 +关注
      """)
    add(.prefix, .interface, ["URL Source:", "Markdown Content:"])
    add(.prefix, .byline, ["Published Time:"])
    add(.alone, .advertisement, "广告 推广 赞助 赞助商链接 廣告")
    add(.label, .caption, "图源 图片来源 图注 图说 图片说明 图自 配图 摄影 图/ 圖源 圖片來源 供图")
    actions = Self.byFirstBytes(
      "赞 点赞 分享 评论 收藏 转发 回复 举报 阅读 喜欢 在看 打赏 浏览 点击 播放 楼 赞同 条评论 跟贴 分享到 写评论 复制链接 详情 篇原创内容 篇文章")
    // 最新电报, 更多专题, 相关解读: headings of lists are made of few words.
    headingStarts = Self.byFirstBytes("最新 最热 更多 热门 热点 相关 推荐 其他 其它 精彩 往期 延伸 其他 點擊 熱門 相關")
    headingEnds = [
      "新闻", "文章", "资讯", "报道", "阅读", "推荐", "排行", "榜", "电报", "快讯", "内容", "视频", "专题", "评论", "博文", "链接",
      "专栏", "图集", "公告", "直播", "来信", "帖子", "热点", "要闻", "精选", "解读", "话题", "图片", "新聞", "報道", "報導",
      "閱讀", "文章",
    ].map { Array($0.utf8) }
    self.buckets = buckets
    self.firstBytes = firstBytes
  }

  /// Why a line is furniture, by its words; nil if no phrase says so.
  ///
  /// - Complexity: O(1) for most lines, whatever their length.
  func reason(of line: UnsafeBufferPointer<UInt8>) -> CutLine.Reason? {
    var start = 0
    while start < line.count, let next = Self.afterDecoration(line, start) { start = next }
    return reason(ofPhrase: line, from: start)
      ?? (line.count - start <= 72 ? reason(ofShort: line, from: start) : nil)
  }

  /// Why a line that begins with a phrase is furniture.
  private func reason(
    ofPhrase line: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> CutLine.Reason? {
    guard start + 2 < line.count,
      firstBytes[Int(line[start]) << 8 | Int(line[start + 1])],
      let bucket = buckets[Self.key(line[start], line[start + 1], line[start + 2])]
    else { return nil }
    let rest = UnsafeBufferPointer(rebasing: line[start...])
    for phrase in bucket where rest.starts(with: phrase.bytes) {
      let tail = UnsafeBufferPointer(rebasing: rest[phrase.bytes.count...])
      let fits =
        switch phrase.form {
        case .alone: Self.isEmptyOfText(tail)
        case .prefix: true
        case .label: rest.count <= Self.longestLabel && Self.beginsWithColon(tail)
        }
      if fits { return phrase.reason }
    }
    return nil
  }

  /// Why a short line is furniture by the words that it is made of.
  private func reason(
    ofShort line: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> CutLine.Reason? {
    if let word = Self.word(of: headingStarts, in: line, at: start) {
      let rest = UnsafeBufferPointer(rebasing: line[(start + word)...])
      if rest.count <= 18, rest.count >= 3,
        headingEnds.contains(where: { rest.suffix($0.count).elementsEqual($0) })
      {
        return .related
      }
    }
    var words = 0
    var digits = 0
    var place = 0
    while place < line.count {
      if let word = Self.word(of: actions, in: line, at: place) {
        words += 1
        place += word
        continue
      }
      switch LineFeatures.scalar(in: line, at: &place) {
      case 0x30...0x39: digits += 1
      // Marks, K and W, 万.
      case 0x20...0x2F, 0x3A...0x3F, 0x4B, 0x57, 0x6B, 0x77, 0x5B...0x5D, 0x7C, 0xA0, 0xB7, 0x3000,
        0x3010, 0x3011, 0xFF08, 0xFF09, 0xFF1A, 0xFF5C, 0x4E07:
        continue
      default: return nil
      }
    }
    return words > 1 || words == 1 && digits > 0 ? .interface : nil
  }

  private static func byFirstBytes(_ list: String) -> [UInt32: [[UInt8]]] {
    Dictionary(grouping: list.split(separator: " ").map { Array($0.utf8) }) {
      key($0[0], $0[1], $0[2])
    }.mapValues { words in words.sorted { $0.count > $1.count } }
  }

  /// The length of the longest of some words that stands at a place; nil if none does.
  private static func word(
    of words: [UInt32: [[UInt8]]], in line: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Int? {
    guard place + 2 < line.count, line[place] >= 0xE4,
      let bucket = words[key(line[place], line[place + 1], line[place + 2])]
    else { return nil }
    return bucket.first { line[place...].starts(with: $0) }?.count
  }

  private static let authorWords = ["发表于", "發表於", "回复于", "评论于", "作者：", "楼主：", "层主：", "网友："].map {
    Array($0.utf8)
  }
  private static let counterWords = ["评论", "跟贴", "阅读", "播放", "浏览", "回复"].map { Array($0.utf8) }

  /// Whether a line says whose words follow.
  static func tellsAuthor(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    authorWords.contains { HTMLSource.find($0, in: line, from: 0) != nil }
  }

  /// Whether a line ends as below a headline of a list: `示例网 12评论`.
  static func endsWithCounter(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    counterWords.contains { word in
      line.count > word.count && line.suffix(word.count).elementsEqual(word)
        && ASCII.isDigit(line[line.count - word.count - 1])
    }
  }

  private static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
  }

  /// The place behind a bracket, a bullet or white space; nil if there is none.
  private static func afterDecoration(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var end = start
    switch LineFeatures.scalar(in: line, at: &end) {
    case 0x09, 0x20, 0xA0, 0xA9, 0x3000, 0x3010, 0x5B, 0x28, 0xFF08, 0x300A, 0x300C,
      0x2580...0x25FF,
      0x2605,
      0x2606, 0x2022, 0xB7, 0x2A, 0x23, 0x3E, 0x2D, 0x2014, 0x7C, 0xFF5C, 0x203B, 0x2192,
      0x1F000...0x1FFFF:
      return end
    default: return nil
    }
  }

  /// Whether a label's colon comes next, white space passed over; a slash or ｜ is as good.
  private static func beginsWithColon(_ tail: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < tail.count {
      switch LineFeatures.scalar(in: tail, at: &index) {
      case 0x20, 0xA0, 0x3000: continue
      case 0x3A, 0xFF1A, 0x2F, 0xFF0F, 0x7C, 0xFF5C, 0x4E28, 0x4E36, 0x2236: return true
      default: return false
      }
    }
    return false
  }

  /// Whether only marks, numbers and white space are there.
  private static func isEmptyOfText(_ tail: UnsafeBufferPointer<UInt8>) -> Bool {
    if tail.count > 24 { return false }
    var index = 0
    while index < tail.count {
      switch LineFeatures.scalar(in: tail, at: &index) {
      case 0x41...0x5A, 0x61...0x7A, 0x3400...0x9FFF, 0x20000...0x3FFFF: return false
      default: continue
      }
    }
    return true
  }
}
