/// The middle of a set of numbers.
enum Median {
  /// The median; of an even number, the mean of the two in the middle. The numbers are reordered.
  ///
  /// Source of the selection: C. A. R. Hoare (1961), "Algorithm 65: Find", CACM 4:321–322.
  ///
  /// - Precondition: there is at least one number, and none is NaN.
  /// - Complexity: O(*n*) on average.
  static func value(of numbers: inout [Double]) -> Double {
    precondition(!numbers.isEmpty, "no numbers have no median")
    let middle = numbers.count / 2
    let upper = select(middle, in: &numbers)
    if numbers.count % 2 == 1 { return upper }
    // The selection leaves nothing larger before the middle.
    let lower = numbers[..<middle].max() ?? upper
    return (lower + upper) / 2
  }

  /// The number that would stand at `rank` if all were sorted.
  ///
  /// - Precondition: `rank` is an index of the numbers, which are reordered.
  /// - Complexity: O(*n*) on average.
  static func select(_ rank: Int, in numbers: inout [Double]) -> Double {
    var first = 0
    var last = numbers.count - 1
    while first < last {
      let pivot = numbers[(first + last) / 2]
      var left = first
      var right = last
      while left <= right {
        while numbers[left] < pivot { left += 1 }
        while numbers[right] > pivot { right -= 1 }
        if left <= right {
          numbers.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if rank <= right {
        last = right
      } else if rank >= left {
        first = left
      } else {
        break
      }
    }
    return numbers[rank]
  }
}
