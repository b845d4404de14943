internal import TextModel

/// Adds the names on no list to those of the gazetteers: what the model finds, and the short names that the
/// article introduces.
struct UnlistedMentions {
  private let window: TokenWindow
  /// The listed names that are common words here: the model shall not bring them back under the same label.
  private let denied: [Range<Int>: EntityLabel]
  private let known: KnownWords
  private let finder: NameFinder
  private let structure: NameStructure
  /// Nil where the model marks whole names.
  private let institutions: InstitutionNames?

  init(
    _ window: TokenWindow, denied: [Range<Int>: EntityLabel], known: KnownWords, marksNames: Bool
  ) {
    self.window = window
    self.denied = denied
    self.known = known
    finder = NameFinder(window)
    structure = NameStructure(window, known: known)
    institutions = marksNames ? nil : InstitutionNames(window, finder: finder)
  }

  private var tokens: [Token] { window.tokens }

  /// All mentions, in order.
  ///
  /// - Parameters:
  ///   - listed: The names of the gazetteers, in order.
  ///   - articleNames: The short names known so far; those that the window introduces are added.
  /// - Complexity: O(*n*) in the number of tokens.
  func mentions(beside listed: [Mention], _ articleNames: inout ArticleNames) -> [Mention] {
    var mentions: [Mention] = []
    mentions.reserveCapacity(listed.count)
    var next = 0
    var token = 0
    while token < tokens.count {
      let limit = next < listed.count ? listed[next].tokens.lowerBound : tokens.count
      let mention: Mention
      if let name = longer(at: token, than: listed, from: next) {
        mention = name
      } else if limit == token {
        next += 1
        mention = institution(after: listed[next - 1], over: listed, from: next)
      } else if let name = articleName(at: token, before: limit, articleNames)
        ?? structure.name(at: token, before: limit).map({ formed($0.tokens, $0.label) })
        ?? finder.name(at: token).flatMap({ name in
          denied[name.tokens] == name.label ? nil : self.mention(of: name, before: limit)
        })
      {
        mention = institution(after: name, over: listed, from: next)
      } else {
        token += 1
        continue
      }
      while next < listed.count, listed[next].tokens.lowerBound < mention.tokens.upperBound {
        next += 1
      }
      append(mention, to: &mentions, &articleNames)
      token = mention.tokens.upperBound
    }
    return consistent(mentions, &articleNames)
  }

  /// The mentions with one label a name, and with those that were missed of names found elsewhere.
  private func consistent(
    _ mentions: [Mention], _ articleNames: inout ArticleNames
  ) -> [Mention] {
    guard mentions.contains(where: \.isUnlisted) else { return mentions }
    let consistency = NameConsistency(window)
    articleNames.storms.formUnion(consistency.storms(among: mentions))
    let storms = articleNames.storms
    let mentions = consistency.withOneLabel(
      storms.isEmpty
        ? mentions
        : mentions.filter { $0.evidence != .model || !storms.contains($0.canonicalName) })
    let names = consistency.certainPersons(of: mentions)
    guard !names.entities.isEmpty else { return mentions }
    var all: [Mention] = []
    all.reserveCapacity(mentions.count)
    var token = 0
    for next in 0...mentions.count {
      let limit = next < mentions.count ? mentions[next].tokens.lowerBound : tokens.count
      while token < limit {
        if let mention = articleName(at: token, before: limit, names) {
          all.append(mention)
          token = mention.tokens.upperBound
        } else {
          token += 1
        }
      }
      if next < mentions.count {
        all.append(mentions[next])
        token = mentions[next].tokens.upperBound
      }
    }
    return all
  }

  /// A name of several words in which listed names lie that it is longer than: 厦门 in 厦门 | 园林 | 植物园. The
  /// user's names stay.
  private func longer(
    at token: Int, than listed: [Mention], from next: Int
  ) -> Mention? {
    // Most names are of one word.
    guard next < listed.count, token + 1 < tokens.count, !tokens[token + 1].nameTag.isFirst,
      let name = finder.name(at: token),
      listed[next].tokens.lowerBound < name.tokens.upperBound
    else { return nil }
    for mention in listed[next...] {
      if mention.tokens.lowerBound >= name.tokens.upperBound { break }
      guard mention.evidence != .user, mention.tokens.upperBound <= name.tokens.upperBound,
        mention.tokens.count < name.tokens.count
      else { return nil }
    }
    return self.mention(of: name, before: tokens.count)
  }

  /// The institution whose name a place begins, over the listed names that lie in it; the mention itself if it begins none,
  /// or if one of them is the user's.
  private func institution(
    after place: Mention, over listed: [Mention], from next: Int
  ) -> Mention {
    let following = next < listed.count ? listed[next] : nil
    guard
      let name = institutions?.name(
        after: place, before: following?.tokens.lowerBound ?? tokens.count, seat: following)
    else { return place }
    let inner = listed[next...].prefix { $0.tokens.lowerBound < name.tokens.upperBound }
    return inner.contains { $0.evidence == .user } ? place : name
  }

  /// A name that its form tells.
  private func formed(_ name: Range<Int>, _ label: EntityLabel) -> Mention {
    window.mention(of: name, label: label, evidence: .structure, score: Self.scoreOfForm)
  }

  /// What was right of fifty companies and eight persons of news that only their form told.
  private static let scoreOfForm: Float = 0.8

  private func append(
    _ mention: Mention, to mentions: inout [Mention], _ articleNames: inout ArticleNames
  ) {
    mentions.append(mention)
    let short = ArticleNames.shortForm(of: mention.tokens, label: mention.label, in: window)
    let introduced = introducedName(
      after: mention.tokens.upperBound, quoted: mention.label == .organization)
    guard short != nil || introduced != nil else { return }
    let entity = ArticleNames.Entity(name: mention.canonicalName, label: mention.label)
    // 以下简称“公司”, 投资 of 投资有限公司: a common word stays one.
    for name in [short, introduced].compactMap(\.self) where !known.isCommon(name) {
      articleNames.add(name, for: entity)
    }
  }

  private func mention(of name: NameFinder.Name, before limit: Int) -> Mention? {
    guard name.tokens.upperBound <= limit else { return nil }
    guard !isCommon(name.tokens, name.label) else { return nil }
    var mention = window.mention(
      of: name.tokens, label: name.label, evidence: .model, score: name.score)
    // 谢尔盖·维克托罗维奇·拉夫罗夫 is 拉夫罗夫.
    if name.label == .person,
      let last = ArticleNames.shortForm(of: name.tokens, label: .person, in: window),
      let listed = known.listedPerson(named: last)
    {
      mention.canonicalName = listed
      mention.evidence = .structure
    }
    return mention
  }

  /// Whether a name says nothing of who is meant: 市政府, 投资有限公司, 俄, 中美.
  private func isCommon(_ name: Range<Int>, _ label: EntityLabel) -> Bool {
    let characters = window.positions(of: name)
    if characters.count < 4, isOfCountries(characters) { return true }
    // 14人
    if let first = characters.first, window.isDigit(at: first),
      window.packed(characters.suffix(1)) == Self.people
    {
      return true
    }
    if characters.count < 2 || known.isCommon(name, of: window) { return true }
    guard label == .organization,
      let short = ArticleNames.shortForm(of: name, label: label, in: window)
    else { return false }
    // 湖北银行股份有限公司 has the name of its place before the common word.
    return known.isCommon(short) && window.string(of: name).hasPrefix(short)
  }

  /// Whether characters stand for countries together, or for what one of them does: 俄, 中美, 韩朝, 巴方, 中阿.
  private func isOfCountries(_ characters: Range<Int>) -> Bool {
    func isOneOf(_ words: PackedWords, _ position: Int) -> Bool {
      words.contains(window.packed(at: position))
    }
    if characters.allSatisfy({ isOneOf(Self.abbreviations, $0) }) { return true }
    guard characters.count == 2, let first = characters.first, let last = characters.last else {
      return false
    }
    return Self.china == window.packed(at: first) && isOneOf(Self.partners, last)
      || Self.sides.contains(window.packed(at: last))
        && (isOneOf(Self.abbreviations, first) || isOneOf(Self.partners, first))
  }

  private static let china = PackedWords.packed("中".utf8)
  private static let people = PackedWords.packed("人".utf8)
  /// The countries' short forms, which stand for the countries and not for their names.
  private static let abbreviations = PackedWords("中 美 俄 日 韩 英 法 德 印 欧 乌 朝 澳 加 意 巴 以 伊 非 亚")
  /// Those that stand only in pairs with 中, or before 方.
  private static let partners = PackedWords(
    "罗 保 立 拉 津 莫 厄 马 阿 哈 瑞 泰 吉 捷 摩 斯 埃 希 委 肯 萨 波 尼 沙 土 菲 越 柬 老 缅 新 智 秘 墨 古 芬 丹 挪 荷 比 葡 匈 塞 克 叙 黎 约 苏 突 塔 格 白 蒙 坦 赞 卢 刚"
  )
  private static let sides = PackedWords("方 媒 核")

  /// A short name that the article introduced. It is a whole number of tokens, three at most.
  private func articleName(
    at token: Int, before limit: Int, _ names: ArticleNames
  ) -> Mention? {
    let start = Int(tokens[token].span.start) - window.baseOffset
    guard names.mayBegin(at: start, of: window.utf8) else { return nil }
    for end in stride(from: min(token + 3, limit), to: token, by: -1) {
      guard let entity = names.entities[window.string(of: token..<end)] else { continue }
      return window.mention(
        of: token..<end, canonicalName: entity.name, label: entity.label, evidence: .structure,
        score: 0.9)
    }
    return nil
  }

  /// The name in （以下简称“…”） behind a name; nil if there is none.
  ///
  /// - Parameter quoted: Whether quotation marks alone say that it is one: （“…”）.
  private func introducedName(after token: Int, quoted: Bool) -> String? {
    func isOneOf(_ words: PackedWords, _ token: Int) -> Bool {
      words.contains(window.packed(token))
    }
    var position = token
    guard position < tokens.count, isOneOf(Brackets.open, position) else { return nil }
    let end = min(tokens.count, token + 8)
    if !quoted || position + 1 >= end || !isOneOf(Self.openQuotes, position + 1) {
      while position < end, !isIntroduction(position) {
        if isOneOf(Self.brokenOff, position) { return nil }
        position += 1
      }
      guard position < end else { return nil }
    }
    position += 1
    while position < end, isOneOf(Self.openQuotes, position) { position += 1 }
    let start = position
    while position < min(tokens.count, start + 4), !isOneOf(Self.closingMarks, position) {
      position += 1
    }
    guard position > start, position < tokens.count else { return nil }
    return window.string(of: start..<position)
  }

  /// 简称, 下称, and 下 | 称 in two words.
  private func isIntroduction(_ token: Int) -> Bool {
    let word = window.packed(token)
    return Self.introductions.contains(word)
      || word == Self.calls && window.packed(token - 1) == Self.below
  }

  private static let calls = PackedWords.packed("称".utf8)
  private static let below = PackedWords.packed("下".utf8)
  private static let introductions = PackedWords("简称 下称 以下简称")
  private static let brokenOff = PackedWords("） ) 。")
  private static let openQuotes = PackedWords("“ \" 「 『 为 ： : ‘")
  private static let closingMarks = PackedWords("” \" 」 』 ） ) ’ ， 、 或")
}
