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

  private static let sourceLabels = ["文章来源", "新闻来源", "信息来源", "本文来源", "稿件来源", "来源", "稿源", "來源"]
  private static let authorLabels = ["本报记者", "作者", "记者", "撰文", "撰稿", "文字", "文"]
  private static let otherLabels = [
    "发布时间", "发表时间", "更新时间", "责任编辑", "时间", "日期", "编辑", "责编", "关键词", "点击", "阅读", "浏览", "字号",
    "字体", "评论", "分享到", "訪問", "查看",
  ]

  init(_ line: String) {
    let scalars = Array(line.unicodeScalars.prefix(Self.longest + 1))
    guard scalars.count <= Self.longest else { return }
    var isTaken = [Bool](repeating: false, count: scalars.count)
    if let found = DateReader.firstDate(in: scalars) {
      date = found.date
      for index in found.range { isTaken[index] = true }
    }
    source = Self.value(of: Self.sourceLabels, in: scalars, &isTaken)
    author = Self.value(of: Self.authorLabels, in: scalars, &isTaken)
    for label in Self.otherLabels { _ = Self.value(of: [label], in: scalars, &isTaken) }
    var rest = String.UnicodeScalarView()
    var hasTime = false
    for index in scalars.indices where !isTaken[index] {
      let scalar = scalars[index]
      if scalar == ":" || scalar == "：" {
        hasTime = hasTime || index > 0 && ("0"..."9").contains(scalars[index - 1])
      }
      if scalar.properties.isAlphabetic { rest.append(scalar) }
    }
    let hasLabel = source != nil || author != nil
    let length = rest.count
    if date != nil, !hasLabel, (2...16).contains(length), hasTime { source = String(rest) }
    isWhole =
      date != nil
      ? length == 0 || (hasTime || hasLabel) && length <= 16 : hasLabel && length <= 4
  }

  /// The text after one of the labels and a colon, up to the next gap.
  private static func value(
    of labels: [String], in scalars: [Unicode.Scalar], _ isTaken: inout [Bool]
  ) -> String? {
    for label in labels {
      let name = Array(label.unicodeScalars)
      var start = 0
      while start + name.count < scalars.count {
        defer { start += 1 }
        guard !isTaken[start], scalars[start..<start + name.count].elementsEqual(name) else {
          continue
        }
        // 原文：… is not 文：…
        if start > 0, scalars[start - 1].properties.isIdeographic { continue }
        var place = start + name.count
        while place < scalars.count, isSpace(scalars[place]) { place += 1 }
        guard place < scalars.count, "：:/／丨|".unicodeScalars.contains(scalars[place]) else {
          continue
        }
        place += 1
        while place < scalars.count, isSpace(scalars[place]) { place += 1 }
        let begin = place
        while place < scalars.count, !isTaken[place], !endsValue(scalars, at: place) { place += 1 }
        for index in start..<place { isTaken[index] = true }
        let value = String(String.UnicodeScalarView(scalars[begin..<place]))
        return value.isEmpty ? nil : value
      }
    }
    return nil
  }

  private static func endsValue(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    let scalar = scalars[place]
    if "|｜丨\t\u{3000})）]】".unicodeScalars.contains(scalar) { return true }
    guard isSpace(scalar) else { return false }
    // `China Daily` is one value.
    guard place + 1 < scalars.count, place > 0 else { return true }
    return
      !(scalars[place - 1].isASCII && scalars[place + 1].properties.isAlphabetic
      && scalars[place + 1].isASCII)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }
}
