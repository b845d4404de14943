/// What corpora do their own way, counted in one reading: how they cut runs of the same mark (—— is one word in
/// most, two in some), and whether they mark names apart from their tags.
struct CorpusHabits {
  private var wholeRuns = 0
  private var cutRuns = 0
  /// Whether names are marked that the tags of the words do not tell.
  private(set) var marksNamesApart = false

  /// - Throws: `CorpusError` at a bad line.
  init(of corpora: [TrainingCorpus]) throws {
    for corpus in corpora {
      try corpus.corpus.forEachSentence { add($0) }
    }
  }

  /// Whether most runs are cut into their marks.
  var cutsMarks: Bool { cutRuns > wholeRuns }

  private mutating func add(_ sentence: AnnotatedSentence) {
    var before: AnnotatedWord?
    for word in sentence.words {
      if word.name != nil, word.tag.flatMap({ TagMap.label(of: $0) }) == nil {
        marksNamesApart = true
      }
      if let mark = word.text.first, Self.marks.contains(mark),
        word.text.dropFirst().allSatisfy({ $0 == mark })
      {
        if word.text.count > 1 {
          wholeRuns += 1
        } else if let before, before.text == word.text, !before.isFollowedBySpace {
          cutRuns += 1
        }
      }
      before = word
    }
  }

  /// The marks that come in runs most often.
  private static let marks: Set<Character> = ["—", "…", "-", ".", "*"]
}
