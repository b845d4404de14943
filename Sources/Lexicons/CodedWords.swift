/// Words as the codes of a `CharacterTable`, one after the other, to be sorted for a `DoubleArrayBuilder`: an array for
/// each of a million words would take longer to make than the trie.
struct CodedWords {
  private var codes: [UInt16] = []
  private var ends: [Int] = []
  private let characters: CharacterTable

  init(characters: CharacterTable) { self.characters = characters }

  var count: Int { ends.count }

  /// Adds a word.
  ///
  /// - Returns: Whether it was added: not if it is empty, or one of its characters has no code.
  mutating func append(_ word: String) -> Bool {
    let start = codes.count
    for scalar in word.unicodeScalars {
      let code = CharacterTable.code(of: characters.entry(of: scalar.value))
      if code == 0 {
        codes.removeLast(codes.count - start)
        return false
      }
      codes.append(code)
    }
    if codes.count > start { ends.append(codes.count) }
    return codes.count > start
  }

  /// The codes of a word.
  subscript(word: Int) -> ArraySlice<UInt16> { codes[(word > 0 ? ends[word - 1] : 0)..<ends[word]] }

  /// The numbers of the words in the order of their codes, equal ones as `precedes` says.
  ///
  /// - Complexity: O(*n* log *n*) in the number of words; most are told apart by their first four codes.
  func sorted(_ precedes: (Int, Int) -> Bool) -> [Int] {
    (0..<count).map { (beginning: beginning(of: $0), word: $0) }.sorted { left, right in
      if left.beginning != right.beginning { return left.beginning < right.beginning }
      let (leftCodes, rightCodes) = (self[left.word], self[right.word])
      return leftCodes.elementsEqual(rightCodes)
        ? precedes(left.word, right.word) : leftCodes.lexicographicallyPrecedes(rightCodes)
    }.map(\.word)
  }

  /// The first four codes of a word as a number; none is 0.
  private func beginning(of word: Int) -> UInt64 {
    let codes = self[word].prefix(4)
    return codes.reduce(0) { $0 << 16 | UInt64($1) } << UInt64(16 * (4 - codes.count))
  }
}
