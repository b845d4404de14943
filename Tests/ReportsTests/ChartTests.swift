import Reports
import Testing

@Suite struct ChartTests {
  @Test(
    "sparklines",
    arguments: [
      ([0, 1, 2, 3, 4, 5, 6, 7, 8], "▁▁▂▃▄▅▆▇█"), ([4, nil, 8], "▄·█"), ([0, 0], "▁▁"), ([], ""),
      ([nil], "·"), ([0.001, 100], "▁█"), ([-1, 1], "▁█"),
    ] as [([Double?], String)])
  func sparkline(numbers: [Double?], expected: String) {
    #expect(Sparkline.text(of: numbers) == expected)
  }

  @Test func `a long series is averaged`() {
    let numbers: [Double?] = [8, 8, 4, 4, nil, nil, 0, 4]
    #expect(Sparkline.text(of: numbers, columns: 4) == "█▄·▂")
    #expect(Sparkline.text(of: numbers, maximum: 16, columns: 8, gap: " ") == "▄▄▂▂  ▁▂")
  }

  @Test(
    "bars",
    arguments: [
      (8.0, "████"), (4, "██"), (1, "▌"), (0.25, "▏"), (0.000_1, "▏"), (0, ""), (-1, ""),
      (99, "████"),
      (5.25, "██▋"),
    ] as [(Double, String)])
  func bar(number: Double, expected: String) {
    #expect(Bar.text(of: number, maximum: 8, columns: 4) == expected)
  }
}
