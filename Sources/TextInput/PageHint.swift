internal import TextModel

/// What `class` and `id` of an element say of its text.
enum PageHint: Equatable {
  /// It is the article's, whatever the elements around it are called.
  case body
  case furniture(CutLine.Reason)

  /// Words that stand for furniture, and for which.
  private static let words: KeyTable<CutLine.Reason> = {
    var words: [UInt64: CutLine.Reason] = [:]
    func add(_ reason: CutLine.Reason, _ list: String) {
      for word in list.split(separator: " ") { words[key(word)] = reason }
    }
    add(
      .navigation,
      "nav navbar navigation navigator menu submenu breadcrumb breadcrumbs crumb crumbs crumbnav topbar topnav topmenu header "
        + "footer foot bottom sidebar siderbar aside sitemap toolbar tabbar channel subnav mianbaoxie daohang"
    )
    add(
      .related,
      "related relate relation relevant relates relatedposts recommend recommends recommended recommendation rec recom "
        + "tuijian hot hotnews rank ranking ranklist paihang morenews readmore morelink guess like ulike youlike latest "
        + "newest xiangguan hotlist hotarticle telegraphlist prevnext pagination pager seealso feedlist"
    )
    add(
      .comments,
      "comment comments cmt pinglun gentie reply replies tie discuss disqus review reviews message")
    add(
      .interface,
      "share sharing shares social bdsharebuttonbox qrcode download appdownload login register modal popup pop toast "
        + "search tools operate operation follow subscribe subscription newsletter paywall vote zan digg feedback report jubao tags tag keywords"
    )
    add(
      .advertisement,
      "ad ads adv advert advertisement gg guanggao sponsor sponsored promo promotion adbox adsbygoogle"
    )
    add(.notice, "copyright statement disclaimer shengming declare declaration")
    add(.editor, "zebian")
    add(.caption, "caption piccon pictext picinfo imgdesc picdesc imgtitle descr picintro desc")
    return KeyTable(words)
  }()

  /// Words by which the containers of articles are called.
  private static let bodies = KeyTable(
    Dictionary(
      uniqueKeysWithValues:
        "article content body artibody endtext zw zhengwen maintext detail trs entry"
        .split(separator: " ").map { (key($0), true) }))

  private static func key(_ word: Substring) -> UInt64 {
    word.utf8.reduce(into: Word()) { $0.append($1) }.key
  }

  /// A word as a number: its first bytes and its length, which no two of the words share.
  private struct Word {
    private(set) var count = 0
    private var head: UInt64 = 0

    var key: UInt64 { head << 8 | UInt64(truncatingIfNeeded: min(count, 255)) }

    mutating func append(_ byte: UInt8) {
      // The bytes behind the seventh are folded in.
      if count < 7 {
        head = head << 8 | UInt64(byte)
      } else {
        head = (head &* 31 ^ UInt64(byte)) & (1 << 56 - 1)
      }
      count += 1
    }
  }

  /// What the names of an element say; nil if they say nothing. A word for furniture wins: what is called
  /// `content-recommend` is no content.
  ///
  /// Words are parted at marks, digits and capitals: `post_comment-list`, `relatedNews`.
  init?(_ names: UnsafePointer<CChar>) {
    var count = 0
    while count < Self.longestNames, names[count] != 0 { count += 1 }
    self.init(UnsafeRawBufferPointer(start: names, count: count))
  }

  init?(_ names: UnsafeRawBufferPointer) {
    let count = min(names.count, Self.longestNames)
    var isBody = false
    var word = Word()
    var reason: CutLine.Reason?
    var index = 0
    var wasUpper = false
    while true {
      let byte = index < count ? names[index] : 0
      let isUpper = (0x41...0x5A).contains(byte)
      if (0x61...0x7A).contains(byte) || isUpper && (word.count == 0 || wasUpper) {
        word.append(byte | 0x20)
      } else {
        if word.count >= 2 {
          reason = reason ?? Self.words[word.key]
          isBody = isBody || Self.bodies[word.key] != nil
        }
        word = Word()
        if isUpper { word.append(byte | 0x20) }
        if index >= count { break }
      }
      wasUpper = isUpper
      index += 1
    }
    if let reason {
      self = .furniture(reason)
    } else if isBody {
      self = .body
    } else {
      return nil
    }
  }

  /// What comes later in an attribute says nothing, in bytes.
  private static let longestNames = 400
  private static let hidingStyle = Array("display:none".utf8)

  /// Whether a `style` hides the element.
  static func hides(_ style: UnsafePointer<CChar>) -> Bool {
    // `display`, a colon and `none`, with white space between them.
    var matched = 0
    for index in 0..<400 {
      let byte = UInt8(bitPattern: style[index])
      if byte == 0 { return false }
      if ASCII.isWhiteSpace(byte) { continue }
      let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if small == hidingStyle[matched] {
        matched += 1
        if matched == hidingStyle.count { return true }
      } else {
        matched = small == hidingStyle[0] ? 1 : 0
      }
    }
    return false
  }
}
