internal import ICU
internal import Lexicons
internal import TextModel

/// The names that an article itself makes known, and the entity that each stands for: short names, and those of persons whom
/// it names elsewhere (`NameConsistency`).
///
/// - 北京澜码科技有限公司（以下简称“澜码”）: 澜码 is that company from here on;
/// - 萨姆·奥尔特曼 … 奥尔特曼: the last part of a foreign person's name stands for the person;
/// - 北京澜码科技有限公司 … 澜码科技: so does a company's name without its place and its legal form.
struct ArticleNames {
  struct Entity: Hashable {
    let name: String
    let label: EntityLabel
  }

  private(set) var entities: [String: Entity] = [:]
  /// The names that the article gives to storms.
  var storms: Set<String> = []
  /// The lower six bits of the second and third bytes of the short names, each as a bit: most tokens need no look-up.
  private var seconds: UInt64 = 0
  private var thirds: UInt64 = 0

  mutating func removeAll() {
    entities.removeAll(keepingCapacity: true)
    storms.removeAll(keepingCapacity: true)
    (seconds, thirds) = (0, 0)
  }

  /// Whether a short name may begin with the bytes at an offset.
  ///
  /// - Complexity: O(1), with some false positives.
  func mayBegin(at offset: Int, of utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard seconds != 0, offset + 2 < utf8.count else { return false }
    return seconds & Self.bit(utf8[offset + 1]) != 0 && thirds & Self.bit(utf8[offset + 2]) != 0
  }

  private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 63) }

  /// Notes an entity under the name that the article gave it.
  mutating func add(_ short: String, for entity: Entity) {
    guard short.unicodeScalars.count > 1 else { return }
    let bytes = Array(short.utf8.prefix(3))
    guard entities[short] == nil, bytes.count == 3 else { return }
    entities[short] = entity
    seconds |= Self.bit(bytes[1])
    thirds |= Self.bit(bytes[2])
  }

  /// The short form that follows from a name given in full; nil if none does.
  static func shortForm(
    of name: Range<Int>, label: EntityLabel, in window: TokenWindow
  ) -> String? {
    switch label {
    case .person: lastPart(of: window.positions(of: name), window)
    case .organization: core(of: name, window)
    default: nil
    }
  }

  /// The last part of a name with dots; nil if it has none.
  private static func lastPart(of name: Range<Int>, _ window: TokenWindow) -> String? {
    func isDot(_ position: Int) -> Bool {
      !window.isHan(at: position) && dots.contains(window.packed(at: position))
    }
    guard let last = name.last(where: { !isDot($0) }),
      let dot = (name.lowerBound..<last).last(where: isDot),
      (name.lowerBound..<dot).contains(where: { !isDot($0) })
    else { return nil }
    return window.string(ofPositions: dot + 1..<last + 1)
  }

  private static let dots = PackedWords("· \u{387} • ・ ‧ ∙ ･")

  private static let legalForms: [StaticString] = [
    "科技股份有限公司", "股份有限公司", "有限责任公司", "集团有限公司", "控股有限公司", "科技有限公司", "技术有限公司", "有限公司",
  ]

  /// Places, two characters each.
  private static let places = PackedWords(
    """
    北京 上海 广州 深圳 杭州 天津 重庆 成都 南京 苏州 武汉 西安 长沙 青岛 厦门 合肥 福州 郑州 济南 宁波 无锡 东莞 珠海 大连
    浙江 江苏 广东 四川 山东 福建 湖北 湖南 安徽 河南 河北 陕西 江西 云南 中国 香港
    """)
  private static let kindsOfPlaces = PackedWords("市 省")

  /// A company's name without its place and its legal form; nil if it has no legal form.
  private static func core(of name: Range<Int>, _ window: TokenWindow) -> String? {
    guard let form = legalForms.first(where: { window.hasSuffix($0, name) }) else { return nil }
    let positions = window.positions(of: name)
    var start = positions.lowerBound
    // What the company does is a part of its name: 澜码科技.
    var end = positions.upperBound - form.utf8CodeUnitCount / 3
    if window.packed(end..<end + 2) == trade || window.packed(end..<end + 2) == craft { end += 2 }
    if end - start >= 2, places.contains(window.packed(start..<start + 2)) {
      start += 2
      if start < end, kindsOfPlaces.contains(window.packed(at: start)) { start += 1 }
    }
    return end - start > 1 ? window.string(ofPositions: start..<end) : nil
  }

  private static let trade = PackedWords.packed("科技".utf8)
  private static let craft = PackedWords.packed("技术".utf8)
}
