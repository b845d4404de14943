import TextModel

/// A mention with the text around it, on one line.
enum MentionContext {
  /// The most characters on either side.
  private static let width = 16

  /// `…家注册在杭州的【澜码科技】获得融资，…`, no further than the line.
  static func text(of mention: Mention, in analysis: Analysis) -> String {
    let text = analysis.document.text
    let surface = analysis.surface(of: mention)
    let before = text[..<surface.startIndex].suffix(width)
    let after = text[surface.endIndex...].prefix(width)
    let head =
      before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).last ?? ""
    let tail =
      after.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).first ?? ""
    let isCutBefore = head.count == width && head.startIndex > text.startIndex
    let isCutAfter = tail.count == width && tail.endIndex < text.endIndex
    return (isCutBefore ? "…" : "") + head.drop(while: \.isWhitespace) + "【\(surface)】" + tail
      + (isCutAfter ? "…" : "")
  }
}
