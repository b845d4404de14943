import Segmentation
import TestSupport
import Testing
import TextModel

/// The project's own word standard: the rules that refine what the model finds.
@Suite struct RefinementTests {
  private func words(_ text: String, standard: String) async throws -> String {
    let model = try await TestModel.shared.value
    let document = Document(id: "1", text: text)
    let segmenter = try Segmenter(
      TestDictionaries.make(), engine: .model(model, standard: model.standard(named: standard)))
    return try segmenter.tokens(in: document).map { String(document[$0.span]) }
      .joined(separator: " ")
  }

  @Test(
    "rules change what the model finds",
    arguments: [
      ("大模型的价格", "大 模型 的 价格", "大模型 的 价格"),
      ("的价格不是5港元。", "的 价格 不是 5 港元 。", "的 价格 不 是 5港元 。"),
      ("去年10月的价格", "去年10月 的 价格", "去年 10月 的 价格"),
      ("2023年以来，", "2023年以来 ，", "2023年 以来 ，"),
      ("不是3港元，", "不是 3 港元 ，", "不 是 3港元 ，"),
      // A known name is whole.
      ("深度求索发布", "深度 求索 发布", "深度求索 发布"),
      ("昨天智谱说，", "昨天智谱 说 ，", "昨天 智谱 说 ，"),
      // A cut through words of the lexicon is mended, unless a name would be cut.
      ("公司兼收并蓄，", "公司 兼 收并蓄 ，", "公司 兼收并蓄 ，"),
      ("沿海海区的公司", "沿 海海区 的 公司", "沿海 海区 的 公司"),
      ("沿海海兴说", "沿 海海兴 说", "沿 海海兴 说"),
      ("特朗普通电话，", "特朗 普通 电话 ，", "特朗普 通 电话 ，"),
      ("住建部门说，", "住建 部门 说 ，", "住建 部门 说 ，"),
      // A character said twice, and another, are one word.
      ("热热闹闹的公司", "热 热闹闹 的 公司", "热热闹闹 的 公司"),
      // Titles behind surnames, directions and 着 behind verbs, and times behind dates are cut off.
      ("王先生停下来说，", "王先生 停下来 说 ，", "王 先生 停 下来 说 ，"),
      ("5月17日至22日的价格", "5月17日至22日 的 价格", "5月17日 至 22日 的 价格"),
      ("她笑着说，", "她 笑着 说 ，", "她 笑 着 说 ，"),
      ("5月17日22时的电话", "5月17日22时 的 电话", "5月17日 22时 的 电话"),
      // A class noun behind a known name is cut off.
      ("智谱公司说，", "智谱公司 说 ，", "智谱 公司 说 ，"),
      // What the model takes for a name is not cut otherwise.
      ("公司在北京市里。", "公司 在 北京市里 。", "公司 在 北京市里 。"),
      // A rule must begin and end with words of the model.
      ("智谱发布新模型，", "智谱 发布 新 模型 ，", "智谱 发布 新 模型 ，"),
    ])
  func rules(text: String, plain: String, refined: String) async throws {
    #expect(try await words(text, standard: "news") == plain)
    #expect(try await words(text, standard: "fenci") == refined)
  }

  @Test(
    "a name has its class from the dictionaries, and a term that is joined",
    arguments: [("深度求索发布大模型", "PROPN VERB NOUN"), ("智谱说", "PROPN VERB"), ("公司说", "NOUN VERB")])
  func classes(text: String, classes: String) async throws {
    let model = try await TestModel.shared.value
    let segmenter = try Segmenter(
      TestDictionaries.make(), engine: .model(model, standard: model.standard(named: "fenci")))
    let tokens = try segmenter.tokens(in: Document(id: "1", text: text))
    #expect(tokens.map(\.partOfSpeech.tag).joined(separator: " ") == classes)
  }

  @Test func `the refined standard comes first`() async throws {
    let model = try await TestModel.shared.value
    #expect(model.standards.map(\.name) == ["fenci", "news", "ud"])
    #expect(try model.standard(named: nil).name == "fenci")
  }
}
