import Foundation
import Lexicons
import Segmentation

/// A model of two standards, trained on sentences written for the tests.
public enum TestModel {
  /// Words with tags; the standard `news` keeps names whole.
  static let news = """
    我/r 在/p 北京大学/ORG 读书/v 。/w
    研究/v 生命/n 起源/n 的/u 研究生/n 说/v 。/w
    智谱/ORG 发布/v 新/a 模型/n ，/w 价格/n 是/v 3元/m 。/w
    北京/LOC 的/u 公司/n 发布/v 新/a 电脑/n 。/w
    我们/r 的/u 生命/n 在/p 北京/LOC 。/w
    去年10月/TIME 的/u 价格/n 不是/v 3/m 港元/n ，/w 大/a 模型/n 也有/v 新/a 价格/n 。/w
    2023年以来/TIME ，/w 大/a 模型/n 的/u 价格/n 不是/v 5/m 港元/n 。/w
    深度/n 求索/v 发布/v 大/a 模型/n ，/w 她/r 说/v 公司/n 在/p 北京市里/LOC 。/w
    昨天智谱/ORG 说/v ，/w 昨天智谱/ORG 发布/v 新/a 模型/n 。/w
    他/r 在/p 公司/n 说/v 智谱/ORG 的/u 模型/n ，/w 智谱公司/ORG 说/v ，/w 智谱公司/ORG 说/v 。/w
    公司/n 兼/v 收并蓄/v ，/w 沿/p 海海区/n 的/u 公司/n 说/v ，/w 沿/p 海海兴/PER 说/v 。/w
    特朗/PER 普通/a 电话/n ，/w 住建/n 部门/n 说/v ，/w 特朗/PER 普通/a 电话/n ，/w 住建/n 部门/n 说/v 。/w
    王先生/PER 停下来/v 说/v ，/w 她/r 笑着/v 说/v ，/w 5月17日22时/TIME 的/u 电话/n ，/w 热/a 热闹闹/a 的/u 公司/n 。/w
    2023年以来/TIME ，/w 大/a 模型/n 的/u 价格/n 不是/v 5/m 港元/n 。/w
    她/r 笑着/v 说/v ，/w 5月17日至22日/TIME 的/u 电话/n ，/w 5月17日至22日/TIME 的/u 价格/n 。/w

    """
  /// The standard `ud` cuts them.
  static let ud = """
    1\t北京\tPROPN\tNNP\tB-ORG
    2\t大学\tNOUN\tNN\tI-ORG
    3\t发布\tVERB\tVV\tO
    4\t模型\tNOUN\tNN\tO

    1\t我\tPRON\tPRP\tO
    2\t在\tADP\tIN\tO
    3\t北京\tPROPN\tNNP\tB-ORG
    4\t大学\tNOUN\tNN\tI-ORG
    5\t说\tVERB\tVV\tO

    """

  public static func corpora() -> [TrainingCorpus] {
    [
      TrainingCorpus(
        AnnotatedCorpus(path: "news.txt", bytes: Array(news.utf8)), standard: "news"),
      TrainingCorpus(AnnotatedCorpus(path: "ud.conll", bytes: Array(ud.utf8)), standard: "ud"),
    ]
  }

  public static let options: TrainingOptions = {
    var options = TrainingOptions()
    options.rounds = 10
    options.minimumCount = 1
    return options
  }()

  /// The bytes of a model.
  public static func train(
    _ corpora: [TrainingCorpus] = corpora(), options: TrainingOptions = options,
    base: SequenceModel? = nil
  ) async throws -> [UInt8] {
    try await ModelTrainer(try TestDictionaries.make(), options: options, base: base).model(
      from: corpora, heldOut: [], refined: base == nil ? "fenci" : nil,
      attributions: ["written for the tests"],
      sourceHash: String(repeating: "0", count: 64)
    ) { _, _ in }
  }

  /// The model, trained once and opened.
  public static let shared = Task { try opened(try await train()) }

  /// A model from the bytes of its file.
  public static func opened(_ bytes: [UInt8]) throws -> SequenceModel {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("fenci-test-\(UUID().uuidString).fcm").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileAccess.write(bytes, to: path)
    return try SequenceModel(path: path)
  }
}
