internal import TextModel

/// A line of words with their tags: `中国/LOC 的/u 大/a 城市/n`.
struct TaggedLine {
  private let text: Substring

  init(_ text: Substring) { self.text = text }

  func words(path: String, line: Int) throws(CorpusError) -> [AnnotatedWord] {
    var words: [AnnotatedWord] = []
    /// Where the open bracket of a name began.
    var bracket: Int?
    for piece in text.utf8.split(separator: 0x20) {
      var piece = Substring(piece)
      if piece.hasPrefix("["), piece.utf8.count > 3, !piece.hasPrefix("[/") {
        bracket = words.count
        piece = piece.dropFirst()
      }
      var nameTag: Substring?
      if bracket != nil, let close = piece.lastIndex(of: "]"), close > piece.startIndex {
        nameTag = piece[close...].dropFirst()
        if nameTag?.hasPrefix("/") == true { nameTag = nameTag?.dropFirst() }
        piece = piece[..<close]
      }
      guard let slash = piece.utf8.lastIndex(of: UInt8(ascii: "/")), slash > piece.startIndex else {
        throw CorpusError(path: path, line: line, reason: "'\(piece)' has no tag behind a slash")
      }
      let tag = piece[slash...].dropFirst()
      var surface = piece[..<slash]
      if let note = surface.firstIndex(of: "{"), note > surface.startIndex {
        surface = surface[..<note]
      }
      let pieces = pieces(of: surface, tag: String(tag))
      if pieces.isEmpty, !words.isEmpty { words[words.count - 1].isFollowedBySpace = true }
      words += pieces
      if let start = bracket, let tag = nameTag {
        if let label = TagMap.label(of: tag) {
          for index in start..<words.count {
            words[index].name = AnnotatedWord.NamePart(label, isFirst: index == start)
          }
        }
        bracket = nil
      }
    }
    return words
  }

  /// A word; where it holds spaces, one for each run of characters without, for no engine joins over
  /// white space; none if it is nothing but a space.
  private func pieces(of surface: Substring, tag: String) -> [AnnotatedWord] {
    let label = TagMap.label(of: tag)
    var words: [AnnotatedWord] = []
    for part in surface.split(whereSeparator: { $0 == "_" || $0.isWhitespace }) {
      words.append(
        AnnotatedWord(
          String(part), tag: tag, partOfSpeech: TagMap.partOfSpeech(of: tag),
          name: label.map { AnnotatedWord.NamePart($0, isFirst: words.isEmpty) },
          isFollowedBySpace: true))
    }
    if !words.isEmpty { words[words.count - 1].isFollowedBySpace = false }
    return words
  }
}
