/// How corpora cut runs of the same mark: —— is one word in most, two in some.
struct MarkRuns {
  private var whole = 0
  private var cut = 0

  /// - Throws: `CorpusError` at a bad line.
  init(of corpora: [TrainingCorpus]) throws {
    for corpus in corpora {
      try corpus.corpus.forEachSentence { add($0) }
    }
  }

  /// Whether most runs are cut into their marks.
  var areCut: Bool { cut > whole }

  private mutating func add(_ sentence: AnnotatedSentence) {
    var before: AnnotatedWord?
    for word in sentence.words {
      if let mark = word.text.first, Self.marks.contains(mark),
        word.text.dropFirst().allSatisfy({ $0 == mark })
      {
        if word.text.count > 1 {
          whole += 1
        } else if let before, before.text == word.text, !before.isFollowedBySpace {
          cut += 1
        }
      }
      before = word
    }
  }

  /// The marks that come in runs most often.
  private static let marks: Set<Character> = ["—", "…", "-", ".", "*"]
}
