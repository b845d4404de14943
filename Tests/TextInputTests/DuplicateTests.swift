import Testing

@testable import TextInput

@Suite struct DuplicateTests {
  /// A text of some letters drawn from the commonest characters.
  private func text(_ count: Int, seed: Int) -> String {
    var generator = SplitMix(seed: seed)
    return String(String.UnicodeScalarView(letters(count, using: &generator)))
  }

  private func letters(_ count: Int, using generator: inout SplitMix) -> [Unicode.Scalar] {
    (0..<count).map { _ in Unicode.Scalar(UInt32.random(in: 0x4E00..<0x5600, using: &generator))! }
  }

  private func isNew(_ text: String, to index: inout DuplicateIndex, scope: Int = 0) -> Bool {
    index.insert(TextFingerprint(of: text), in: scope)
  }

  /// The Jaccard similarity of the sets of five-letter runs, counted out.
  private func jaccard(_ one: [Unicode.Scalar], _ two: [Unicode.Scalar]) -> Double {
    func shingles(_ text: [Unicode.Scalar]) -> Set<[Unicode.Scalar]> {
      Set((0...text.count - 5).map { Array(text[$0..<$0 + 5]) })
    }
    let (first, second) = (shingles(one), shingles(two))
    return Double(first.intersection(second).count) / Double(first.union(second).count)
  }

  @Test(
    "white space, marks, width and case make no other text",
    arguments: [
      ("智谱发布GLM-4，增长3.5%。", "智谱 发布 ＧＬＭ４：增长３．５％"),
      ("第一段。\n第二段", "第一段　第二段！"),
      ("共1,200人", "共 1,200 人。"),
    ])
  func sameLetters(one: String, two: String) {
    #expect(TextFingerprint(of: one).hash == TextFingerprint(of: two).hash)
  }

  @Test(
    "letters and numbers do",
    arguments: [
      ("增长3.5", "增长3.6"), ("增长3.5", "增长35"), ("共12人", "共1人2"), ("模型", "模型型"), ("台湾", "臺灣"),
      ("1。2", "12"),
    ])
  func otherLetters(one: String, two: String) {
    #expect(TextFingerprint(of: one).hash != TextFingerprint(of: two).hash)
  }

  @Test("the estimate is near the Jaccard similarity", arguments: 0..<40)
  func estimate(seed: Int) {
    var generator = SplitMix(seed: seed)
    let one = letters(Int.random(in: 200..<2_000, using: &generator), using: &generator)
    var two = one
    for _ in 0..<Int.random(in: 0..<one.count / 10, using: &generator) {
      two[Int.random(in: 0..<two.count, using: &generator)] =
        letters(1, using: &generator)[0]
    }
    let sketches = [one, two].map { TextSketch(of: $0.map(\.value)) }
    let truth = jaccard(one, two)
    // Four standard errors, √(J(1 − J)/128) · 16/15 at most 0.047.
    #expect(abs(sketches[0].similarity(to: sketches[1]) - truth) < 0.19)
    if truth == 1 { #expect(sketches[0].similarity(to: sketches[1]) == 1) }
  }

  @Test func `a reprint with another head and tail is a copy, another text is not`() {
    var index = DuplicateIndex()
    let article = text(400, seed: 1)
    #expect(isNew(article, to: &index))
    #expect(!isNew(article, to: &index))
    #expect(!isNew("原标题：" + article + "（责任编辑：张三 12）", to: &index))
    #expect(isNew(text(400, seed: 2), to: &index))
    // Half of it is new.
    #expect(isNew(article + text(400, seed: 3), to: &index))
  }

  @Test func `notices of one form with other numbers are different texts`() {
    func notice(_ seed: Int) -> String {
      var generator = SplitMix(seed: seed)
      let part = [text(25, seed: 90), text(20, seed: 91), text(30, seed: 92)]
      return (0..<6).map { part[$0 % 3] + "\(Int.random(in: 100..<9_999, using: &generator))" }
        .joined()
    }
    var index = DuplicateIndex()
    #expect(isNew(notice(1), to: &index))
    #expect(isNew(notice(2), to: &index))
    #expect(!isNew(notice(1) + "完", to: &index))
  }

  @Test func `a short text is a copy only of its own letters`() {
    var index = DuplicateIndex()
    #expect(isNew("央行宣布降准", to: &index))
    #expect(!isNew("央行宣布降准。", to: &index))
    #expect(isNew("央行宣布降息", to: &index))
  }

  @Test func `a text without letters is never a copy`() {
    var index = DuplicateIndex()
    for text in ["", "", "……", "……"] { #expect(isNew(text, to: &index)) }
  }

  @Test func `copies are looked for in one scope only`() {
    var index = DuplicateIndex()
    for text in [text(100, seed: 1), "央行降准"] {
      for scope in [0, 1, 700] {
        #expect(isNew(text, to: &index, scope: scope))
        #expect(!isNew(text, to: &index, scope: scope))
      }
    }
  }

  @Test func `among thousands of texts each copy is found and nothing else`() {
    var index = DuplicateIndex()
    let count = 3_000
    for seed in 0..<count {
      #expect(isNew(text(seed % 120 + 8, seed: seed), to: &index))
    }
    for seed in 0..<count {
      #expect(!isNew(text(seed % 120 + 8, seed: seed) + "！", to: &index))
    }
  }

  @Test("any valid text has a fingerprint", arguments: 0..<60)
  func garbage(seed: Int) {
    var generator = SplitMix(seed: seed)
    let bytes = (0..<Int.random(in: 0..<300, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(TextFingerprint(of: text) == TextFingerprint.all(of: ["模型12", text])[1])
    #expect(TextFingerprint(of: String(repeating: "哈", count: 40)).sketch != nil)
  }
}
