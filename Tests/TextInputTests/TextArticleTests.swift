import TestSupport
import Testing
import TextModel

@testable import TextInput

@Suite struct TextArticleTests {
  /// A page as a browser saves it as text: path, buttons, article, notices, lists of other pages.
  static let savedPage = """
    示例网首页 > 示例号 > 正文 申请入驻

    小城里的大模型,正在改变工厂的早班

    0
    分享至

    大家好,今天说说中国的一座小城,这里的工厂开始用大模型排班。

    智谱和 MiniMax 的模型都在试点名单里。厂长说,排班表从两小时缩到十分钟。



    截至去年底,全市已有四十家企业接入,其中七成是中小企业。工人对新办法的看法并不一致。

    声明:个人原创,仅供参考

    特别声明:以上内容(如有图片或视频亦包括在内)为自媒体平台用户上传并发布,本平台仅提供信息存储服务。

    Notice: The content above is uploaded and posted by a user of a social media platform.

    相关推荐
    热点推荐
    主场险胜!末节连得九分,中国队锁定小组第一

    主场险胜!末节连得九分,中国队锁定小组第一

    场边老李
    2026-01-19 21:33:19
    老街改造三年,房东和租客都说变了

    老街改造三年,房东和租客都说变了

    街巷杂谈
    2026-01-18 07:58:24
    2026-01-20 02:48:49
    188文章数 42关注度
    往期回顾 全部

    财经要闻

    三家银行下调存款利率 中国储户怎么看

    无障碍浏览 进入关怀版
    """

  @Test("a saved page keeps its article, and the rest is marked")
  func savedPage() {
    let document = parse(Self.savedPage, as: .text).documents[0]
    #expect(document.title == "小城里的大模型,正在改变工厂的早班")
    #expect(document.text.hasPrefix("小城里的大模型,正在改变工厂的早班\n\n大家好"))
    #expect(document.text.hasSuffix("看法并不一致。"))
    #expect(document.text.contains("智谱和 MiniMax"))
    #expect(document.text.ranges(of: "中国").count == 1)
    #expect(document.cutLines.count == 22)
    #expect(document.cutLines.first?.reason == .navigation)
    #expect(document.cutLines.first { $0.text.hasPrefix("特别声明") }?.reason == .notice)
    #expect(document.cutLines.last?.reason == .interface)
    #expect(
      document.cutLines.filter { $0.position == 0 }.map(\.text) == [
        "示例网首页 > 示例号 > 正文 申请入驻"
      ])
  }

  @Test("off keeps all of it, and so does a part of a longer text")
  func off() {
    var options = DocumentParser.Options()
    options.extraction = .off
    let document = parse(Self.savedPage, as: .text, options: options).documents[0]
    #expect(document.text == Self.savedPage)
    #expect(document.cutLines.isEmpty)
    let part = InputBlock(
      path: "a.txt", format: .text, bytes: Array(Self.savedPage.utf8), isLastPart: false)
    #expect(DocumentParser().documents(in: part).documents[0].text == Self.savedPage)
  }

  /// Two paragraphs that no rule may touch.
  static let body = """
    示例市昨天宣布，今年将新建二十所小学，新增学位两万个，重点放在人口流入多的城区。
    教育局负责人表示，资金已经列入预算，首批六所学校明年秋天开学，教师从现在起招聘。
    """

  @Test(
    "the last lines of an article",
    arguments: [
      ("责任编辑：张三", CutLine.Reason.editor), ("（责任编辑：张三）", .editor), ("【责任编辑:张三】", .editor),
      ("责编：李四 校对：王五", .editor), ("编辑 | 李四", .editor), ("免责声明：本文仅供参考，不构成投资建议。", .notice),
      ("未经授权，不得转载。", .notice), ("相关阅读", .related), ("相关阅读：", .related), ("▌热点推荐", .related),
      ("【相关新闻】", .related), ("评论(128)", .comments), ("来源：示例日报", .byline), ("返回搜狐，查看更多", .interface),
      ("举报", .interface), ("图源：示例社", .caption), ("市场有风险，投资需谨慎。", .notice),
    ])
  func lastLine(line: String, reason: CutLine.Reason) {
    let document = parse(Self.body + "\n" + line, as: .text).documents[0]
    #expect(document.text == Self.body)
    #expect(document.cutLines.map(\.reason) == [reason])
    #expect(document.cutLines.map(\.text) == [line])
  }

  @Test(
    "lines that only look like furniture stay",
    arguments: [
      "声明发表后，两国外长通了电话。", "评论员认为，这一步来得太晚。", "编辑部设在一条小巷里。", "相关阅读材料由学校发给家长。",
      "来源不明的资金被冻结。", "分享经济的规模今年又扩大了三成。", "（完）", "谢谢大家！", "举报人是一名退休教师。", "广告业的收入连续三年下降。",
      "责任编辑制度始于上世纪五十年代。", "注册会计师考试昨天开考。",
    ])
  func ordinaryLine(line: String) {
    for text in [Self.body + "\n" + line, line + "\n" + Self.body] {
      let document = parse(text, as: .text).documents[0]
      #expect(document.text == text)
      #expect(document.cutLines.isEmpty)
    }
  }

  @Test(
    "the line below the title tells date, source and author",
    arguments: [
      ("2026-01-08 21:33 来源：示例日报", "2026-01-08", "示例日报", nil),
      ("2026年01月08日 09:15 | 来源：示例网 | 作者：张三", "2026-01-08", "示例网", "张三"),
      ("来源：示例晚报　作者：李四　2026/1/8", "2026-01-08", "示例晚报", "李四"),
      ("示例财经 2026-01-08 08:00:12", "2026-01-08", "示例财经", nil),
      ("发布时间：2026.01.08 08:00 来源: Example Daily 编辑：王五", "2026-01-08", "Example Daily", nil),
      ("作者：赵六", nil, nil, "赵六"), ("2026年1月8日", "2026-01-08", nil, nil),
    ] as [(String, String?, String?, String?)])
  func byline(line: String, date: String?, source: String?, author: String?) {
    let document = parse("学位不够用，示例市要建二十所小学\n\(line)\n\n\(Self.body)", as: .text).documents[0]
    #expect(document.title == "学位不够用，示例市要建二十所小学")
    #expect(document.date?.description == date)
    #expect(document.source == source)
    #expect(document.metadata.map(\.value) == (author.map { [$0] } ?? []))
    #expect(document.text == "学位不够用，示例市要建二十所小学\n\n\(Self.body)")
    #expect(document.cutLines.map(\.reason) == [.byline])
  }

  @Test(
    "what is no article is left alone",
    arguments: [
      "", "\n", "相关推荐", "苹果\n香蕉\n相关推荐\n2026-01-08 08:00", "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡",
      "1 2 3\n4 5 6\n",
      "let limit = count > 0 ? count : nil\nfunc name() -> String {\n\(body)\nif repeated > 0 {",
      "举报\n收藏\n分享", "甲：你好。\n乙：你好。",
    ])
  func noArticle(text: String) {
    let document = parse(text, as: .text).documents[0]
    #expect(document.text == text)
    #expect(document.cutLines.isEmpty)
  }

  @Test("prose after a list's heading brings the article back")
  func resumed() {
    let first = Self.body + "\n甲\n" + Self.body
    let text = first + "\n相关阅读\n" + Array(repeating: Self.body, count: 6).joined(separator: "\n")
    let document = parse(text, as: .text).documents[0]
    #expect(document.text == text)
    #expect(document.cutLines.isEmpty)
  }

  @Test("records are left alone, unless the user is strict")
  func records() {
    let text = "\(Self.body)\n责任编辑：张三".replacing("\n", with: "\\n")
    let line = "{\"text\":\"\(text)\"}"
    #expect(parse(line, as: .jsonl).documents[0].cutLines.isEmpty)
    var options = DocumentParser.Options()
    options.extraction = .strict
    #expect(parse(line, as: .jsonl, options: options).documents[0].cutLines.count == 1)
  }

  @Test("no article of the sample corpus loses a line")
  func sampleCorpus() {
    let outcome = Outcome([Repository.path("corpus/sample")])
    #expect(outcome.documents.count == 112)
    #expect(outcome.documents.allSatisfy { $0.cutLines.isEmpty })
  }

  @Test("every line is kept or cut, in order, whatever stands where", arguments: 0..<200)
  func nothingLost(seed: Int) {
    var generator = SplitMix(seed: seed)
    let pool =
      Self.savedPage.split(separator: "\n").map(String.init) + [Self.body, "", "  ", "\u{3000}"]
    let text = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
      pool.randomElement(using: &generator)!
    }.joined(separator: ["\n", "\r\n", "\n\n"].randomElement(using: &generator)!)
    for mode in ExtractionMode.allCases {
      var options = DocumentParser.Options()
      options.extraction = mode
      let document = parse(text, as: .text, options: options).documents[0]
      var pieces: [String] = []
      var position = 0
      let utf8 = Array(document.text.utf8)
      for cut in document.cutLines {
        #expect(cut.position >= position && cut.position <= utf8.count)
        pieces.append(String(decoding: utf8[position..<cut.position], as: UTF8.self))
        pieces.append(cut.text)
        position = cut.position
      }
      pieces.append(String(decoding: utf8[position...], as: UTF8.self))
      func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map {
          String($0.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        }.filter { !$0.isEmpty }
      }
      #expect(pieces.flatMap(lines) == lines(text))
    }
  }
}
