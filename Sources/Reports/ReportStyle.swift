/// How a table looks on a terminal.
public enum ReportStyle: String, Sendable, Hashable, CaseIterable {
  /// Text only: for files and pipes.
  case plain
  /// With ANSI colours (ECMA-48): bold headings, dim notes, rises green and falls red.
  case colored

  /// What a piece of a table is.
  enum Role {
    case title
    case heading
    case note
    case rise
    case fall
  }

  /// The text as the style shows it.
  func text(_ text: String, as role: Role?) -> String {
    guard self == .colored, let role, !text.isEmpty else { return text }
    let code =
      switch role {
      case .title: "1"
      case .heading: "1"
      case .note: "2"
      case .rise: "32"
      case .fall: "31"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
