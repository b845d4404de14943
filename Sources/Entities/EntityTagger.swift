internal import ICU
public import Lexicons
public import TextModel

/// Finds names in a text and counts each under its entity's canonical name.
///
/// At each token the longest name of a gazetteer that ends with a token is taken; the user's names go before
/// the built-in ones. A name that is also a common word (小米, 苹果) is an entity only where the context says
/// so (`ContextModel`; without one, where a cue stands in the same or a neighbouring sentence, or an
/// unambiguous name of the same entity in the document). Names on no list are those that the model of the
/// word standard finds, and the short forms that the article introduces.
///
/// One owner, one thread at a time: the working memory is kept from text to text.
public final class EntityTagger {
  private let characters: CharacterTable
  /// The gazetteers, the user's first.
  private let gazetteers: [Source]
  /// The units of their tries: looked at for each token, where counting references would take most of the time.
  private let units: [UnsafePointer<UInt64>]
  private let text = ScalarText()
  /// The names met so far: making a string for each mention would cost more than finding it.
  private var names: [EntityKey: (name: String, label: EntityLabel)] = [:]
  /// The entities that the document names beyond doubt, each with the sentence in which it does so; nil for
  /// several sentences.
  private var certain: [EntityKey: SentencePlace?] = [:]
  /// The number of the window in its document.
  private var window = 0
  private let findsUnlisted: Bool
  private let marksNames: Bool
  /// Decides ambiguous names. Read when the first one is met: most texts have none.
  private lazy var context = makeContext()
  private let makeContext: () -> ContextModel?
  private let vectors: WordVectors
  private let known: KnownWords
  private let families: ProductFamilies
  /// The names of the window that are no entities here, and the labels that they might have had.
  private var denied: [Range<Int>: EntityLabel] = [:]
  /// The short names that the document introduced.
  private var articleNames = ArticleNames()

  private struct Source {
    let gazetteer: Gazetteer
    let evidence: Mention.Evidence
  }

  private struct EntityKey: Hashable {
    let source: Int
    let entity: Int
  }

  /// A sentence of a document: sentences are numbered in each window anew.
  private struct SentencePlace: Equatable {
    let window: Int
    let sentence: Int
  }

  /// A name that stands in the text, before it is decided whether it means the entity.
  private struct Candidate {
    let source: Int
    let alias: Gazetteer.Alias
    let tokens: Range<Int>
    let sentence: Int

    var key: EntityKey { EntityKey(source: source, entity: alias.entity) }
  }

  /// - Parameters:
  ///   - findsUnlisted: Whether names on no list are looked for too.
  ///   - marksNames: Whether the tokens are of a standard whose model marks whole names: what it marks goes before
  ///     longer listed names, a listed place that it leaves unmarked counts little, and no rule joins institutions.
  public init(_ dictionaries: Dictionaries, findsUnlisted: Bool = true, marksNames: Bool = false) {
    self.findsUnlisted = findsUnlisted
    self.marksNames = marksNames
    vectors = dictionaries.compiled.wordVectors
    makeContext = {
      var directions = dictionaries.compiled.contextDirections()
      let shared = directions.removeValue(forKey: ContextDirection.everyName) ?? []
      return ContextModel(
        weights: dictionaries.compiled.contextWeights(), sharedDirection: shared,
        ownDirections: directions)
    }
    known = KnownWords(dictionaries)
    characters = dictionaries.characters
    gazetteers =
      [dictionaries.userGazetteer.map { Source(gazetteer: $0, evidence: .user) }]
      .compactMap { $0 }
      + [Source(gazetteer: dictionaries.gazetteer, evidence: .gazetteer)]
    families = ProductFamilies(
      gazetteers.map(\.gazetteer), characters: dictionaries.characters)
    units = gazetteers.map(\.gazetteer.trie.units.unsafeBaseAddress)
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
  public func beginDocument() {
    certain.removeAll(keepingCapacity: true)
    window = 0
    articleNames.removeAll()
  }

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
    self.window += 1
    text.decode(window, with: characters)
    let view = TokenWindow(tokens, in: window, baseOffset: baseOffset, text: text)
    denied.removeAll(keepingCapacity: true)
    var listed = ListedMentions(mentions: listedMentions(in: view))
    guard findsUnlisted else { return listed.mentions }
    listed.replaceShorter(with: ProductVersions(view, families).mentions())
    listed.replaceShorter(with: WorkTitles(view).mentions())
    listed.replaceShorter(with: BracketedCompanies(view, listed: listed.mentions).mentions())
    return UnlistedMentions(view, denied: denied, known: known, marksNames: marksNames)
      .mentions(beside: listed.mentions, &articleNames)
  }

  /// The names of the gazetteers.
  private func listedMentions(in window: TokenWindow) -> [Mention] {
    let candidates = candidates(in: window)
    guard !candidates.isEmpty else { return [] }
    noteCertain(candidates)
    let decisions = decisions(on: candidates, in: window)
    var mentions: [Mention] = []
    mentions.reserveCapacity(candidates.count)
    for (index, candidate) in candidates.enumerated() {
      let gazetteer = gazetteers[candidate.source].gazetteer
      var key = candidate.key
      var evidence = gazetteers[candidate.source].evidence
      var score: Float = evidence == .user ? 1 : Self.scoreOfListedName
      if let decision = decisions[index] {
        key = EntityKey(source: candidate.source, entity: decision.alias.entity)
        score = decision.probability
        if decision.probability < decision.threshold {
          guard let other = decision.otherwise else {
            let label = gazetteer.label(of: key.entity)
            // The model seldom takes a common word for a person or a place.
            if label != .person, label != .place { denied[candidate.tokens] = label }
            continue
          }
          key = EntityKey(source: candidate.source, entity: other.entity)
          // It is this one or the other, and this one was chosen.
          score = max(0.5, 1 - decision.probability)
        }
        if evidence == .gazetteer { evidence = .context }
      }
      let (name, label) = name(of: key, in: gazetteer)
      if marksNames, label == .place, evidence != .user,
        candidate.tokens.allSatisfy({ !window.tokens[$0].nameTag.isName })
      {
        score = Self.scoreOfUnmarkedPlace
      }
      mentions.append(
        window.mention(
          of: candidate.tokens, canonicalName: name, label: label, evidence: evidence,
          score: score))
    }
    return mentions
  }

  /// What an ambiguous name means.
  private struct Decision {
    /// The entity, if it is one of those that the context must speak for.
    let alias: Gazetteer.Alias
    /// How likely it is that one.
    let probability: Float
    /// The entity that the name means where the context does not speak for another.
    let otherwise: Gazetteer.Alias?

    /// Whether a cue speaks for the entity anywhere in the window.
    let hasCue: Bool

    /// How likely the entity must be. A name that means something else for certain otherwise, a city and not its
    /// club, means that more often than a word of two senses does; the more where the text has no word of football.
    var threshold: Float { otherwise == nil ? 0.5 : hasCue ? 0.65 : 0.8 }
  }

  /// The decisions on the ambiguous names of a window, by their place among the candidates.
  ///
  /// A name mostly has one meaning in a text (Gale, Church and Yarowsky 1992, "One sense per discourse"): half of
  /// what is known of a mention is what is known on average of it and of the entity's mentions in other sentences. (In
  /// one sentence both meanings are played off against each other: 豆包 the bun and the app.)
  private func decisions(on candidates: [Candidate], in window: TokenWindow) -> [Int: Decision] {
    guard candidates.contains(where: \.alias.isAmbiguous) else { return [:] }
    var judge = judge(of: candidates, in: window)
    var found: [(index: Int, alias: Gazetteer.Alias, logOdds: Float)] = []
    var sums: [EntityKey: Sum] = [:]
    var sumsOfSentences: [SentenceKey: Sum] = [:]
    var withCues: Set<EntityKey> = []
    for (index, candidate) in candidates.enumerated() where candidate.alias.isAmbiguous {
      let gazetteer = gazetteers[candidate.source].gazetteer
      let alias = judge.likeliestAlias(
        of: candidate.alias, in: gazetteer, number: candidate.source, sentence: candidate.sentence)
      let key = EntityKey(source: candidate.source, entity: alias.entity)
      let logOdds = judge.logOdds(
        of: candidate.tokens, sentence: candidate.sentence, alias: alias, gazetteer: gazetteer,
        number: candidate.source, isCertain: isCertain(key, outside: candidate.sentence),
        by: context)
      found.append((index, alias, logOdds))
      sums[key, default: Sum()].add(logOdds)
      if judge.hasCue(
        for: alias, of: gazetteer, number: candidate.source, near: candidate.sentence)
      {
        withCues.insert(key)
      }
      sumsOfSentences[SentenceKey(key: key, sentence: candidate.sentence), default: Sum()]
        .add(logOdds)
    }
    var decisions: [Int: Decision] = [:]
    for (index, alias, logOdds) in found {
      let source = candidates[index].source
      let key = EntityKey(source: source, entity: alias.entity)
      let all = sums[key] ?? Sum()
      let here =
        sumsOfSentences[SentenceKey(key: key, sentence: candidates[index].sentence)] ?? Sum()
      let mean = (all.sum - here.sum + logOdds) / (all.count - here.count + 1)
      let last = sequence(first: candidates[index].alias) {
        self.gazetteers[source].gazetteer.nextAlias(after: $0)
      }.first { !$0.isAmbiguous }
      decisions[index] = Decision(
        alias: alias, probability: LogisticRegression.logistic((logOdds + mean) / 2),
        otherwise: last, hasCue: withCues.contains(key))
    }
    return decisions
  }

  private func noteCertain(_ candidates: [Candidate]) {
    for candidate in candidates where !candidate.alias.isAmbiguous {
      let place = SentencePlace(window: window, sentence: candidate.sentence)
      if let known = certain[candidate.key] {
        if known != place { certain[candidate.key] = .some(nil) }
      } else {
        certain[candidate.key] = place
      }
    }
  }

  /// Whether another sentence than one names an entity beyond doubt. In one sentence 联想集团 and 联想 are as often
  /// played off against each other as they are the same.
  private func isCertain(_ key: EntityKey, outside sentence: Int) -> Bool {
    certain[key].map { $0 != SentencePlace(window: window, sentence: sentence) } ?? false
  }

  /// A sum of log odds, and of how many.
  private struct Sum {
    var sum: Float = 0
    var count: Float = 0

    mutating func add(_ value: Float) {
      sum += value
      count += 1
    }
  }

  private struct SentenceKey: Hashable {
    let key: EntityKey
    let sentence: Int
  }

  private func judge(of candidates: [Candidate], in window: TokenWindow) -> ContextJudge {
    ContextJudge(
      window, vectors: vectors, names: candidates.filter { !$0.alias.isAmbiguous }.map(\.tokens))
  }

  /// What the names of the gazetteer that were found in `corpus/gold` were right to.
  private static let scoreOfListedName: Float = 0.96

  /// Of 38 listed places that the model left unmarked in UNER GSDSimp's development sentences 5 were right: 法国 of
  /// 法国人 is none to them.
  private static let scoreOfUnmarkedPlace: Float = 0.1

  /// What is known of the ambiguous names of a document, to learn a `ContextModel` from; by the first byte of
  /// each name. No name in it is looked at as more certain than another.
  public func contextSamples(
    in document: Document, tokens: [Token]
  ) -> [(start: UInt32, sample: ContextSample)] {
    guard !tokens.isEmpty else { return [] }
    var utf8 = document.text
    return utf8.withUTF8 { utf8 in
      text.decode(utf8, with: characters)
      let window = TokenWindow(tokens, in: utf8, baseOffset: 0, text: text)
      let candidates = candidates(in: window)
      var judge = judge(of: candidates, in: window)
      return candidates.filter(\.alias.isAmbiguous).map { candidate in
        let gazetteer = gazetteers[candidate.source].gazetteer
        let alias = judge.likeliestAlias(
          of: candidate.alias, in: gazetteer, number: candidate.source,
          sentence: candidate.sentence)
        return (
          tokens[candidate.tokens.lowerBound].span.start,
          judge.sample(
            of: candidate.tokens, sentence: candidate.sentence, alias: alias,
            gazetteer: gazetteer, number: candidate.source)
        )
      }
    }
  }

  /// The listed names that stand in a document, by their tokens, whether or not they mean their entities there: what
  /// `mentions(in:tokens:)` decides on.
  ///
  /// - Parameter tokens: All tokens of the document, in order.
  /// - Complexity: O(*n*) in the number of characters, for names of bounded length.
  public func listedNames(in document: Document, tokens: [Token]) -> [Range<Int>] {
    guard !tokens.isEmpty else { return [] }
    var utf8 = document.text
    return utf8.withUTF8 { utf8 in
      text.decode(utf8, with: characters)
      return candidates(in: TokenWindow(tokens, in: utf8, baseOffset: 0, text: text)).map(\.tokens)
    }
  }

  private func candidates(in window: TokenWindow) -> [Candidate] {
    let layout = window.layout
    var candidates: [Candidate] = []
    var end = 0
    var sentence = 0
    for token in beginnings(in: layout) where token >= end {
      while sentence + 1 < layout.sentenceStarts.count,
        layout.sentenceStarts[sentence + 1] <= token
      {
        sentence += 1
      }
      for number in units.indices {
        guard
          let match = longestName(
            at: token, in: units[number], layout: layout,
            preferredEnd: markedEnd(at: token, in: window, number))
        else { continue }
        candidates.append(
          Candidate(
            source: number, alias: gazetteers[number].gazetteer.alias(at: match.unit),
            tokens: token..<match.end, sentence: sentence))
        end = match.end
        break
      }
    }
    return candidates
  }

  /// The token behind the name that the model marks at a token, which goes before all listed names but the user's;
  /// `noToken` where there is none.
  private func markedEnd(at token: Int, in window: TokenWindow, _ source: Int) -> Int {
    guard marksNames, gazetteers[source].evidence != .user else { return Self.noToken }
    return window.markedName(at: token)?.upperBound ?? Self.noToken
  }

  /// No name ends before the first token.
  private static let noToken = 0

  /// The tokens with which a name may begin.
  private func beginnings(in layout: TokenLayout) -> [Int] {
    let entries = text.entries
    let last = text.count - 1
    let space = CharacterClass.space.rawValue
    return units.withUnsafeBufferPointer { units in
      [Int](unsafeUninitializedCapacity: layout.count) { found, count in
        for token in 0..<layout.count {
          let position = layout.starts[token]
          let first = CharacterTable.code(of: entries[position])
          let next = position < last ? entries[position &+ 1] : 0
          // What stands behind white space is not looked at here.
          var mayBegin = CharacterTable.classValue(of: next) == space
          for units in units
          where DoubleArray.mayBegin(in: units, with: first, CharacterTable.code(of: next)) {
            mayBegin = true
          }
          found[count] = token
          count &+= mayBegin ? 1 : 0
        }
      }
    }
  }

  /// The longest name that begins with a token and ends with one; if there is one, the name that ends before the
  /// token `preferredEnd` instead.
  private func longestName(
    at token: Int, in units: UnsafePointer<UInt64>, layout: TokenLayout, preferredEnd: Int
  ) -> (unit: Int, end: Int)? {
    func isFolded(_ position: Int) -> Bool { layout.isFoldedSpace(position, in: text) }
    var best = (unit: 0, end: Self.noToken)
    var preferred = best
    var last = token
    DoubleArray.forEachWord(
      of: units, along: text.entries, in: layout.starts[token]..<text.count,
      skipping: isFolded
    ) { unit, end in
      while last < layout.count, layout.ends[last] < end { last += 1 }
      if last < layout.count, layout.ends[last] == end {
        best = (unit, last + 1)
        if best.end == preferredEnd { preferred = best }
      }
    }
    if preferred.end != Self.noToken { return preferred }
    return best.end == Self.noToken ? nil : best
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
