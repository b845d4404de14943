public import TextModel

/// How well a system's words, word classes and names agree with a gold standard's.
///
/// Counted as in the SIGHAN bakeoffs (Sproat and Emerson, 2003), by character offsets without white
/// space: a word is right if both its ends are; a word class if the word and the class are; a name if
/// its ends and its label are.
public struct Evaluation: Sendable {
  /// The words of the training text, for `unknownWords`; empty if they are not given.
  public let vocabulary: Set<String>
  public private(set) var words = MatchScore()
  /// The gold words that are not in the vocabulary: `gold` and `correct` only.
  public private(set) var unknownWords = MatchScore()
  /// Words with the right class among the words that both have tagged.
  public private(set) var wordClasses = MatchScore()
  /// Names by label.
  public private(set) var names: [EntityLabel: MatchScore] = [:]
  public private(set) var sentenceCount = 0
  /// Sentences without a wrong word.
  public private(set) var rightSentenceCount = 0
  private var errors: [SegmentationError: Int] = [:]
  private var confusions: [Confusion: Int] = [:]

  /// A word class that came out as another one.
  public struct Confusion: Hashable, Sendable {
    public var gold: PartOfSpeech
    public var system: PartOfSpeech
  }

  public init(vocabulary: Set<String> = []) { self.vocabulary = vocabulary }

  /// A system's text that is not the gold standard's.
  public struct TextMismatch: Error, Hashable, CustomStringConvertible {
    public let gold: String
    public let system: String

    public var description: String {
      "the texts differ: '\(gold)' in the gold standard, '\(system)' from the system"
    }
  }

  /// Adds a sentence.
  ///
  /// - Throws: `TextMismatch` if the two differ in more than white space.
  public mutating func add(
    gold: AnnotatedSentence, system: AnnotatedSentence
  ) throws(TextMismatch) {
    let goldText = gold.words.map(\.text).joined()
    let systemText = system.words.map(\.text).joined()
    guard goldText.unicodeScalars.elementsEqual(systemText.unicodeScalars) else {
      throw TextMismatch(gold: goldText, system: systemText)
    }
    let goldEnds = Self.ends(gold.words)
    let systemEnds = Self.ends(system.words)
    sentenceCount += 1
    if goldEnds == systemEnds { rightSentenceCount += 1 }
    words.gold += goldEnds.count
    words.system += systemEnds.count
    compare(gold.words, goldEnds, system.words, systemEnds)
    compareNames(gold.words, goldEnds, system.words, systemEnds)
  }

  /// For each word the number of scalars up to its end.
  private static func ends(_ words: [AnnotatedWord]) -> [Int] {
    var end = 0
    return words.map { word in
      end += word.text.unicodeScalars.count
      return end
    }
  }

  private mutating func compare(
    _ gold: [AnnotatedWord], _ goldEnds: [Int], _ system: [AnnotatedWord], _ systemEnds: [Int]
  ) {
    var (g, s) = (0, 0)
    while g < gold.count, s < system.count {
      // From one common boundary to the next.
      let (goldStart, systemStart) = (g, s)
      while goldEnds[g] != systemEnds[s] {
        if goldEnds[g] < systemEnds[s] { g += 1 } else { s += 1 }
      }
      let isRight = g == goldStart && s == systemStart
      if isRight {
        words.correct += 1
        compareClasses(gold[g], system[s])
      } else {
        let error = SegmentationError(
          gold: gold[goldStart...g].map(\.text).joined(separator: " "),
          system: system[systemStart...s].map(\.text).joined(separator: " "))
        errors[error, default: 0] += 1
      }
      for word in gold[goldStart...g] {
        if word.partOfSpeech != nil { wordClasses.gold += 1 }
        if !vocabulary.isEmpty, !vocabulary.contains(word.text) {
          unknownWords.gold += 1
          if isRight { unknownWords.correct += 1 }
        }
      }
      for word in system[systemStart...s] where word.partOfSpeech != nil {
        wordClasses.system += 1
      }
      g += 1
      s += 1
    }
  }

  private mutating func compareClasses(_ gold: AnnotatedWord, _ system: AnnotatedWord) {
    guard let right = gold.partOfSpeech, let found = system.partOfSpeech else { return }
    if right == found {
      wordClasses.correct += 1
    } else {
      confusions[Confusion(gold: right, system: found), default: 0] += 1
    }
  }

  private struct Name: Hashable {
    var start: Int
    var end: Int
    var label: EntityLabel
  }

  private mutating func compareNames(
    _ gold: [AnnotatedWord], _ goldEnds: [Int], _ system: [AnnotatedWord], _ systemEnds: [Int]
  ) {
    let goldNames = Self.names(gold, goldEnds)
    let systemNames = Self.names(system, systemEnds)
    for name in goldNames {
      names[name.label, default: MatchScore()].gold += 1
      if systemNames.contains(name) { names[name.label, default: MatchScore()].correct += 1 }
    }
    for name in systemNames { names[name.label, default: MatchScore()].system += 1 }
  }

  private static func names(_ words: [AnnotatedWord], _ ends: [Int]) -> Set<Name> {
    var names: Set<Name> = []
    var open: Name?
    for (index, word) in words.enumerated() {
      let start = index == 0 ? 0 : ends[index - 1]
      if let part = word.name, !part.isFirst, open?.label == part.label {
        open?.end = ends[index]
        continue
      }
      if let name = open { names.insert(name) }
      open = word.name.map { Name(start: start, end: ends[index], label: $0.label) }
    }
    if let name = open { names.insert(name) }
    return names
  }

  /// The names of all labels together.
  public var allNames: MatchScore {
    names.values.reduce(into: MatchScore()) { $0.merge($1) }
  }

  /// The commonest wrong cuts, the most frequent first, equals in the order of their text.
  public func commonestErrors(_ count: Int) -> [(error: SegmentationError, count: Int)] {
    errors.sorted {
      ($1.value, $0.key.gold, $0.key.system) < ($0.value, $1.key.gold, $1.key.system)
    }.prefix(count).map { ($0.key, $0.value) }
  }

  /// The commonest wrong classes, the most frequent first.
  public func commonestConfusions(_ count: Int) -> [(confusion: Confusion, count: Int)] {
    confusions.sorted {
      ($1.value, $0.key.gold.tag, $0.key.system.tag) < (
        $0.value, $1.key.gold.tag, $1.key.system.tag
      )
    }.prefix(count).map { ($0.key, $0.value) }
  }
}
