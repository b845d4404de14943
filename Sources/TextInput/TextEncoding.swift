internal import ICU

/// A charset by its name.
public struct TextEncoding: Hashable, Sendable {
  /// The name for people: `UTF-8`, `GB18030`, `Big5` … or ICU's own name for any other charset.
  public let name: String

  private init(name: String) { self.name = name }

  public static let utf8 = TextEncoding(name: "UTF-8")
  /// UTF-16 of either order: the byte-order mark decides, without one it is little-endian.
  public static let utf16 = TextEncoding(name: "UTF-16")
  public static let utf16LittleEndian = TextEncoding(name: "UTF-16LE")
  public static let utf16BigEndian = TextEncoding(name: "UTF-16BE")
  /// UTF-32 of either order: the byte-order mark decides, without one it is little-endian.
  public static let utf32 = TextEncoding(name: "UTF-32")
  public static let utf32LittleEndian = TextEncoding(name: "UTF-32LE")
  public static let utf32BigEndian = TextEncoding(name: "UTF-32BE")
  /// All of Chinese as mainland China writes it; GBK and GB2312 are parts of it.
  public static let gb18030 = TextEncoding(name: "GB18030")
  /// Traditional Chinese, as Windows code page 950.
  public static let big5 = TextEncoding(name: "Big5")
  /// Big5 with the characters of Hong Kong.
  public static let big5HongKong = TextEncoding(name: "Big5-HKSCS")
  /// Traditional Chinese as Unix systems of Taiwan wrote it.
  public static let eucTaiwan = TextEncoding(name: "EUC-TW")
  /// GB2312 in seven bits, between `~{` and `~}`: mail and news of the nineties.
  public static let hz = TextEncoding(name: "HZ")

  /// The encoding a user names: `utf-8`, `gbk`, `big5` … in any case, or any other name ICU knows.
  ///
  /// `gbk` and `gb2312` mean GB18030, which reads whatever they read and more.
  ///
  /// - Throws: `InputError.unknownEncoding`.
  public init(label: String) throws(InputError) {
    let key = label.lowercased().filter { $0.isLetter || $0.isNumber }
    switch key {
    case "utf8": self = .utf8
    case "utf16": self = .utf16
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "utf32": self = .utf32
    case "utf32le": self = .utf32LittleEndian
    case "utf32be": self = .utf32BigEndian
    case "gb18030", "gbk", "gb2312", "gb", "cp936", "windows936", "euccn": self = .gb18030
    case "big5", "cp950", "windows950": self = .big5
    case "big5hkscs": self = .big5HongKong
    case "euctw": self = .eucTaiwan
    case "hz", "hzgb2312": self = .hz
    default:
      guard let name = CharsetConverter.canonicalName(of: label) else {
        throw .unknownEncoding(label: label)
      }
      self.init(name: name)
    }
  }

  /// Whether zero bytes are to be expected in ordinary text.
  var hasZeroBytes: Bool { name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") }
}

extension TextEncoding: CustomStringConvertible {
  public var description: String { name }
}
