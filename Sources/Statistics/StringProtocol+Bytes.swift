extension StringProtocol {
  /// Whether two texts have the same bytes: quicker than `==`, for which two normalisation forms are equal.
  ///
  /// - Complexity: O(*n*) if both are of one length.
  func hasSameBytes(as other: some StringProtocol) -> Bool {
    let areSame = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in
        left.count == right.count && left.elementsEqual(right)
      }
    }
    return (areSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}
