import Foundation
import Lexicons
import TextModel

/// Small dictionaries made by hand, so that a test shows all that its result depends on.
public enum TestDictionaries {
  public static let words: [LexiconWord] = """
    的 5000 PART; 了 3000 PART; 在 2000 ADP; 我 900 PRON;
    北京 500 PROPN; 大学 400 NOUN; 北京大学 200 PROPN; 读书 100 VERB; 研究 300 VERB;
    研究生 150 NOUN; 生命 200 NOUN; 起源 80 NOUN; 模型 200 NOUN; 发布 250 VERB; 新 600 ADJ;
    小米 120 NOUN; 手机 300 NOUN; 粥 50 NOUN; 喝 150 VERB; 山 200 NOUN; 东 150 NOUN;
    华山 40 PROPN; 东边 40 NOUN; 苹果 150 NOUN; 好吃 60 ADJ; 公司 700 NOUN; 头发 60 NOUN;
    后来 200 NOUN; 电脑 120 NOUN; 印度 100 PROPN; 印度尼西亚 60 PROPN; 中国 900 PROPN;
    科学院 90 NOUN; 中国科学院 70 PROPN; 元 300 NOUN; 年 900 NOUN; 说 800 VERB; 亿 100 NUM;
    十分 100 ADV; 万一 50 ADV; 兼收并蓄 20 VERB; 沿海 60 NOUN; 海区 20 NOUN;
    特朗普 50 PROPN; 普通 50 ADJ; 住建部 20 PROPN; 部门 90 NOUN; 门 100 NOUN; 热闹 20 ADJ;
    """.split(whereSeparator: { ";\n".contains($0) }).compactMap(word)

  /// `word count TAG`
  private static func word(_ row: Substring) -> LexiconWord? {
    let cells = row.split(separator: " ")
    guard cells.count == 3, let count = Int(cells[1]),
      let partOfSpeech = PartOfSpeech(tag: cells[2])
    else { return nil }
    return LexiconWord(word: String(cells[0]), count: count, partOfSpeech: partOfSpeech)
  }

  public static let names: [GazetteerRow] = [
    GazetteerRow(alias: "智谱", canonicalName: "智谱", label: .organization),
    GazetteerRow(alias: "智谱AI", canonicalName: "智谱", label: .organization),
    GazetteerRow(alias: "Zhipu AI", canonicalName: "智谱", label: .organization),
    GazetteerRow(alias: "DeepSeek", canonicalName: "DeepSeek", label: .organization),
    GazetteerRow(alias: "DeepSeek-R1", canonicalName: "DeepSeek-R1", label: .product),
    GazetteerRow(alias: "深度求索", canonicalName: "DeepSeek", label: .organization),
    GazetteerRow(alias: "小米集团", canonicalName: "小米", label: .organization),
    GazetteerRow(
      alias: "小米", canonicalName: "小米", label: .organization, isAmbiguous: true,
      cues: ["手机", "公司"]),
    GazetteerRow(alias: "华山", canonicalName: "华山", label: .place),
    GazetteerRow(
      alias: "华山", canonicalName: "华山科技", label: .organization, isAmbiguous: true,
      cues: ["公司", "电脑"]),
    GazetteerRow(
      alias: "华山", canonicalName: "华山粥店", label: .organization, isAmbiguous: true,
      cues: ["好吃"]),
    GazetteerRow(alias: "印度", canonicalName: "印度", label: .place),
    GazetteerRow(alias: "中国", canonicalName: "中国", label: .place),
    GazetteerRow(alias: "中国科学院", canonicalName: "中国科学院", label: .organization),
    GazetteerRow(alias: "埃隆·马斯克", canonicalName: "马斯克", label: .person),
    GazetteerRow(alias: "马斯克", canonicalName: "马斯克", label: .person),
  ]

  /// Rules of the refined standard.
  public static let rules = [
    "大模型", "不 是", "也 有", "市 里", "# 以来", "# 至", "至 #", "去年 #", "#港元", "昨天 *", "* 公司", "#日 #", "@ 先生",
    "~ 下来",
    "~ 着",
  ].compactMap {
    StandardRule(form: $0)
  }

  /// The dictionaries, compiled to a file of the given name in the temporary folder and opened.
  public static func make(user: UserDictionary = UserDictionary()) throws -> Dictionaries {
    try Dictionaries(compiled.get(), user: user)
  }

  /// Compiled once, for all tests of the process.
  private static let compiled = Result {
    let path = "/tmp/fenci-tests-\(UInt64.random(in: .min ... .max)).fcd"
    let bytes = try DictionaryCompiler(sources).compile()
    // What is mapped stays readable when its name is gone.
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileAccess.write(bytes, to: path)
    return try CompiledDictionaries(path: path)
  }

  public static var sources: DictionarySources {
    DictionarySources(
      words: words,
      terms: [LexiconWord(word: "大模型", count: 1, partOfSpeech: .noun)], standardRules: rules,
      gazetteer: names, stopWords: ["的", "了", "在"])
  }
}
