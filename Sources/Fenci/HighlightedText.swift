public import Reports
public import TextModel

/// A text with its names made visible: in colour with the label behind, on a terminal; else in brackets,
/// `[智谱AI/ORG=智谱]`, the canonical name only where the text has another.
public struct HighlightedText: Sendable {
  private let style: ReportStyle

  public init(style: ReportStyle) { self.style = style }

  /// A headline (identifier, date, source, title), the text, and an empty line.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func bytes(of analysis: Analysis) -> [UInt8] {
    let document = analysis.document
    var output: [UInt8] = []
    let heading = [
      document.id, document.date?.description, document.source, document.title,
    ].compactMap { $0 }.joined(separator: " · ")
    output += paint("── \(heading)", Self.dim).utf8
    output.append(0x0A)
    var text = document.text
    text.withUTF8 { utf8 in
      var position = 0
      for mention in analysis.mentions {
        output += utf8[position..<Int(mention.span.start)]
        let surface = String(decoding: utf8[mention.span.range], as: UTF8.self)
        output += marked(surface, mention).utf8
        position = Int(mention.span.end)
      }
      output += utf8[position...]
    }
    if output.last != 0x0A { output.append(0x0A) }
    output.append(0x0A)
    return output
  }

  private func marked(_ surface: String, _ mention: Mention) -> String {
    let name = surface == mention.canonicalName ? "" : "=" + mention.canonicalName
    if style == .plain { return "[\(surface)/\(mention.label)\(name)]" }
    return paint(surface, Self.color(of: mention.label))
      + paint("/\(mention.label)\(name)", Self.dim)
  }

  private func paint(_ text: String, _ code: String) -> String {
    style == .plain ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private static let dim = "2"

  /// Bold and a colour that both light and dark terminals show.
  private static func color(of label: EntityLabel) -> String {
    switch label {
    case .person: "1;33"
    case .organization: "1;36"
    case .place: "1;32"
    case .product: "1;35"
    default: "1;34"
    }
  }
}
