internal import ICU

extension CharacterTable {
  /// The table with codes for the characters of further words: those of a user's dictionary.
  ///
  /// Known characters keep their codes, so tries made with the old table stay valid.
  ///
  /// - Throws: `LexiconError.tooLarge` if there is no code left; `ICUError`.
  func extended(for words: [String]) throws -> CharacterTable {
    var unknown: [UInt32] = []
    for word in words {
      for scalar in word.unicodeScalars where Self.code(of: entry(of: scalar.value)) == 0 {
        unknown.append(scalar.value)
      }
    }
    guard !unknown.isEmpty else { return self }
    var builder = try CharacterTableBuilder()
    var codes: [UInt32: UInt32] = [:]
    var count = codeCount
    var changed: [UInt32: UInt32] = [:]
    for codePoint in unknown {
      let folded = builder.fold(codePoint)
      var code = codes[folded] ?? UInt32(Self.code(of: entry(of: folded)))
      if code == 0 {
        count += 1
        guard count <= Self.largestCode else {
          throw LexiconError.tooLarge(
            reason: "the user's dictionaries bring too many new characters")
        }
        code = UInt32(count)
      }
      codes[folded] = code
      for form in [codePoint, folded] {
        changed[form] = entry(of: form) & 0xFFFF_0000 | code
      }
    }
    return replacing(changed, codeCount: count)
  }

  private func replacing(_ changed: [UInt32: UInt32], codeCount: Int) -> CharacterTable {
    var base = (0..<storage.count).map { storage[$0] }
    var runs = (0..<supplementary.count).map { supplementary[$0] }
    for (codePoint, entry) in changed.sorted(by: { $0.key < $1.key }) {
      if codePoint < 0x10000 {
        base[Int(codePoint)] = entry
      } else {
        // Split the run around the code point: before it, itself, after it.
        let old = self.entry(of: codePoint)
        let position = runs.firstIndex { UInt32($0 >> 32) > codePoint } ?? runs.count
        runs.insert(
          contentsOf: [Self.run(codePoint, entry), Self.run(codePoint + 1, old)], at: position)
      }
    }
    // A later run that begins at the same code point wins: drop what it shadows.
    var ordered: [UInt64] = []
    for run in runs {
      if let last = ordered.last, last >> 32 == run >> 32 { ordered.removeLast() }
      ordered.append(run)
    }
    return CharacterTable(
      storage: MappedArray(base), supplementary: MappedArray(ordered), codeCount: codeCount)
  }

  private static func run(_ first: UInt32, _ entry: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(entry)
  }
}
