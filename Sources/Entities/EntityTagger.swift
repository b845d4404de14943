internal import ICU
public import Lexicons
public import TextModel

/// Finds the names of the gazetteers in a text and counts each under its entity's canonical name.
///
/// At each token the longest name that ends with a token is taken; the user's names go before the
/// built-in ones. A name that is also a common word (小米, 苹果) is an entity only where the context says
/// so: a cue in the same or a neighbouring sentence, or an unambiguous name of the same entity in the
/// document.
///
/// One owner, one thread at a time: the working memory is kept from text to text.
public final class EntityTagger {
  private let characters: CharacterTable
  /// The gazetteers, the user's first.
  private let gazetteers: [Source]
  private let text = ScalarText()
  /// The names met so far: making a string for each mention would cost more than finding it.
  private var names: [EntityKey: (name: String, label: EntityLabel)] = [:]
  /// The entities that the document names beyond doubt.
  private var certain: Set<EntityKey> = []

  private struct Source {
    let gazetteer: Gazetteer
    let evidence: Mention.Evidence
    /// The units of the gazetteer's trie: looked at for each token, where counting references would take
    /// most of the time.
    let units: UnsafePointer<UInt64>

    init(gazetteer: Gazetteer, evidence: Mention.Evidence) {
      self.gazetteer = gazetteer
      self.evidence = evidence
      units = gazetteer.trie.units.unsafeBaseAddress
    }
  }

  private struct EntityKey: Hashable {
    let source: Int
    let entity: Int
  }

  /// A name that stands in the text, before it is decided whether it means the entity.
  private struct Candidate {
    let source: Int
    let alias: Gazetteer.Alias
    let tokens: Range<Int>
    let sentence: Int

    var key: EntityKey { EntityKey(source: source, entity: alias.entity) }
  }

  public init(_ dictionaries: Dictionaries) {
    characters = dictionaries.characters
    gazetteers =
      [dictionaries.userGazetteer.map { Source(gazetteer: $0, evidence: .user) }]
      .compactMap { $0 }
      + [Source(gazetteer: dictionaries.gazetteer, evidence: .gazetteer)]
  }

  /// The names in a document.
  ///
  /// - Parameter tokens: All tokens of the document, in order.
  /// - Complexity: O(*n*) in the number of characters, for names of bounded length.
  public func mentions(in document: Document, tokens: [Token]) -> [Mention] {
    beginDocument()
    var utf8 = document.text
    return utf8.withUTF8 { mentions(in: $0, baseOffset: 0, tokens: tokens) }
  }

  /// Forgets what the last document said. Call it before the first window of the next.
  public func beginDocument() { certain.removeAll(keepingCapacity: true) }

  /// The names in one window of a document whose windows come in order.
  ///
  /// - Parameters:
  ///   - window: Valid UTF-8.
  ///   - baseOffset: Where the window begins in its document, in bytes.
  ///   - tokens: The tokens of the window, with offsets in the document.
  public func mentions(
    in window: UnsafeBufferPointer<UInt8>, baseOffset: Int, tokens: [Token]
  ) -> [Mention] {
    guard !tokens.isEmpty else { return [] }
    text.decode(window, with: characters)
    let layout = TokenLayout(tokens, of: text, baseOffset: baseOffset)
    let candidates = candidates(in: layout)
    guard !candidates.isEmpty else { return [] }
    for candidate in candidates where !candidate.alias.isAmbiguous {
      certain.insert(candidate.key)
    }
    var cues = CueFinder(layout: layout, text: text)
    var mentions: [Mention] = []
    mentions.reserveCapacity(candidates.count)
    for candidate in candidates {
      let source = gazetteers[candidate.source]
      var evidence = source.evidence
      if candidate.alias.isAmbiguous {
        guard
          certain.contains(candidate.key)
            || cues.hasCue(
              for: candidate.alias, of: source.gazetteer, number: candidate.source,
              near: candidate.sentence)
        else { continue }
        if evidence == .gazetteer { evidence = .context }
      }
      let (name, label) = name(of: candidate.key, in: source.gazetteer)
      mentions.append(
        Mention(
          span: TextSpan(
            start: tokens[candidate.tokens.lowerBound].span.start,
            end: tokens[candidate.tokens.upperBound - 1].span.end),
          tokens: candidate.tokens, canonicalName: name, label: label, evidence: evidence))
    }
    return mentions
  }

  private func candidates(in layout: TokenLayout) -> [Candidate] {
    var candidates: [Candidate] = []
    var token = 0
    var sentence = 0
    tokens: while token < layout.count {
      while sentence + 1 < layout.sentenceStarts.count,
        layout.sentenceStarts[sentence + 1] <= token
      {
        sentence += 1
      }
      for number in gazetteers.indices {
        if let match = longestName(at: token, in: gazetteers[number].units, layout: layout) {
          candidates.append(
            Candidate(
              source: number, alias: gazetteers[number].gazetteer.alias(at: match.unit),
              tokens: token..<match.end, sentence: sentence))
          token = match.end
          continue tokens
        }
      }
      token += 1
    }
    return candidates
  }

  /// The longest name that begins with a token and ends with one.
  private func longestName(
    at token: Int, in units: UnsafePointer<UInt64>, layout: TokenLayout
  ) -> (unit: Int, end: Int)? {
    var best: (unit: Int, end: Int)?
    var unit = DoubleArray.root
    var index = layout.starts[token]
    var last = token
    while index < text.count {
      let entry = text.entries[index]
      if layout.isFoldedSpace(index, in: text) {
        index += 1
        continue
      }
      let code = CharacterTable.code(of: entry)
      unit = DoubleArray.base(of: units[unit]) &+ Int(code)
      if code == 0 || DoubleArray.label(of: units[unit]) != code { break }
      index += 1
      while last < layout.count, layout.ends[last] < index { last += 1 }
      if DoubleArray.weight(of: units[unit]) != DoubleArray.noWeight, last < layout.count,
        layout.ends[last] == index
      {
        best = (unit, last + 1)
      }
    }
    return best
  }

  private func name(
    of key: EntityKey, in gazetteer: Gazetteer
  ) -> (name: String, label: EntityLabel) {
    if let known = names[key] { return known }
    let name = (gazetteer.canonicalName(of: key.entity), gazetteer.label(of: key.entity))
    names[key] = name
    return name
  }
}
