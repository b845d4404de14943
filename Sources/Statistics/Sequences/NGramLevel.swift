/// The n-grams of one length that occur often enough, numbered from 0.
struct NGramLevel {
  /// What is counted beside the n-grams themselves.
  struct Margins {
    /// How often each prefix, by its number, is followed by a term.
    var prefixes: [Int]
    /// How often each term, by its number, stands at the last place.
    var terms: [Int]
    /// The places of all n-grams of the length.
    var total = 0
  }

  let entries: [NGramCounter.Entry]
  let margins: Margins
  /// Each slot: the entry's number plus one; 0 is free.
  private var slots: [UInt32]

  init(entries: [NGramCounter.Entry], margins: Margins) {
    self.entries = entries
    self.margins = margins
    var capacity = 64
    while capacity < entries.count * 2 { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
    for (number, entry) in entries.enumerated() {
      var position = Int(truncatingIfNeeded: NGramCounter.hash(entry.key)) & (capacity - 1)
      while slots[position] != 0 { position = (position + 1) & (capacity - 1) }
      slots[position] = UInt32(number + 1)
    }
  }

  /// The number of the n-gram of a prefix and a term, or nil if it is not among them.
  func number(of prefix: Int, _ term: Int) -> Int? {
    let key = NGramCounter.key(prefix, term)
    var position = Int(truncatingIfNeeded: NGramCounter.hash(key)) & (slots.count - 1)
    while slots[position] != 0 {
      let number = Int(slots[position]) - 1
      if entries[number].key == key { return number }
      position = (position + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The prefix and the last term of an n-gram.
  func parts(of number: Int) -> (prefix: Int, term: Int) {
    let key = entries[number].key
    return (Int(key >> 32) - 1, Int(key & 0xFFFF_FFFF))
  }

  /// How strongly an n-gram's last term goes with its prefix.
  func association(of number: Int) -> AssociationScores {
    let (prefix, term) = parts(of: number)
    return AssociationScores(
      joint: Int(entries[number].count), first: margins.prefixes[prefix],
      second: margins.terms[term], total: margins.total)
  }
}
