internal import TextModel

/// What the line below a title says: `2026-01-08 21:33 来源：新华社 作者：张三`.
struct Byline {
  private(set) var date: CalendarDate?
  private(set) var source: String?
  private(set) var author: String?
  /// Whether the line says nothing else.
  private(set) var isWhole = false

  /// Longer lines are none.
  private static let longest = 120

  private static let sourceLabels = ["文章来源", "新闻来源", "信息来源", "本文来源", "稿件来源", "来源", "稿源", "來源"].map {
    Array($0.unicodeScalars)
  }
  private static let authorLabels = ["本报记者", "作者", "记者", "撰文", "撰稿", "文字", "文"].map {
    Array($0.unicodeScalars)
  }
  private static let otherLabels = [
    "发布时间", "发布日期", "发布于", "发表于", "发表时间", "更新时间", "来自", "责任编辑", "时间", "日期", "编辑", "责编",
    "Published Time", "楼主", "关键词", "浏览次数", "点击", "阅读", "浏览", "字号", "字体", "评论", "分享到", "查看",
  ].map { Array($0.unicodeScalars) }

  /// Whether a character is one of those that every line has that tells something: digits, colons, and what
  /// labels begin with.
  private static func mayTell(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "０"..."９", "：", ":", "/", "丨", "|", "／", "○", "〇", "一", "二", "零": true
    case "昨", "今", "前", "大", "刚", "文", "新", "信", "本", "稿", "来", "來", "作", "记", "撰": true
    default: false
    }
  }

  /// A bit that a character sets; a label whose first one is not set is not there.
  private static func bit(of scalar: Unicode.Scalar) -> UInt64 {
    1 << UInt64((scalar.value ^ scalar.value >> 6) & 63)
  }

  /// Words that say nothing of date, source or author.
  private static let words = [
    "只看该作者", "原创", "举报", "发表于", "发布", "收藏", "关注", "我要评论", "更新", "北京", "HKT",
  ].map {
    Array($0.unicodeScalars)
  }

  /// - Parameter reference: A day near which the line was written: with it, dates without a year count.
  init(_ line: PageLine, near reference: CalendarDate? = nil) {
    let scalars = line.scalars(upTo: Self.longest + 1)
    guard scalars.count <= Self.longest else { return }
    guard scalars.contains(where: Self.mayTell) else { return }
    var isTaken = [Bool](repeating: false, count: scalars.count)
    takeCredits(scalars, &isTaken)
    if let found = DateReader.firstDate(in: scalars) ?? DateReader.shortDate(in: scalars) {
      date = found.date
      for index in found.range { isTaken[index] = true }
    } else if let reference {
      takeDate(near: reference, scalars, &isTaken)
    }
    Self.takeAddress(scalars, &isTaken)
    // Most labels are not there: their first characters tell.
    let present = scalars.reduce(0) { $0 | Self.bit(of: $1) }
    source = Self.value(of: Self.sourceLabels, present, in: scalars, &isTaken)
    author = author ?? Self.value(of: Self.authorLabels, present, in: scalars, &isTaken)
    let hasLabel = source != nil || author != nil
    // Most lines say nothing of the kind.
    guard date != nil || hasLabel else { return }
    for label in Self.otherLabels where present & Self.bit(of: label[0]) != 0 {
      _ = Self.value(of: [label], present, in: scalars, &isTaken)
    }
    for word in Self.words where present & Self.bit(of: word[0]) != 0 {
      Self.take(word, scalars, &isTaken)
    }
    var rest: [Unicode.Scalar] = []
    var hasTime = false
    for index in scalars.indices where !isTaken[index] {
      let scalar = scalars[index]
      if scalar == ":" || scalar == "：" {
        hasTime = hasTime || index > 0 && ("0"..."9").contains(scalars[index - 1])
      }
      if Self.isLetter(scalar) { rest.append(scalar) }
    }
    let length = rest.count
    // `来信时间 2026-01-15` names no source, nor does a row of a table.
    if date != nil, !hasLabel, (2...16).contains(length), hasTime, !line.isRow,
      !rest.suffix(2).elementsEqual("时间".unicodeScalars)
    {
      source = String(String.UnicodeScalarView(rest))
    }
    // `示例日报·2026-01-08` says no more than a longer line does.
    let isShort = scalars.count <= 40 && !scalars.contains(where: Self.endsClause)
    isWhole =
      date != nil
      ? length == 0 || (hasTime || hasLabel || isShort) && length <= 16 : hasLabel && length <= 4
  }

  /// What stands before the names of those who made the text, without a colon: `文 林秋 图 白桦`.
  private static let credits = Set(
    ["文", "图", "文字", "图片", "摄影", "记者", "撰文", "采写", "编辑", "视频", "制图"].map {
      Array($0.unicodeScalars)
    })

  /// Reads a line that only says who made the text.
  private mutating func takeCredits(_ scalars: [Unicode.Scalar], _ isTaken: inout [Bool]) {
    guard scalars.count <= 40 else { return }
    let words = scalars.split(whereSeparator: Self.isSpace)
    guard words.count >= 2, words.count.isMultiple(of: 2),
      words.indices.allSatisfy({
        $0.isMultiple(of: 2) ? Self.credits.contains(Array(words[$0])) : words[$0].count <= 4
      })
    else { return }
    author = String(String.UnicodeScalarView(words[1]))
    for index in scalars.indices { isTaken[index] = true }
  }

  /// Finds a day without a year, or a word such as 昨天.
  private mutating func takeDate(
    near reference: CalendarDate, _ scalars: [Unicode.Scalar], _ isTaken: inout [Bool]
  ) {
    func isDigit(_ index: Int) -> Bool { ("0"..."9").contains(scalars[index]) }
    for start in scalars.indices
    where isDigit(start) || "昨今前大刚".unicodeScalars.contains(scalars[start]) {
      if start > 0, isDigit(start - 1) || Self.isChinese(scalars[start - 1]) { continue }
      guard let found = DateCharacters(Array(scalars[start...])).date(near: reference) else {
        continue
      }
      date = found
      var end = start
      while end < scalars.count,
        isDigit(end) || "月日号-/天前昨今晚晨大小时分钟周刚".unicodeScalars.contains(scalars[end])
      {
        isTaken[end] = true
        end += 1
      }
      return
    }
  }

  private static func take(
    _ word: [Unicode.Scalar], _ scalars: [Unicode.Scalar], _ isTaken: inout [Bool]
  ) {
    guard scalars.count >= word.count else { return }
    for start in 0...(scalars.count - word.count)
    where !isTaken[start] && scalars[start..<start + word.count].elementsEqual(word) {
      for index in start..<start + word.count { isTaken[index] = true }
    }
  }

  /// Passes over a web address: old pages name their site by it.
  private static func takeAddress(_ scalars: [Unicode.Scalar], _ isTaken: inout [Bool]) {
    for start in scalars.indices.dropLast(3)
    where scalars[start] == ":" && scalars[start + 1] == "/" && scalars[start + 2] == "/" {
      var first = start
      while first > 0, scalars[first - 1].isASCII, !isSpace(scalars[first - 1]) { first -= 1 }
      var end = start
      while end < scalars.count, scalars[end].isASCII, !isSpace(scalars[end]) { end += 1 }
      for index in first..<end { isTaken[index] = true }
    }
  }

  /// The text after one of the labels and a colon, up to the next gap.
  private static func value(
    of labels: [[Unicode.Scalar]], _ present: UInt64, in scalars: [Unicode.Scalar],
    _ isTaken: inout [Bool]
  ) -> String? {
    for name in labels where present & bit(of: name[0]) != 0 {
      var start = 0
      while start + name.count < scalars.count {
        defer { start += 1 }
        guard !isTaken[start], scalars[start] == name[0],
          scalars[start..<start + name.count].elementsEqual(name)
        else {
          continue
        }
        // 原文：… is not 文：…
        if start > 0, Self.isChinese(scalars[start - 1]) { continue }
        var place = start + name.count
        while place < scalars.count, isSpace(scalars[place]) { place += 1 }
        guard place < scalars.count else { continue }
        if Self.isColon(scalars[place]) {
          place += 1
          while place < scalars.count, isSpace(scalars[place]) { place += 1 }
        } else if place == start + name.count || name.count < 2 {
          // Without a colon only white space parts a label from its value.
          continue
        }
        let begin = place
        while place < scalars.count, !isTaken[place], !endsValue(scalars, at: place) { place += 1 }
        for index in start..<place { isTaken[index] = true }
        let value = String(String.UnicodeScalarView(scalars[begin..<place]))
        return value.isEmpty ? nil : value
      }
    }
    return nil
  }

  private static func isColon(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "：", ":", "/", "／", "丨", "|": true
    default: false
    }
  }

  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "！", "？", ",", "!", "?": true
    default: false
    }
  }

  private static func endsValue(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    let scalar = scalars[place]
    switch scalar {
    case "|", "｜", "丨", "\t", "\u{3000}", ")", "）", "]", "】": return true
    default: break
    }
    guard isSpace(scalar) else { return false }
    // `China Daily` is one value.
    guard place + 1 < scalars.count, place > 0 else { return true }
    return
      !(scalars[place - 1].isASCII && scalars[place + 1].properties.isAlphabetic
      && scalars[place + 1].isASCII)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x3000: true
    default: false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x61...0x7A).contains(scalar.value | 0x20) }
    // Marks and forms for width, of which none but letters are alphabetic.
    if (0x3001...0x3004).contains(scalar.value) || (0x3008...0x3020).contains(scalar.value)
      || (0xFF01...0xFF20).contains(scalar.value)
    {
      return false
    }
    return isChinese(scalar) || scalar.properties.isAlphabetic
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
  }
}
