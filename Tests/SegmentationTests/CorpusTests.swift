import Segmentation
import Testing
import TextModel

/// Annotated corpora in their forms.
@Suite struct CorpusTests {
  private func sentences(_ text: String, _ format: CorpusFormat? = nil) throws
    -> [AnnotatedSentence]
  {
    var sentences: [AnnotatedSentence] = []
    try AnnotatedCorpus(path: "corpus", bytes: Array(text.utf8), format: format)
      .forEachSentence { sentences.append($0) }
    return sentences
  }

  @Test(
    "finds out the form",
    arguments: [
      ("我 爱 北京\n", CorpusFormat.segmented), ("我　爱　北京\r\n", .segmented), ("", .segmented),
      ("我/r 爱/v 北京/ns\n", .tagged), ("２６/m  日/t  ，/w\n", .tagged),
      ("# id = 1\n1\t我\tPRON\tPRP\tO\n", .conll),
      ("1\t我\t我\tPRON\tPRP\t_\t0\troot\t_\tSpaceAfter=No\n", .conllu),
      ("1\t我\tO\t-\t-\n2\t北京\tB-LOC\t-\t-\n", .iob2),
      ("# id = a\n北京\tB-LOC\t北京\n", .gold),
    ])
  func detection(text: String, format: CorpusFormat) {
    #expect(CorpusFormat.detected(in: text) == format)
  }

  @Test(
    "reads the words",
    arguments: [
      ("我 爱 北京\n\n你  好\n", [["我", "爱", "北京"], ["你", "好"]]),
      ("\u{FEFF}我/r 爱/v\r\n", [["我", "爱"]]),
      ("和//w 他/r\n", [["和/", "他"]]), ("//w 他/r 说/v\n", [["/", "他", "说"]]),
      ("[中国/ns 科学院/n]nt 的/u\n", [["中国", "科学院", "的"]]), ("行{hang2}/n 长/n\n", [["行", "长"]]),
      ("Claude_3/nz 是/v\n", [["Claude", "3", "是"]]),
      ("1\t我\tPRON\tPRP\tO\n\n1\t他\tPRON\tPRP\tO\n", [["我"], ["他"]]),
    ])
  func words(text: String, expected: [[String]]) throws {
    #expect(try sentences(text).map { $0.words.map(\.text) } == expected)
  }

  @Test func `tags, names and spaces come with the words`() throws {
    let words = try sentences("[中国/ns 科学院/n]nt 在/p _/w 北京/LOC 。/w\n")[0].words
    #expect(words.map(\.tag) == ["ns", "n", "p", "LOC", "w"])
    #expect(
      words.map(\.partOfSpeech) == [.properNoun, .noun, .adposition, .properNoun, .punctuation])
    #expect(words[0].name == AnnotatedWord.NamePart(.organization, isFirst: true))
    #expect(words[1].name == AnnotatedWord.NamePart(.organization, isFirst: false))
    #expect(words[2].name == nil && words[2].isFollowedBySpace)
    #expect(words[3].name == AnnotatedWord.NamePart(.place, isFirst: true))
    #expect(AnnotatedSentence(words).text == "中国科学院在 北京。")
  }

  @Test func `ranges and empty nodes of CoNLL-U are no words`() throws {
    let rest = "\t_\tVERB\tVV\t_\t0\troot\t_\t_"
    let text = "1-2\t不会\(rest)\n1\t不\(rest)\n1.1\t\(rest)\n2\t会\(rest)\n"
    #expect(try sentences(text, .conllu).map { $0.words.map(\.text) } == [["不", "会"]])
  }

  @Test(
    "says where a line is wrong",
    arguments: [
      ("我/r 爱/v\n你 好/a 吗/y 啊/y 哦/y 哈/y 嗯/y 呢/y 么/y 吧/y\n", CorpusFormat.tagged, 2),
      ("1\t我\n", .conllu, 1), ("1\t我\tPRON\tPRP\tX\n", .conll, 1), ("我\tB\t-\n", .gold, 1),
    ])
  func faults(text: String, format: CorpusFormat, line: Int) {
    let error = #expect(throws: CorpusError.self) { try sentences(text, format) }
    #expect(error?.line == line)
  }
}
