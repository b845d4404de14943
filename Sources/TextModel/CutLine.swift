/// A line of a page that is no part of the article. It is kept beside the text, with the reason, so that
/// nothing is lost and each cut can be judged.
public struct CutLine: Hashable, Sendable {
  /// Why a line was cut. Raw values appear in output.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Menus, paths such as `首页 > 新闻 > 正文`.
    case navigation
    /// Buttons and counters: 分享至, 举报, 点赞.
    case interface
    /// The line of date, source and author; what it says is in the document's fields.
    case byline
    /// 特别声明, 免责声明, 版权声明.
    case notice
    /// 责任编辑 and others who worked on the page.
    case editor
    /// 相关阅读, 热点推荐, and lists of other pages.
    case related
    /// What readers wrote.
    case comments
    /// What stands below a picture.
    case caption
    case advertisement
    /// On a list of lines that stand in many articles (`--furniture`).
    case repeated
    /// Beyond the article, and nothing in particular.
    case outside
  }

  public var text: String
  public var reason: Reason
  /// Where it stood: the place in the document's text, in UTF-8 bytes, before which it was cut.
  public var position: Int

  public init(text: String, reason: Reason, position: Int) {
    self.text = text
    self.reason = reason
    self.position = position
  }
}
