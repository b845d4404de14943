internal import ICU
internal import Lexicons
internal import TextModel

/// The short names that an article itself introduces, and the entity that each stands for.
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
  /// The lower six bits of the second and third bytes of the short names, each as a bit: most tokens need no look-up.
  private var seconds: UInt64 = 0
  private var thirds: UInt64 = 0

  mutating func removeAll() {
    entities.removeAll(keepingCapacity: true)
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
    guard short.unicodeScalars.count > 1, short != entity.name else { return }
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
    // Most names have none, and no string is made of them.
    switch label {
    case .person: hasForeignCharacter(name, window) ? lastPart(of: window.string(of: name)) : nil
    case .organization:
      window.hasSuffix("公司", name) ? core(of: window.string(of: name)) : nil
    default: nil
    }
  }

  /// Whether a name has a character that is not Chinese: the dot, at least.
  private static func hasForeignCharacter(_ name: Range<Int>, _ window: TokenWindow) -> Bool {
    window.positions(of: name).contains {
      CharacterTable.classValue(of: window.text.entries[$0]) != CharacterClass.han.rawValue
    }
  }

  /// The last part of a name with dots; nil if it has none.
  static func lastPart(of name: String) -> String? {
    let parts = name.split(whereSeparator: { "·•・‧∙･".contains($0) })
    return parts.count > 1 ? parts.last.map(String.init) : nil
  }

  private static let legalForms = [
    "科技股份有限公司", "股份有限公司", "有限责任公司", "集团有限公司", "控股有限公司", "科技有限公司", "技术有限公司", "有限公司",
  ]

  private static let places = [
    "北京", "上海", "广州", "深圳", "杭州", "天津", "重庆", "成都", "南京", "苏州", "武汉", "西安", "长沙", "青岛", "厦门", "合肥",
    "福州", "郑州", "济南", "宁波", "无锡", "东莞", "珠海", "大连", "浙江", "江苏", "广东", "四川", "山东", "福建", "湖北", "湖南",
    "安徽", "河南", "河北", "陕西", "江西", "云南", "中国", "香港",
  ]

  /// The name without its place and its legal form; nil if it has no legal form.
  private static func core(of name: String) -> String? {
    guard let form = legalForms.first(where: { name.hasSuffix($0) }) else { return nil }
    var core = name.dropLast(form.count)
    if let place = places.first(where: { core.hasPrefix($0) }) {
      core = core.dropFirst(place.count)
      if core.first == "市" || core.first == "省" { core = core.dropFirst() }
    }
    if form.hasPrefix("科技") { core += "科技" }
    if form.hasPrefix("技术") { core += "技术" }
    return core.unicodeScalars.count > 1 ? String(core) : nil
  }
}
