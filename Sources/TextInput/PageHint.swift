internal import TextModel

/// What `class` and `id` of an element say of its text.
enum PageHint: Equatable {
  /// It is the article's, whatever the elements around it are called.
  case body
  case furniture(CutLine.Reason)

  /// Words that stand for furniture, and for which.
  private static let words: [String: CutLine.Reason] = {
    var words: [String: CutLine.Reason] = [:]
    func add(_ reason: CutLine.Reason, _ list: String) {
      for word in list.split(separator: " ") { words[String(word)] = reason }
    }
    add(
      .navigation,
      "nav navbar navigation navigator menu submenu breadcrumb breadcrumbs crumb crumbs crumbnav topbar topnav header "
        + "footer foot bottom sidebar siderbar aside sitemap toolbar tabbar channel subnav mianbaoxie daohang"
    )
    add(
      .related,
      "related relate relation relevant relates relatedposts recommend recommends recommended recommendation rec recom "
        + "tuijian hot hotnews rank ranking ranklist paihang morenews readmore morelink guess like ulike youlike latest "
        + "newest xiangguan prevnext pagination pager seealso feedlist")
    add(
      .comments,
      "comment comments cmt pinglun gentie reply replies tie discuss disqus review reviews message")
    add(
      .interface,
      "share sharing shares social bdsharebuttonbox qrcode download appdownload login register modal popup pop toast "
        + "search tools operate operation follow subscribe vote zan digg feedback report jubao tags tag keywords"
    )
    add(
      .advertisement,
      "ad ads adv advert advertisement gg guanggao sponsor sponsored promo promotion adbox adsbygoogle"
    )
    add(.notice, "copyright statement disclaimer shengming declare declaration")
    add(.editor, "zebian")
    add(.caption, "caption picinfo imgdesc picdesc imgtitle descr picintro desc")
    return words
  }()

  /// Words by which the containers of articles are called.
  private static let bodies: Set<String> = [
    "article", "content", "body", "artibody", "endtext", "zw", "zhengwen", "maintext", "detail",
    "trs",
    "entry",
  ]

  /// What the names of an element say; nil if they say nothing. A word for furniture wins: what is called
  /// `content-recommend` is no content.
  ///
  /// Words are parted at marks, digits and capitals: `post_comment-list`, `relatedNews`.
  init?(_ names: UnsafePointer<CChar>) {
    var isBody = false
    var word: [UInt8] = []
    var reason: CutLine.Reason?
    var index = 0
    var wasUpper = false
    while true {
      let byte = index < 400 ? UInt8(bitPattern: names[index]) : 0
      let isUpper = (0x41...0x5A).contains(byte)
      if (0x61...0x7A).contains(byte) || isUpper && (word.isEmpty || wasUpper) {
        word.append(byte | 0x20)
      } else {
        if word.count >= 2 {
          let text = String(decoding: word, as: UTF8.self)
          reason = reason ?? Self.words[text]
          isBody = isBody || Self.bodies.contains(text)
        }
        word.removeAll(keepingCapacity: true)
        if isUpper { word.append(byte | 0x20) }
        if byte == 0 { break }
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

  /// Whether a `style` hides the element.
  static func hides(_ style: UnsafePointer<CChar>) -> Bool {
    let text = String(cString: style)
    return text.utf8.count < 400
      && text.lowercased().filter { !$0.isWhitespace }.contains("display:none")
  }
}
