internal import ICU
internal import TextModel

/// Looks for what is wrong with the names of a gazetteer: names that cannot be told apart, that no text can match,
/// that another one hides, and common words that are taken for names.
struct GazetteerCheck: ~Copyable {
  private var folding: CharacterTableBuilder

  init() throws(ICUError) { folding = try CharacterTableBuilder() }

  /// How often a common word stands in the word list, of 87 million occurrences, before the check asks whether it
  /// is a name.
  static let countOfCommonWord = 100

  /// What is wrong, one line each, in the order of the rows.
  ///
  /// - Complexity: O(*n*) in the number of rows and words.
  mutating func faults(of rows: [GazetteerRow], beside words: [LexiconWord]) -> [String] {
    let common = commonWords(words)
    var faults: [String] = []
    var owners: [String: [GazetteerRow]] = [:]
    for row in rows {
      let key = key(row.alias)
      for other in owners[key] ?? [] {
        if let fault = Self.fault(of: row, beside: other) { faults.append(fault) }
      }
      owners[key, default: []].append(row)
      if row.alias.unicodeScalars.count < 2 {
        faults.append("'\(row.alias)' is too short to be a name")
      }
      if let reason = UserDictionary.reasonNeverMatching(row.alias[...]) {
        faults.append("'\(row.alias)' can never match: \(reason)")
      }
      if row.cues.contains(row.alias) { faults.append("'\(row.alias)' is a cue of itself") }
      if !row.isAmbiguous, !row.isSure, let count = common[key] {
        faults.append(
          "'\(row.alias)' of \(row.canonicalName) is a common word (\(count) times in the word list): it must be "
            + "ambiguous, or marked sure")
      }
    }
    var reported: Set<String> = []
    for row in rows where owners[key(row.canonicalName)] == nil {
      if reported.insert(row.canonicalName).inserted {
        faults.append("'\(row.canonicalName)' is no alias of its own")
      }
    }
    return faults
  }

  /// What is wrong with a row and an earlier one whose alias is looked up alike.
  private static func fault(of row: GazetteerRow, beside other: GazetteerRow) -> String? {
    if other.canonicalName == row.canonicalName, other.label == row.label {
      return "'\(row.alias)' is the same name as '\(other.alias)' of \(row.canonicalName)"
    }
    if !other.isAmbiguous, !row.isAmbiguous {
      return "'\(row.alias)' names \(row.canonicalName) (\(row.label)) and "
        + "\(other.canonicalName) (\(other.label)): one must be ambiguous"
    }
    // Of entities whose cues stand equally near, the first is meant.
    if other.isAmbiguous, row.isAmbiguous, Set(row.cues).isSubset(of: other.cues) {
      return
        "'\(row.alias)' never means \(row.canonicalName) (\(row.label)): its cues are all cues of "
        + "\(other.canonicalName) (\(other.label))"
    }
    return nil
  }

  /// The frequent words that are no names, folded, with their counts.
  private mutating func commonWords(_ words: [LexiconWord]) -> [String: Int] {
    var common: [String: Int] = [:]
    for word in words
    where word.count >= Self.countOfCommonWord && word.partOfSpeech != .properNoun {
      common[key(word.word), default: 0] += word.count
    }
    return common
  }

  /// What a name is looked up by.
  private mutating func key(_ name: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in GazetteerBuilder.squeezed(name).unicodeScalars {
      key.append(Unicode.Scalar(folding.fold(scalar.value)) ?? scalar)
    }
    return String(key)
  }
}
