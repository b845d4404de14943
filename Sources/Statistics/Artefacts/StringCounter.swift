/// Counts how often strings occur in texts, wherever they stand: in words, across words, overlapping.
///
/// A string that begins or ends with an ASCII letter or digit counts only where no other stands next to it
/// there, so that AI is not found in OpenAI.
struct StringCounter: Sendable {
  private let strings: [[UInt8]]
  /// Of each hash of two characters, whether a string begins with such.
  private var filter = [UInt64](repeating: 0, count: Self.filterSize / 64)
  /// The strings by the hash of their first two characters: where each hash's strings begin in `members`.
  private var starts: [UInt32]
  private var members: [UInt32] = []
  private(set) var counts: [Int]

  private static let filterSize = 1 << 16

  /// - Parameter strings: UTF-8.
  /// - Precondition: each has two characters or more.
  init(_ strings: [[UInt8]]) {
    self.strings = strings
    counts = [Int](repeating: 0, count: strings.count)
    let hashes = strings.map { string in
      string.withUnsafeBufferPointer { Self.hash($0, at: 0) }
    }
    var sizes = [UInt32](repeating: 0, count: Self.filterSize + 1)
    for hash in hashes {
      filter[hash >> 6] |= 1 << UInt64(hash & 63)
      sizes[hash + 1] += 1
    }
    for index in 1..<sizes.count { sizes[index] += sizes[index - 1] }
    starts = sizes
    members = [UInt32](repeating: 0, count: strings.count)
    for (number, hash) in hashes.enumerated() {
      members[Int(sizes[hash])] = UInt32(number)
      sizes[hash] += 1
    }
  }

  /// Counts the strings in a text.
  ///
  /// - Parameter weight: How often the text is to count.
  /// - Complexity: O(*n*) in the bytes of the text, while few strings begin with the same two characters.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, weight: Int = 1) {
    var index = 0
    while index < text.count {
      let hash = Self.hash(text, at: index)
      if filter[hash >> 6] >> UInt64(hash & 63) & 1 == 1 {
        for member in starts[hash]..<starts[hash + 1] {
          let number = Int(members[Int(member)])
          if occurs(strings[number], in: text, at: index) { counts[number] += weight }
        }
      }
      index += Self.length(text[index])
    }
  }

  /// Adds the counts of another counter of the same strings.
  mutating func merge(_ other: StringCounter) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  private func occurs(
    _ string: [UInt8], in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    let end = index + string.count
    guard end <= text.count else { return false }
    for offset in string.indices where text[index + offset] != string[offset] { return false }
    if index > 0, Self.isLetter(string[0]), Self.isLetter(text[index - 1]) { return false }
    return !(end < text.count && Self.isLetter(text[end]) && Self.isLetter(text[end - 1]))
  }

  /// A hash of the two characters at a place, below `filterSize`; of one, at the end of the text.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let second = index + length(text[index])
    let end = second < text.count ? min(text.count, second + length(text[second])) : text.count
    var hash: UInt64 = 0
    for byte in text[index..<end] { hash = hash << 8 | UInt64(byte) }
    return Int((hash &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  private static func length(_ first: UInt8) -> Int {
    first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
