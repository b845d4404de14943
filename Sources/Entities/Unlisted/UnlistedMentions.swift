internal import TextModel

/// Adds the names on no list to those of the gazetteers: what the model finds, and the short names that the
/// article introduces.
struct UnlistedMentions {
  private let tokens: [Token]
  private let window: UnsafeBufferPointer<UInt8>
  private let baseOffset: Int
  /// The listed names that are common words here: the model shall not bring them back under the same label.
  private let denied: [Range<Int>: EntityLabel]
  /// The canonical name of a listed person, by a name.
  private let listedPerson: (String) -> String?
  /// Whether the lexicon knows a text as a word and not as a name.
  private let isCommonWord: (String) -> Bool
  /// Whether the lexicon or a gazetteer knows a text.
  private let isKnown: (String) -> Bool

  init(
    tokens: [Token], window: UnsafeBufferPointer<UInt8>, baseOffset: Int,
    denied: [Range<Int>: EntityLabel],
    listedPerson: @escaping (String) -> String?, isCommonWord: @escaping (String) -> Bool,
    isKnown: @escaping (String) -> Bool
  ) {
    self.denied = denied
    self.listedPerson = listedPerson
    self.isCommonWord = isCommonWord
    self.isKnown = isKnown
    self.tokens = tokens
    self.window = window
    self.baseOffset = baseOffset
  }

  /// All mentions, in order.
  ///
  /// - Parameters:
  ///   - listed: The names of the gazetteers, in order.
  ///   - articleNames: The short names known so far; those that the window introduces are added.
  /// - Complexity: O(*n*) in the number of tokens.
  func mentions(beside listed: [Mention], _ articleNames: inout ArticleNames) -> [Mention] {
    let finder = NameFinder(tokens: tokens, window: window, baseOffset: baseOffset)
    let structure = NameStructure(
      tokens: tokens, window: window, baseOffset: baseOffset, isKnown: isKnown)
    var mentions: [Mention] = []
    mentions.reserveCapacity(listed.count)
    var next = 0
    var token = 0
    while token < tokens.count {
      if let mention = longer(at: token, than: listed[next...], finder) {
        while next < listed.count, listed[next].tokens.lowerBound < mention.tokens.upperBound {
          next += 1
        }
        append(mention, to: &mentions, &articleNames)
        token = mention.tokens.upperBound
        continue
      }
      if next < listed.count, listed[next].tokens.lowerBound == token {
        var mention = listed[next]
        next += 1
        if let name = company(after: mention, finder) {
          mention = name
          while next < listed.count, listed[next].tokens.lowerBound < name.tokens.upperBound {
            next += 1
          }
        }
        append(mention, to: &mentions, &articleNames)
        token = mention.tokens.upperBound
        continue
      }
      let limit = next < listed.count ? listed[next].tokens.lowerBound : tokens.count
      if let mention = articleName(at: token, before: limit, articleNames)
        ?? structure.name(at: token, before: limit).map({ formed($0.tokens, $0.label) })
        ?? finder.name(at: token).flatMap({ name in
          denied[name.tokens] == name.label ? nil : mention(of: name, before: limit)
        })
      {
        append(mention, to: &mentions, &articleNames)
        token = mention.tokens.upperBound
      } else {
        token += 1
      }
    }
    return mentions
  }

  /// A name of several words in which listed names lie that it is longer than: 厦门 in 厦门 | 园林 | 植物园. The
  /// user's names stay.
  private func longer(
    at token: Int, than listed: ArraySlice<Mention>, _ finder: NameFinder
  ) -> Mention? {
    // Most names are of one word.
    guard let first = listed.first, tokens[token].nameTag.label != nil,
      token + 1 < tokens.count, !tokens[token + 1].nameTag.isFirst,
      let name = finder.name(at: token),
      first.tokens.lowerBound < name.tokens.upperBound
    else { return nil }
    for mention in listed {
      if mention.tokens.lowerBound >= name.tokens.upperBound { break }
      guard mention.evidence != .user, mention.tokens.upperBound <= name.tokens.upperBound,
        mention.tokens.count < name.tokens.count
      else { return nil }
    }
    return self.mention(of: name, before: tokens.count)
  }

  /// A name that its form tells.
  private func formed(_ name: Range<Int>, _ label: EntityLabel) -> Mention {
    Mention(
      span: span(of: name), tokens: name, canonicalName: text(of: name), label: label,
      evidence: .structure, score: Self.scoreOfForm)
  }

  /// What was right of fifty companies and eight persons of news that only their form told.
  private static let scoreOfForm: Float = 0.8

  private func append(
    _ mention: Mention, to mentions: inout [Mention], _ articleNames: inout ArticleNames
  ) {
    mentions.append(mention)
    let entity = ArticleNames.Entity(name: mention.canonicalName, label: mention.label)
    // 以下简称“公司”, 投资 of 投资有限公司: a common word stays one.
    let introduced = introducedName(after: mention.tokens.upperBound)
    for short in ArticleNames.shortForms(of: text(of: mention.tokens), label: mention.label)
      + [introduced].compactMap(\.self) where !isCommonWord(short)
    {
      articleNames.add(short, for: entity)
    }
  }

  private func mention(of name: NameFinder.Name, before limit: Int) -> Mention? {
    guard name.tokens.upperBound <= limit else { return nil }
    let surface = text(of: name.tokens)
    guard !isCommon(surface, name.label) else { return nil }
    var mention = Mention(
      span: span(of: name.tokens), tokens: name.tokens, canonicalName: surface,
      label: name.label, evidence: .model, score: name.score)
    // 谢尔盖·维克托罗维奇·拉夫罗夫 is 拉夫罗夫.
    if name.label == .person, let last = ArticleNames.lastPart(of: mention.canonicalName),
      let listed = listedPerson(last)
    {
      mention.canonicalName = listed
      mention.evidence = .structure
    }
    return mention
  }

  /// Whether a name says nothing of who is meant: 市政府, 投资有限公司, 俄, 中美.
  private func isCommon(_ surface: String, _ label: EntityLabel) -> Bool {
    if label == .place, surface.unicodeScalars.count < 3,
      surface.allSatisfy({ Self.abbreviations.contains($0) })
    {
      return true
    }
    if surface.unicodeScalars.count < 2 || isCommonWord(surface) { return true }
    return label == .organization
      && ArticleNames.shortForms(of: surface, label: label).contains(where: isCommonWord)
  }

  /// The countries' short forms, which stand for the countries and not for their names.
  private static let abbreviations: Set<Character> = Set("中美俄日韩英法德印欧乌朝澳加意巴以伊非亚")

  /// A place with the rest of a company's name behind it: 杭州 | 深瞳智能科技有限公司.
  private func company(after place: Mention, _ finder: NameFinder) -> Mention? {
    let next = place.tokens.upperBound
    guard place.label == .place, next < tokens.count, tokens[next].span.start == place.span.end,
      let name = finder.name(at: next), name.label == .organization
    else { return nil }
    guard Self.legalForms.contains(where: { text(of: name.tokens).hasSuffix($0) }) else {
      return nil
    }
    let whole = place.tokens.lowerBound..<name.tokens.upperBound
    return Mention(
      span: span(of: whole), tokens: whole, canonicalName: text(of: whole), label: .organization,
      evidence: .structure, score: max(name.score, 0.9))
  }

  private static let legalForms = ["有限公司", "有限责任公司", "集团公司", "股份公司"]

  /// A short name that the article introduced. It is a whole number of tokens, three at most.
  private func articleName(
    at token: Int, before limit: Int, _ names: ArticleNames
  ) -> Mention? {
    let start = Int(tokens[token].span.start) - baseOffset
    guard names.mayBegin(with: window[start...].prefix(3)) else { return nil }
    for end in stride(from: min(token + 3, limit), to: token, by: -1) {
      guard let entity = names.entities[text(of: token..<end)] else { continue }
      return Mention(
        span: span(of: token..<end), tokens: token..<end, canonicalName: entity.name,
        label: entity.label, evidence: .structure, score: 0.9)
    }
    return nil
  }

  /// The name in （以下简称“…”） behind a name; nil if there is none.
  private func introducedName(after token: Int) -> String? {
    var position = token
    guard position < tokens.count, ["（", "("].contains(text(of: position)) else { return nil }
    let end = min(tokens.count, token + 8)
    while position < end, text(of: position) != "简称", text(of: position) != "下称",
      text(of: position) != "以下简称"
    {
      if ["）", ")", "。"].contains(text(of: position)) { return nil }
      position += 1
    }
    position += 1
    while position < end, ["“", "\"", "「", "『", "为", "：", ":", "‘"].contains(text(of: position)) {
      position += 1
    }
    let start = position
    while position < min(tokens.count, start + 4),
      !["”", "\"", "」", "』", "）", ")", "’", "，", "、", "或"].contains(text(of: position))
    {
      position += 1
    }
    guard position > start, position < tokens.count else { return nil }
    return text(of: start..<position)
  }

  private func span(of name: Range<Int>) -> TextSpan {
    TextSpan(start: tokens[name.lowerBound].span.start, end: tokens[name.upperBound - 1].span.end)
  }

  private func text(of token: Int) -> String { text(of: token..<token + 1) }

  private func text(of name: Range<Int>) -> String {
    let span = span(of: name)
    return String(
      decoding: window[Int(span.start) - baseOffset..<Int(span.end) - baseOffset], as: UTF8.self)
  }
}
