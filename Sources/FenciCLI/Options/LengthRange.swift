import ArgumentParser

/// Lengths of n-grams: `2` or `2..3`.
struct LengthRange: ExpressibleByArgument {
  let lengths: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard argument.split(separator: "..", omittingEmptySubsequences: false).count <= 2,
      let first = numbers.first, let last = numbers.last,
      parts.count == 1 || parts.count == 3 && parts[1].isEmpty && numbers.count == 2,
      1 <= first, first <= last, last <= 8
    else { return nil }
    lengths = first...last
  }
}
