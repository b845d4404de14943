import ICU

/// Writes reports for people: columns aligned by display width, a Chinese character taking two.
struct TableRenderer {
  /// The columns of the terminal; nil for no limit.
  let width: Int?
  let style: ReportStyle

  private static let gap = "  "
  /// Columns of text are not made narrower than this.
  private static let minimumWidth = 8

  /// A cell ready to be written.
  private struct Piece {
    var text: String
    var width: Int
    var role: ReportStyle.Role?
  }

  /// A column ready to be written.
  private struct Column {
    var heading: Piece
    var pieces: [Piece]
    var width: Int
    var isLeading: Bool
    /// The width to which the column may be shortened: its own for numbers and charts.
    var minimumWidth: Int
    var isDispensable: Bool
  }

  func text(of report: Report) -> String {
    var (columns, omitted) = kept(report.shownColumns(in: .table).map { column($0, of: report) })
    shorten(&columns)
    var lines: [String] = []
    if !report.title.isEmpty { lines.append(style.text(Self.printable(report.title), as: .title)) }
    lines += report.introduction.map { style.text(Self.printable($0), as: .note) }
    if !lines.isEmpty { lines.append("") }
    if !columns.isEmpty {
      lines.append(line(columns, \.heading))
      let rules = columns.map { String(repeating: "─", count: $0.width) }
      lines.append(style.text(rules.joined(separator: Self.gap), as: .note))
      lines += report.rows.indices.map { row in line(columns) { $0.pieces[row] } }
    }
    var notes = report.notes.map(Self.printable)
    if !omitted.isEmpty {
      notes.append(
        "Left out for want of room: \(omitted.joined(separator: ", ")). "
          + "The format text has all columns.")
    }
    if !notes.isEmpty { lines.append("") }
    lines += notes.map { style.text($0, as: .note) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func column(_ index: Int, of report: Report) -> Column {
    let column = report.columns[index]
    let heading = piece(Self.printable(column.heading), .heading)
    let pieces = report.rows.map { piece($0[index], column) }
    let width = pieces.reduce(heading.width) { max($0, $1.width) }
    let isLeading = column.alignment == .leading
    // A shortened chart would lie: columns for people only are drawn whole.
    let canShorten = isLeading && column.audience != .people
    return Column(
      heading: heading, pieces: pieces, width: width, isLeading: isLeading,
      minimumWidth: canShorten ? min(width, max(Self.minimumWidth, heading.width)) : width,
      isDispensable: column.isDispensable)
  }

  /// The columns that the terminal has room for, if all are as narrow as can be, and the headings of
  /// those that had to go: dispensable ones, the last first.
  private func kept(_ columns: [Column]) -> (kept: [Column], omitted: [String]) {
    var columns = columns
    var omitted: [String] = []
    while excess(columns.map(\.minimumWidth)) > 0,
      let last = columns.lastIndex(where: \.isDispensable)
    {
      let heading = columns.remove(at: last).heading.text
      if !heading.isEmpty { omitted.insert(heading, at: 0) }
    }
    return (columns, omitted)
  }

  /// Takes width from the widest columns until the line fits or nothing more can give.
  private func shorten(_ columns: inout [Column]) {
    for _ in 0..<max(0, excess(columns.map(\.width))) {
      let candidates = columns.indices.filter { columns[$0].width > columns[$0].minimumWidth }
      guard let widest = candidates.max(by: { columns[$0].width < columns[$1].width }) else {
        return
      }
      columns[widest].width -= 1
    }
  }

  /// By how much a line of columns of those widths is too wide; 0 or less if it fits.
  private func excess(_ widths: [Int]) -> Int {
    guard let width else { return 0 }
    return widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) - width
  }

  private func line(_ columns: [Column], _ piece: (Column) -> Piece) -> String {
    var line = ""
    for (index, column) in columns.enumerated() {
      let piece = shortened(piece(column), to: column.width)
      let text = style.text(piece.text, as: piece.role)
      let padding = String(repeating: " ", count: max(0, column.width - piece.width))
      if index > 0 { line += Self.gap }
      line += column.isLeading ? text + padding : padding + text
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private func piece(_ cell: ReportCell, _ column: ReportColumn) -> Piece {
    switch cell {
    case .text(let text): return piece(Self.printable(text), nil)
    case .integer(let number): return piece(column.format.text(of: number), nil)
    case .number(let number):
      var role: ReportStyle.Role?
      if case .signed = column.format { role = number > 0 ? .rise : number < 0 ? .fall : nil }
      return piece(column.format.text(of: number), role)
    case .empty: return Piece(text: "", width: 0)
    }
  }

  private func piece(_ text: String, _ role: ReportStyle.Role?) -> Piece {
    Piece(text: text, width: DisplayWidth.columns(of: text), role: role)
  }

  /// The piece cut to a width, with `…` at its end if anything was cut.
  private func shortened(_ piece: Piece, to width: Int) -> Piece {
    guard piece.width > width else { return piece }
    var text = ""
    var used = 0
    for character in piece.text {
      let columns = DisplayWidth.columns(of: String(character))
      if used + columns > width - 1 { break }
      text.append(character)
      used += columns
    }
    return Piece(text: text + "…", width: used + 1, role: piece.role)
  }

  /// The text on one line and harmless: white space that moves the cursor becomes a space; other control
  /// characters, and those that turn the direction of writing, become U+FFFD. News text can hold
  /// anything, a terminal's escape sequences too.
  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { replacement(for: $0) != nil }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(replacement(for: scalar) ?? scalar) }
    return String(scalars)
  }

  private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: nil
    }
  }
}
