import Entities
import Lexicons
import TestSupport
import Testing
import TextModel

/// Names on no list, in words cut and tagged by hand.
@Suite struct UnlistedNamesTests {
  /// The mentions of a text of words separated by spaces, some with the label of a name: `李明远/PER`, or, for a
  /// further word of one, `银行/I-ORG`.
  private func mentions(
    _ words: String, findsUnlisted: Bool = true, user: UserDictionary = UserDictionary()
  ) throws -> [String] {
    var text = ""
    var tokens: [Token] = []
    for word in words.split(separator: " ") {
      let parts = word.split(separator: "/", maxSplits: 1)
      let start = UInt32(text.utf8.count)
      text += parts[0]
      let label = parts.count > 1 ? String(parts[1]) : ""
      let goesOn = label.hasPrefix("I-")
      let isMark = parts[0].allSatisfy(\.isPunctuation)
      tokens.append(
        Token(
          span: TextSpan(start: start, end: UInt32(text.utf8.count)),
          partOfSpeech: isMark ? .punctuation : parts[0] == "说" ? .verb : .noun,
          kind: isMark ? .punctuation : parts[0].first?.isNumber == true ? .number : .word,
          nameTag: NameTag(
            EntityLabel(rawValue: goesOn ? String(label.dropFirst(2)) : label), isFirst: !goesOn,
            confidence: 9) ?? .none))
    }
    let document = Document(id: "1", text: text)
    return try EntityTagger(TestDictionaries.make(user: user), findsUnlisted: findsUnlisted)
      .mentions(in: document, tokens: tokens)
      .map { "\(document[$0.span])=\($0.canonicalName)/\($0.label)/\($0.evidence)" }
  }

  @Test(
    "finds what the model takes for names",
    arguments: [
      ("李明远/PER 说", ["李明远=李明远/PER/model"]),
      ("海岚集团/ORG 在 柳溪镇/LOC", ["海岚集团=海岚集团/ORG/model", "柳溪镇=柳溪镇/LOC/model"]),
      ("张某/PER 和 李先生/PER 和 王总/PER 和 小张/PER", []),
      ("皮埃尔/PER • 莫罗/PER 说", ["皮埃尔•莫罗=皮埃尔•莫罗/PER/model"]),
      ("谢尔盖·马斯克/PER 说", ["谢尔盖·马斯克=马斯克/PER/structure"]),
      ("大学/ORG 说 俄/LOC 和 中美/LOC 和 手机有限公司/ORG", []),
      ("韩朝/PER 和 巴方/PER 和 中哈/ORG 和 14人/ORG", []),
      ("阿卜杜勒/PER - 迈赫迪/PER 说", ["阿卜杜勒-迈赫迪=阿卜杜勒-迈赫迪/PER/model"]),
      ("李明远/PER - 王小帅/PER 说", ["李明远=李明远/PER/model", "王小帅=王小帅/PER/model"]),
      ("智谱 和 海岚集团/ORG", ["智谱=智谱/ORG/gazetteer", "海岚集团=海岚集团/ORG/model"]),
    ] as [(String, [String])])
  func model(words: String, expected: [String]) throws {
    #expect(try mentions(words) == expected)
    #expect(
      try mentions(words, findsUnlisted: false) == expected.filter { $0.hasSuffix("gazetteer") })
  }

  @Test(
    "of two names that begin alike, the longer one counts",
    arguments: [
      ("印度 说", ["印度=印度/LOC/gazetteer"]),
      ("印度/ORG 园林/I-ORG 学会/I-ORG 说", ["印度园林学会=印度园林学会/ORG/model"]),
      ("国立/ORG 印度/I-ORG 学会/I-ORG 说 印度", ["国立印度学会=国立印度学会/ORG/model", "印度=印度/LOC/gazetteer"]),
      ("印度/LOC 说", ["印度=印度/LOC/gazetteer"]),
    ] as [(String, [String])])
  func longer(words: String, expected: [String]) throws {
    #expect(try mentions(words) == expected)
  }

  @Test func `no longer name takes a user's name`() throws {
    var user = UserDictionary()
    try user.add(text: "印度\t天竺\tLOC\n", path: "mine.tsv")
    #expect(
      try mentions("印度/ORG 园林/I-ORG 学会/I-ORG 说", user: user) == ["印度=天竺/LOC/user"])
  }

  @Test(
    "an institution's name begins with its place",
    arguments: [
      ("印度 总统府 说", ["印度总统府=印度总统府/ORG/structure"]), ("印度 总 领馆 说", ["印度总领馆=印度总领馆/ORG/structure"]),
      ("印度 手机 服务 中心 说", ["印度手机服务中心=印度手机服务中心/ORG/structure"]),
      ("柳溪镇/LOC 电脑 中心 说", ["柳溪镇电脑中心=柳溪镇电脑中心/ORG/structure"]),
      ("印度 柳溪区法院/ORG 说", ["印度柳溪区法院=印度柳溪区法院/ORG/structure"]),
      ("中国 印度 柳溪小学/ORG 说", ["中国印度柳溪小学=中国印度柳溪小学/ORG/structure"]),
      ("印度 海岚集团/ORG 说", ["印度=印度/LOC/gazetteer", "海岚集团=海岚集团/ORG/model"]),
      ("印度 经开区 说", ["印度经开区=印度经开区/LOC/structure"]),
      ("中国 驻 印度 大使馆 说", ["中国驻印度大使馆=中国驻印度大使馆/ORG/structure"]),
      ("中国 驻 印度 说", ["中国=中国/LOC/gazetteer", "印度=印度/LOC/gazetteer"]),
      ("印度日报 说", ["印度日报=印度日报/ORG/structure"]), ("印度手机 说", []), ("手机日报 说", []),
      ("印度 说 中心", ["印度=印度/LOC/gazetteer"]), ("印度 手机", ["印度=印度/LOC/gazetteer"]),
      ("印度 ， 总统府", ["印度=印度/LOC/gazetteer"]), ("印度 中心 说", ["印度=印度/LOC/gazetteer"]),
      ("印度 手机 总统府 说", ["印度=印度/LOC/gazetteer"]),
    ] as [(String, [String])])
  func institution(words: String, expected: [String]) throws {
    #expect(try mentions(words) == expected)
  }

  @Test(
    "companies have their place in brackets, and tickers behind them",
    arguments: [
      ("澜图 （ 印度 ） 科技有限公司 说", ["澜图（印度）科技有限公司=澜图（印度）科技有限公司/ORG/structure"]),
      ("智谱 （ 集团 ） 股份 有限公司 说", ["智谱（集团）股份有限公司=智谱/ORG/structure"]),
      ("印度 澜图 投资 （ 集团 ） 有限公司 说", ["印度澜图投资（集团）有限公司=印度澜图投资（集团）有限公司/ORG/structure"]),
      ("手机 （ 电脑 ） 为 深瞳智能有限公司 说", ["深瞳智能有限公司=深瞳智能有限公司/ORG/structure"]),
      ("智谱 （ 印度 ） 说", ["智谱=智谱/ORG/gazetteer", "印度=印度/LOC/gazetteer"]),
      ("深瞳智能有限公司 说", ["深瞳智能有限公司=深瞳智能有限公司/ORG/structure"]), ("手机有限公司 说", []), ("某 深瞳智能有限公司 说", []),
      ("霍莱沃/PER （ 688682 ） 说", ["霍莱沃=霍莱沃/ORG/model"]),
      ("霍莱沃 （ 300308.SZ ） 说", ["霍莱沃=霍莱沃/ORG/structure"]),
      ("霍莱沃 （ 2023 ） 说", []), ("手机 （ 688682 ） 说", []),
    ] as [(String, [String])])
  func companies(words: String, expected: [String]) throws {
    #expect(try mentions(words) == expected)
  }

  @Test(
    "no institution takes a user's name",
    arguments: [
      ("印度 柳溪区法院/ORG 说", ["印度=印度/LOC/gazetteer", "柳溪区法院=柳溪法院/ORG/user"]),
      ("柳溪镇/LOC 柳溪区法院/ORG 说", ["柳溪镇=柳溪镇/LOC/model", "柳溪区法院=柳溪法院/ORG/user"]),
      ("印度 柳溪小学/ORG 说", ["印度柳溪小学=印度柳溪小学/ORG/structure"]),
    ] as [(String, [String])])
  func institutionOfUser(words: String, expected: [String]) throws {
    var user = UserDictionary()
    try user.add(text: "柳溪区法院\t柳溪法院\tORG\n", path: "mine.tsv")
    #expect(try mentions(words, user: user) == expected)
  }

  @Test(
    "names of an article agree with one another",
    arguments: [
      (
        "李明远/PER 说 。 李 明远 说 。 李明远/LOC 说",
        ["李明远=李明远/PER/model", "李明远=李明远/PER/structure", "李明远=李明远/PER/model"]
      ),
      (
        "李明远/LOC 说 。 李明远/PER 说 。 李明远/LOC 说",
        ["李明远=李明远/LOC/model", "李明远=李明远/LOC/model", "李明远=李明远/LOC/model"]
      ),
      (
        "海岚集团/PER 说 。 海岚集团/PER 说 。 海岚集团/ORG 说",
        ["海岚集团=海岚集团/ORG/model", "海岚集团=海岚集团/ORG/model", "海岚集团=海岚集团/ORG/model"]
      ),
      ("杜苏芮/PER 说 。 台风 “ 杜苏芮/PER ” 说 。 李明远/PER 说", ["李明远=李明远/PER/model"]),
      ("李明远/PER 说 《 李 明远 》", ["李明远=李明远/PER/model", "李明远=李明远/PRODUCT/structure"]),
      ("李明/PER 说 。 李 明 说", ["李明=李明/PER/model"]),
      ("柳溪文化馆/ORG 说 。 柳溪 文化馆 说", ["柳溪文化馆=柳溪文化馆/ORG/model"]),
    ] as [(String, [String])])
  func consistency(words: String, expected: [String]) throws {
    #expect(try mentions(words) == expected)
  }

  @Test(
    "works have title marks; documents have them too and are no names",
    arguments: [
      ("《 生命 起源 》 好吃", ["生命起源=生命起源/PRODUCT/structure"]),
      ("《 山东 日报 》 说", ["山东日报=山东日报/ORG/structure"]),
      ("《 你 好 ， 华 山 》", ["你好，华山=你好，华山/PRODUCT/structure"]),
      ("《 中国 电脑 》", ["中国电脑=中国电脑/PRODUCT/structure"]),
      ("《 中国 》", ["中国=中国/LOC/gazetteer"]), ("《 马斯克 》", ["马斯克=马斯克/PRODUCT/structure"]),
      ("《 中国 》 杂志 说", ["中国=中国/ORG/structure"]),
      ("《 李明远/PER 传 》 说", ["李明远传=李明远传/PRODUCT/structure"]),
      ("《 中国 电脑 管理 办法 （ 试行 ） 》", ["中国=中国/LOC/gazetteer"]),
      ("《 关于 手机 的 故事 》", []), ("《 年度 报告 2026 》", []), ("《 手机 说", []), ("《 》", []),
      ("《 我 说 手机 ， 手机 说 我 ， 好吃 》", []),
    ] as [(String, [String])])
  func works(words: String, expected: [String]) throws {
    #expect(try mentions(words) == expected)
  }

  @Test func `no work takes a user's name`() throws {
    var user = UserDictionary()
    try user.add(text: "印度\t天竺\tLOC\n", path: "mine.tsv")
    #expect(try mentions("《 印度 电脑 》", user: user) == ["印度=天竺/LOC/user"])
  }

  @Test(
    "finds names by their form",
    arguments: [
      ("司机 何 大力 说", ["何大力=何大力/PER/structure"]),
      ("果农 常 满仓 ， 说", ["常满仓=常满仓/PER/structure"]),
      ("秘书 钱 进 说", ["钱进=钱进/PER/structure"]),
      ("恒启 光伏 说", ["恒启光伏=恒启光伏/ORG/structure"]),
      ("司机 何 大力 手机", []), ("说 何 大力 说", []), ("民警 颜 警官 说", []),
      ("北京 投资 说", []), ("手机 科技 说", []), ("建水县 酒店 说", []),
      ("发言人 何 大力 说", ["何大力=何大力/PER/structure"]),
      ("上官 文博 说", ["上官文博=上官文博/PER/structure"]), ("上官 说", []), ("上官 先生 说", []),
      ("编辑 ： 卓然 。", ["卓然=卓然/PER/structure"]),
      ("作者 ： 江 晚秋 ， 说", ["江晚秋=江晚秋/PER/structure"]),
      ("编辑 卓然 。", []), ("编辑 ： 卓然 说", []), ("编辑 ： 江 。", []), ("说 ： 卓然 。", []),
    ] as [(String, [String])])
  func form(words: String, expected: [String]) throws {
    #expect(try mentions(words) == expected)
  }

  @Test(
    "a name's ending tells its label where the model is not sure",
    arguments: [
      ("澜图科技", EntityLabel.organization, 3, "ORG 0.65"), ("澜图科技", .place, 0, "ORG 0.65"),
      ("澜图科技", .place, 9, "LOC 0.75"), ("柳溪镇", .organization, 1, "LOC 0.65"),
      ("柳溪镇", .person, 0, "PER 0.3"), ("顾晚秋说", .person, 0, "PER 0.6"),
      ("市科技", .organization, 0, "ORG 0.1"),
      ("澜图", .organization, 0, "ORG 0.1"), ("海岚集团", .organization, 11, "ORG 0.68"),
      ("柳溪体育中心", .place, 0, "LOC 0.65"), ("柳溪体育中心", .organization, 0, "LOC 0.65"),
      ("柳溪图书馆", .place, 0, "LOC 0.65"), ("柳溪图书馆", .organization, 0, "ORG 0.65"),
    ] as [(String, EntityLabel, Int, String)])
  func ending(name: String, label: EntityLabel, confidence: Int, expected: String) throws {
    let tag = NameTag(label, confidence: confidence) ?? .none
    let says = name.hasSuffix("说") ? 3 : 0
    let end = UInt32(name.utf8.count)
    var tokens = [
      Token(
        span: TextSpan(start: 0, end: end - UInt32(says)), partOfSpeech: .properNoun, kind: .word,
        nameTag: tag)
    ]
    if says > 0 {
      tokens.append(
        Token(span: TextSpan(start: end - 3, end: end), partOfSpeech: .verb, kind: .word))
    }
    let mentions = try EntityTagger(TestDictionaries.make())
      .mentions(in: Document(id: "1", text: name), tokens: tokens)
    #expect(mentions.map { "\($0.label) \($0.score)" } == [expected])
  }

  @Test(
    "short names stand for what the article named in full",
    arguments: [
      (
        "北京澜码科技有限公司/ORG （ 以下 简称 “ 澜码 ” ） 说 。 澜码 说",
        [
          "北京澜码科技有限公司=北京澜码科技有限公司/ORG/model", "澜码=北京澜码科技有限公司/ORG/structure",
          "澜码=北京澜码科技有限公司/ORG/structure",
        ]
      ),
      (
        "澜码 说 。 北京澜码科技有限公司/ORG （ 简称 ： 澜码 ） 说",
        ["北京澜码科技有限公司=北京澜码科技有限公司/ORG/model", "澜码=北京澜码科技有限公司/ORG/structure"]
      ),
      (
        "北京澜码科技有限公司/ORG 说 。 澜码科技 说",
        ["北京澜码科技有限公司=北京澜码科技有限公司/ORG/model", "澜码科技=北京澜码科技有限公司/ORG/structure"]
      ),
      (
        "萨姆·奥尔特曼/PER 说 。 奥尔特曼 说",
        ["萨姆·奥尔特曼=萨姆·奥尔特曼/PER/model", "奥尔特曼=萨姆·奥尔特曼/PER/structure"]
      ),
      (
        "印度 深瞳智能有限公司/ORG 说",
        ["印度深瞳智能有限公司=印度深瞳智能有限公司/ORG/structure"]
      ),
      (
        "海岚股份有限公司/ORG （ 以下 简称 “ 公司 ” ） 说 。 公司 说",
        ["海岚股份有限公司=海岚股份有限公司/ORG/model"]
      ),
      ("北京澜码/ORG （ 说 ） 。 澜码 说", ["北京澜码=北京澜码/ORG/model"]),
      (
        "北京澜码/ORG （ “ 澜码 ” ） 说 。 澜码 说",
        [
          "北京澜码=北京澜码/ORG/model", "澜码=北京澜码/ORG/structure", "澜码=北京澜码/ORG/structure",
        ]
      ),
      (
        "北京澜码/ORG （ 下 称 “ 澜码 ” ） 说",
        ["北京澜码=北京澜码/ORG/model", "澜码=北京澜码/ORG/structure"]
      ),
      ("李明远/PER （ “ 澜码 ” ） 说 。 澜码 说", ["李明远=李明远/PER/model"]),
      // Nothing is introduced where a bracket is long.
      ("印度 （ 说 说 说 说 说 说 说 说 澜码 ） 说", ["印度=印度/LOC/gazetteer"]),
    ] as [(String, [String])])
  func article(words: String, expected: [String]) throws {
    #expect(try mentions(words) == expected)
  }

  @Test func `a document does not know the last one's short names`() throws {
    let tagger = EntityTagger(try TestDictionaries.make())
    func tokens(_ text: String) -> [Token] {
      [
        Token(
          span: TextSpan(start: 0, end: UInt32(text.utf8.count)), partOfSpeech: .properNoun,
          kind: .word, nameTag: text.contains("·") ? NameTag(.person) ?? .none : .none)
      ]
    }
    let first = "萨姆·奥尔特曼"
    #expect(tagger.mentions(in: Document(id: "1", text: first), tokens: tokens(first)).count == 1)
    let second = "奥尔特曼"
    #expect(tagger.mentions(in: Document(id: "2", text: second), tokens: tokens(second)).isEmpty)
  }

  @Test func `a name's tag holds label, place and confidence`() throws {
    for label in [EntityLabel.person, .place, .organization, .product] {
      for confidence in [0, 7, 15] {
        let tag = try #require(NameTag(label, isFirst: false, confidence: confidence))
        #expect(tag.label == label)
        #expect(!tag.isFirst)
        #expect(tag.confidence == confidence)
        #expect(NameTag(rawValue: tag.rawValue) == tag)
      }
    }
    #expect(NameTag(EntityLabel(rawValue: "MINE")) == nil)
    #expect(NameTag.none.label == nil)
    #expect(NameTag(.person, confidence: 99)?.confidence == 15)
  }
}
