/// A series of numbers as one line of block characters.
public enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The series, one character a number: `▁▃·▆█`.
  ///
  /// The scale begins at 0, not at the least number, so that heights are proportional to the numbers:
  /// a small change looks small.
  ///
  /// - Parameters:
  ///   - numbers: The series; nil for a gap. Numbers below 0 are drawn as 0.
  ///   - maximum: The number that fills the height; nil for the largest of the series.
  ///   - columns: The most characters; of a longer series, neighbours are averaged. nil for no limit.
  ///   - gap: What stands for a gap.
  public static func text(
    of numbers: [Double?], maximum: Double? = nil, columns: Int? = nil, gap: Character = "·"
  ) -> String {
    if let columns, columns > 0, numbers.count > columns {
      return text(of: averaged(numbers, columns: columns), maximum: maximum, gap: gap)
    }
    let top = maximum ?? numbers.compactMap(\.self).max() ?? 0
    return String(
      numbers.map { number in
        guard let number, !number.isNaN else { return gap }
        guard top > 0, number > 0 else { return blocks[0] }
        let level = (min(1, number / top) * Double(blocks.count)).rounded(.up)
        return blocks[max(0, Int(level) - 1)]
      })
  }

  /// The series in that many nearly equal runs, each as the mean of its numbers; nil for a run of gaps.
  private static func averaged(_ numbers: [Double?], columns: Int) -> [Double?] {
    (0..<columns).map { column in
      let run = numbers[column * numbers.count / columns..<(column + 1) * numbers.count / columns]
      let present = run.compactMap(\.self)
      return present.isEmpty ? nil : present.reduce(0, +) / Double(present.count)
    }
  }
}
