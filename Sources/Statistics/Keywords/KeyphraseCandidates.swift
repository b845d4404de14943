import TextModel

/// The phrases of one document that may be keywords: every run of one to `maximumWords` words and entities
/// that stand next to each other, none of them a stop word or of an unwanted class.
struct KeyphraseCandidates {
  /// What was counted of a candidate.
  struct Candidate {
    /// The first unit of its first occurrence, and how many units it has.
    let firstUnit: Int
    let unitCount: Int
    let characters: Int
    /// Occurrences in title and text.
    var termFrequency = 0
    /// Occurrences in the text.
    var textFrequency = 0
    /// Occurrences that no candidate word touches.
    var wholeFrequency = 0
    /// How many words of the text stand before its first occurrence there; 0 if it is in the title.
    var wordsBefore = 0
    /// How many words of the text stand after its last occurrence there.
    var wordsAfter = 0
    var isInTitle = false
    /// Whether it stands in the title between marks or ends.
    var isTitlePart = false
    /// Whether it stood between quotation marks once.
    var isQuoted = false
  }

  static let maximumWords = 4
  static let maximumCharacters = 14

  /// The units of the title, then those of the text.
  private(set) var units: [KeyphraseUnit] = []
  private(set) var titleCount = 0
  private(set) var candidates: [Candidate] = []
  /// The terms of the candidates, by their numbers.
  private(set) var vocabulary = Vocabulary()
  /// The number of the candidate of each length that begins at each unit; -1 for none.
  private var numbers: [Int32] = []
  private var folded: [UInt8] = []

  /// The candidates of a document.
  init(title: Analysis?, text: Analysis, reader: inout KeyphraseReader) {
    if let title { add(title, isTitle: true, reader: &reader) }
    titleCount = units.count
    add(text, isTitle: false, reader: &reader)
  }

  /// The number of words of the text, without the title.
  var wordCount: Int { units.count - titleCount }

  func units(of candidate: Candidate) -> ArraySlice<KeyphraseUnit> {
    units[candidate.firstUnit..<candidate.firstUnit + candidate.unitCount]
  }

  /// The term of a candidate.
  func term(at number: Int) -> Term { vocabulary.term(at: number) }

  /// Calls `body` with the number of each other candidate that shares words with the first occurrence of a candidate,
  /// and with whether the candidate lies in it as a whole; those that lie in the candidate are left out.
  func forEachOverlapping(_ number: Int, _ body: (_ other: Int, _ isLonger: Bool) -> Void) {
    let candidate = candidates[number]
    let first = candidate.firstUnit
    let end = first + candidate.unitCount
    for start in max(0, first - Self.maximumWords + 1)..<end {
      for length in 1...Self.maximumWords
      where start + length > first && (start < first || start + length > end) {
        let other = numbers[start * Self.maximumWords + length - 1]
        if other >= 0 { body(Int(other), start <= first && start + length >= end) }
      }
    }
  }

  private mutating func add(_ analysis: Analysis, isTitle: Bool, reader: inout KeyphraseReader) {
    var text = analysis.document.text
    text.withUTF8 { bytes in
      let first = units.count
      reader.read(analysis, bytes: bytes, into: &units)
      numbers.append(
        contentsOf: repeatElement(-1, count: (units.count - first) * Self.maximumWords))
      for start in first..<units.count where units[start].isContent {
        var characters = 0
        for end in start..<min(start + Self.maximumWords, units.count) {
          if end > start, !units[end].isJoined { break }
          characters += Int(units[end].characters)
          if end > start, characters > Self.maximumCharacters { break }
          // A name and what it does: a clause.
          if end > start, units[start].form.isEntity, units[end].form == .verb { continue }
          if characters < reader.filter.minimumCharacters, !units[start].form.isEntity { continue }
          count(
            start...end, characters: characters, in: bytes, from: first, isTitle: isTitle,
            reader: reader)
        }
      }
    }
  }

  private mutating func count(
    _ range: ClosedRange<Int>, characters: Int, in bytes: UnsafeBufferPointer<UInt8>,
    from first: Int, isTitle: Bool, reader: KeyphraseReader
  ) {
    let (start, end) = (range.lowerBound, range.upperBound)
    let number = number(of: range, in: bytes, reader: reader)
    if number == candidates.count {
      candidates.append(
        Candidate(firstUnit: start, unitCount: range.count, characters: characters))
    }
    numbers[start * Self.maximumWords + range.count - 1] = Int32(number)
    let isWhole = !units[start].isJoined && !(end + 1 < units.count && units[end + 1].isJoined)
    let (from, to) = (Int(units[start].span.start), Int(units[end].span.end))
    candidates[number].termFrequency += 1
    if isWhole { candidates[number].wholeFrequency += 1 }
    if isTitle {
      candidates[number].isInTitle = true
      let begins = start == first || Int(units[start - 1].span.end) < from
      let ends = end + 1 == units.count || Int(units[end + 1].span.start) > to
      if begins, ends { candidates[number].isTitlePart = true }
    } else {
      if candidates[number].textFrequency == 0, !candidates[number].isInTitle {
        candidates[number].wordsBefore = start - first
      }
      candidates[number].textFrequency += 1
      candidates[number].wordsAfter = units.count - 1 - end
    }
    if QuotationMark.opens(before: from, in: bytes), QuotationMark.closes(at: to, in: bytes) {
      candidates[number].isQuoted = true
    }
  }

  private mutating func number(
    of range: ClosedRange<Int>, in bytes: UnsafeBufferPointer<UInt8>, reader: KeyphraseReader
  ) -> Int {
    if range.count == 1 {
      return vocabulary.intern(units[range.lowerBound].term, of: reader.vocabulary)
    }
    let span = Int(units[range.lowerBound].span.start)..<Int(units[range.upperBound].span.end)
    let surface = UnsafeBufferPointer(rebasing: bytes[span])
    return Halfwidth.fold(surface, into: &folded)
      ? folded.withUnsafeBufferPointer { vocabulary.intern($0, label: 0) }
      : vocabulary.intern(surface, label: 0)
  }
}
