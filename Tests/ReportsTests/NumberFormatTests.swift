import Reports
import Testing

@Suite struct NumberFormatTests {
  @Test(
    "numbers as people read them",
    arguments: [
      (NumberFormat.grouped, 627_376.0, "627,376"), (.grouped, 0.4, "0"),
      (.grouped, -1000, "−1,000"),
      (.decimals(1), 210.398, "210.4"), (.decimals(2), 1234.5, "1,234.50"),
      (.decimals(2), -0.001, "0.00"), (.decimals(3), 0.05, "0.050"), (.decimals(1), 9.96, "10.0"),
      (.signed(2), 1.549, "+1.55"), (.signed(2), -0.72, "−0.72"), (.signed(2), 0, "0.00"),
      (.probability, 1, "1.000"), (.probability, 0.0432, "0.043"),
      (.probability, 0.000_5, "5.0e-4"),
      (.probability, 3.04e-7, "3.0e-7"), (.probability, 9.99e-5, "1.0e-4"),
      (.probability, 0, "<1e-300"), (.decimals(1), .nan, "–"), (.decimals(1), .infinity, "∞"),
      (.decimals(2), 1e20, "1e+20"),
    ])
  func numbers(format: NumberFormat, number: Double, expected: String) {
    #expect(format.text(of: number) == expected)
  }

  @Test(
    "whole numbers as people read them",
    arguments: [
      (NumberFormat.grouped, 0, "0"), (.grouped, 999, "999"), (.grouped, 1_234_567, "1,234,567"),
      (.grouped, .min, "−9,223,372,036,854,775,808"), (.signed(0), 36, "+36"),
      (.signed(0), -36, "−36"),
    ])
  func integers(format: NumberFormat, number: Int, expected: String) {
    #expect(format.text(of: number) == expected)
  }
}
