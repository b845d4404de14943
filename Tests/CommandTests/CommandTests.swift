import Foundation
import TestSupport
import Testing

/// The contract of the command: streams, exit status, formats, order.
@Suite struct CommandTests {
  @Test func `segment prints a line per input line`() throws {
    let program = try Program()
    defer { program.finish() }
    let result = try program.run(
      "segment", input: Data("智谱 AI 登陆港交所。\n\n投入15.95亿元\n".utf8))
    #expect(result.output == "智谱 AI 登陆 港交所 。\n\n投入 15.95亿元\n")
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  @Test(
    "segment --granularity search adds the words inside words, with every engine",
    arguments: ["model", "lattice", "icu"])
  func search(engine: String) throws {
    let program = try Program()
    defer { program.finish() }
    try program.write("智谱清言大模型\n", to: "own.txt")
    let result = try program.run(
      "segment", "--engine", engine, "--granularity", "search", "--dictionary", "own.txt",
      input: Data("智谱清言大模型\nGPT-4o\n".utf8))
    #expect(result.output == "智谱清言大模型 智谱清言 智谱 清言 大模型 模型\nGPT-4o GPT 4o\n")
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  @Test func `inner words are told from tokens in tsv and jsonl, and the manifest names them`()
    throws
  {
    let program = try Program()
    defer { program.finish() }
    let text = Data("清华大學".utf8)
    let rows = try program.run(
      "segment", "--granularity=search", "--format=tsv", "--manifest=m.json", input: text
    ).output.split(separator: "\n").map { $0.split(separator: "\t").dropFirst() }
    #expect(rows.first == ["start", "end", "token", "pos", "inner"])
    #expect(rows.dropFirst().first == ["0", "4", "清华大學", "PROPN", "0"])
    #expect(rows.last == ["2", "4", "大學", "NOUN", "1"])
    let object = try program.run(
      "segment", "--granularity=search", "--format=jsonl", input: text
    ).output
    #expect(object.contains(#""inner":[{"text":"清华","start":0,"end":2,"pos":"PROPN"}"#))
    #expect(try program.read("m.json").contains(#""granularity":"search""#))
  }

  @Test func `a user's dictionary takes effect at once`() throws {
    let program = try Program()
    defer { program.finish() }
    let text = Data("冯·诺伊曼在B站说".utf8)
    try program.write("冯·诺伊曼\nB站\n", to: "own.txt")
    #expect(
      try program.run("segment", "--dictionary", "own.txt", input: text).output == "冯·诺伊曼 在 B站 说\n")
    try program.write("站说\n", to: "own.txt")
    #expect(
      try program.run("segment", "--dictionary", "own.txt", input: text).output.hasSuffix("B 站说\n"))
  }

  @Test func `read shows what was kept, what was cut and why`() throws {
    let program = try Program()
    defer { program.finish() }
    let body = """
      示例市昨天宣布，今年将新建二十所小学，新增学位两万个，重点放在人口流入多的城区。
      教育局负责人表示，资金已经列入预算，首批六所学校明年秋天开学，教师从现在起招聘。
      """
    try program.write("\(body)\n责任编辑：张三\n", to: "a.txt")
    let table = try program.run("read", "a.txt")
    #expect(table.output.contains("editor  责任编辑：张三"))
    #expect(table.output.contains("cut 1 line"))
    #expect(table.errors == "")
    let object = try program.run("read", "--format=jsonl", "a.txt").output
    #expect(
      object.hasSuffix(#""cut":[{"text":"责任编辑：张三","reason":"editor","position":241}]}"# + "\n"))
    #expect(try program.run("read", "--format=text", "a.txt").output == "\(body)\n")
    let cut = try program.run("segment", "a.txt")
    #expect(!cut.output.contains("责任"))
    #expect(cut.errors.hasPrefix("fenci: 1 text was cut to the article"))
    let whole = try program.run("segment", "--extract=off", "a.txt")
    #expect(whole.output.contains("责任 编辑"))
    #expect(whole.errors == "")
  }

  @Test func `entities count names under one name, and user labels too`() throws {
    let program = try Program()
    defer { program.finish() }
    try program.write("澜石科技\t澜石\tSTARTUP\n", to: "own.tsv")
    let result = try program.run(
      "entities", "--dictionary", "own.tsv", "--format", "tsv",
      input: Data("智谱、智谱AI和北京智谱华章科技股份有限公司。澜石科技说。".utf8))
    let rows = result.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(rows.first?.prefix(5) == ["rank", "canonical", "label", "mentions", "documents"])
    #expect(rows.dropFirst().first?.prefix(5) == ["1", "智谱", "ORG", "3", "1"])
    #expect(rows.last?.prefix(5) == ["2", "澜石", "STARTUP", "1", "1"])
  }

  @Test func `JSON lines carry ids, dates and other fields through`() throws {
    let program = try Program()
    defer { program.finish() }
    try program.write(
      #"{"id":7,"date":"2026-01-08","text":"智谱 AI上市","tags":["a",1]}"# + "\n", to: "a.jsonl")
    let result = try program.run("entities", "--format", "jsonl", "a.jsonl")
    #expect(
      result.output == #"{"id":"7","date":"2026-01-08","tags":["a",1],"entities":[{"text":"智谱 AI","#
        + #""canonical":"智谱","label":"ORG","start":0,"end":5,"evidence":"gazetteer","score":0.96}]}"#
        + "\n")
  }

  @Test func `products count for their makers if asked, and names on no list can be listed alone`()
    throws
  {
    let program = try Program()
    defer { program.finish() }
    try program.write("Kimi发布新功能，月之暗面表示。海岚科技有限公司董事长李明远出席。\n", to: "a.txt")
    let rolled = try program.run(
      "entities", "--roll-up", "--label", "ORG", "--format", "csv", "a.txt")
    #expect(rolled.output.contains("月之暗面,ORG,2,1"))
    let unlisted = try program.run("entities", "--unlisted", "--format", "csv", "a.txt")
    #expect(unlisted.output.contains("李明远,PER,1,1"))
    #expect(!unlisted.output.contains("Kimi"))
    #expect(try program.run("entities", "--min-score", "2", "a.txt").status == 64)
  }

  @Test func `entities come by group, in pairs, marked in the text, and as lines of a dictionary`()
    throws
  {
    let program = try Program()
    defer { program.finish() }
    try program.write(
      """
      {"id":"a","date":"2026-01-08","source":"甲报","text":"智谱和MiniMax上市。"}
      {"id":"b","date":"2026-02-09","source":"乙报","text":"MiniMax与智谱AI。海岚科技有限公司成立。"}
      {"id":"c","text":"DeepSeek。"}

      """, to: "a.jsonl")
    func run(_ arguments: String...) throws -> String {
      try program.run(["entities"] + arguments + ["a.jsonl"]).output
    }
    #expect(
      try run("--by", "source", "--format", "csv", "--label", "ORG", "--limit", "1").split(
        separator: "\r\n"
      )
      .dropFirst().map { $0.split(separator: ",").prefix(4) }
        == [["乙报", "1", "MiniMax", "ORG"], ["甲报", "1", "MiniMax", "ORG"]])
    #expect(try run("--by", "month").contains("1 documents without a date left out."))
    #expect(
      try run("--pairs", "--format", "tsv").split(separator: "\n").dropFirst()
        .map { $0.split(separator: "\t").prefix(6) } == [["1", "MiniMax", "ORG", "智谱", "ORG", "2"]])
    #expect(try run("--highlight").contains("[智谱AI/ORG=智谱]"))
    #expect(try run("--bio", "--label", "ORG").contains("MiniMax\tB-ORG\n与\tO\n"))
    #expect(
      try run("--unlisted", "--as-dictionary")
        == "# 1 mention in 1 document: MiniMax与智谱AI。【海岚科技有限公司】成立。\n海岚科技有限公司\t海岚科技有限公司\tORG\n")
    for refused in [
      ["--by", "month", "--pairs"], ["--pairs", "--highlight"], ["--bio", "--format", "csv"],
      ["--pairs", "--format", "jsonl"],
    ] {
      #expect(try program.run(["entities"] + refused + ["a.jsonl"]).status == 64)
    }
  }

  @Test func `keywords are whole phrases, titles count, and --explain says why`() throws {
    let program = try Program()
    defer { program.finish() }
    let text = "一家创业公司今天开会。大模型创业公司很多，大模型创业公司也很新，大模型创业公司增长。"
    try program.write(
      "{\"id\":\"1\",\"title\":\"具身智能\",\"text\":\"\(text)\"}\n{\"id\":\"2\",\"text\":\"\"}\n",
      to: "a.jsonl")
    let list = ["keywords", "--by=document", "--format=tsv"]
    let result = try program.run(list + ["a.jsonl"])
    #expect(result.status == 0, "\(result.errors)")
    let terms = result.output.split(separator: "\n").dropFirst().map {
      String($0.split(separator: "\t", omittingEmptySubsequences: false)[2])
    }
    #expect(terms.first == "具身智能")
    #expect(terms.contains("大模型创业公司") && !terms.contains("大模型创业"))
    let explained = try program.run(list + ["--explain", "a.jsonl"])
    #expect(explained.output.hasPrefix("document\trank\tterm\t"))
    #expect(explained.output.split(separator: "\n")[0].hasSuffix("\tquoted"))
    for arguments in [["--explain"], ["--explain", "--by=document", "--method=tfidf"]] {
      #expect(try program.run(["keywords"] + arguments + ["a.jsonl"]).status == 64)
    }
    for method in ["tfidf", "textrank", "keyness"] {
      let words = try program.run(list + ["--method", method, "a.jsonl"])
      #expect(words.output.contains("\t具身智能\t") || words.output.contains("\t智能\t"), "\(method)")
    }
  }

  @Test(
    "each JSON result is one JSON text that says what made it",
    arguments: [
      ["freq"], ["keywords"], ["keywords", "--by", "document"], ["entities"],
      ["entities", "--by", "month"],
      ["entities", "--pairs"], ["segment"],
      ["compare", "--by", "source"], ["trends", "--by", "year"], ["trends", "--terms", "智谱,算力"],
    ])
  func json(arguments: [String]) throws {
    let program = try Program()
    defer { program.finish() }
    let result = try program.run(
      arguments + [
        "--format=json", Repository.path("corpus/sample/technology.jsonl"),
        Repository.path("corpus/sample/southbank.jsonl.gz"),
      ])
    #expect(result.status == 0, "\(result.errors)")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let made = object["metadata"] as? [String: Any] ?? object
    #expect(made["icu"] is String && made["dictionaries"] is String)
  }

  @Test func `compares by any field of the documents`() throws {
    let program = try Program()
    defer { program.finish() }
    let sport = (0..<6).map { #"{"text":"球队赢得比赛。球队训练。","section":"\u4F53育","n":\#($0)}"# }
    let money = (0..<6).map { #"{"text":"公司公布财报。公司上市。","section":"财经","n":\#($0)}"# }
    try program.write(
      (sport + money + [#"{"text":"没有栏目。"}"#]).joined(separator: "\n"), to: "a.jsonl")
    let result = try program.run(
      "compare", "--by", "section", "--keep-duplicates", "--format", "csv", "a.jsonl")
    #expect(result.status == 0)
    #expect(result.errors.contains("1 documents have no field section"))
    #expect(result.output.contains("体育,财经,球队,"))
    #expect(result.output.contains("财经,体育,公司,"))
    let none = try program.run("compare", "--by", "nothing", "a.jsonl")
    #expect(none.status == 1 && none.errors.contains("there is 0"))
  }

  @Test(
    "the same at any number of threads",
    arguments: [
      ["segment"], ["segment", "--format=jsonl"], ["segment", "--granularity=search"],
      ["entities", "--format=jsonl"],
      ["freq", "--format=csv"], ["freq", "--dispersion=source", "--format=csv"],
      ["freq", "--ngrams=1..3", "--min-count=2", "--format=csv"],
      ["keywords", "--by=document"], ["keywords", "--format=csv", "--limit=0"],
      ["keywords", "--method=textrank"], ["keywords", "--method=keyness"],
      ["trends", "--terms=智谱,MiniMax", "--format=csv"],
      ["compare", "--by=year"], ["compare", "--by=source", "--resample=70", "--level=1"],
      ["trends", "--layout=bursts"], ["trends", "--terms=智谱", "--split-by=source"],
    ])
  func threads(arguments: [String]) throws {
    let program = try Program()
    defer { program.finish() }
    let corpus = Repository.path("corpus/sample")
    let one = try program.run(arguments + ["--threads=1", corpus])
    let many = try program.run(arguments + ["--threads=5", corpus])
    #expect(one.status == 0)
    #expect(!one.output.isEmpty)
    #expect(one.output == many.output)
  }

  @Test(
    "wrong usage ends with 64 and help",
    arguments: [
      ["segment", "--engine=fast"], ["freq", "--pos=NN"], ["compare", "a.txt"],
      ["segment", "--encoding=klingon"], ["segment", "--granularity=fine"],
      ["freq", "--granularity=search"], ["compare", "--by=source", "--resample=0"],
      ["compare", "--by=source", "--resample=9", "--no-articles"],
      ["trends", "--split-by=source"], ["trends", "--terms=智谱", "--split-by=path"],
      ["compare", "--by=source", "--adjust=most"], ["compare", "--by=source", "--order=best"],
      ["trends", "--from=2026"], ["segment", "--entities"], ["bogus"], ["freq", "--threads=0"],
      ["freq", "--ngrams=3..2"], ["freq", "--ngrams=2.3"], ["freq", "--ngrams=0"],
      ["freq", "--ngrams=9"], ["freq", "--ngrams=3", "--window=4"], ["freq", "--sort=pmi"],
      ["freq", "--with=智谱"], ["freq", "--ngrams=2", "--dispersion=source"],
      ["freq", "--words-only", "--label=ORG"], ["freq", "--ngrams=2", "--save=a.fcz"], ["merge"],
      ["merge", "--sort=g2", "a.fcz"], ["merge", "--words-only", "a.fcz"],
    ])
  func usage(arguments: [String]) throws {
    let program = try Program()
    defer { program.finish() }
    let result = try program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.contains("Error:"))
  }

  @Test func `the version names ICU`() throws {
    let program = try Program()
    defer { program.finish() }
    let result = try program.run("--version")
    #expect(result.output.hasPrefix("fenci ") && result.output.contains("(ICU "))
  }

  @Test func `a manifest says what made a result`() throws {
    let program = try Program()
    defer { program.finish() }
    _ = try program.run("freq", "--manifest", "m.json", input: Data("智谱".utf8))
    let manifest = try #require(
      JSONSerialization.jsonObject(with: Data(try program.read("m.json").utf8)) as? [String: Any])
    #expect(manifest["command"] as? String == "freq")
    #expect(manifest["inputs"] as? [String] == ["-"])
  }
}
