/// The terms of documents in their order, by number, with the breaks between them: about two bytes a term.
///
/// Frequent terms are seen early, and have small numbers: short ones in `ByteCode`.
struct TermStream: Sendable {
  /// A term, or a break that no n-gram reaches over.
  enum Element: Equatable {
    case term(Int)
    case pause
  }

  private var bytes: [UInt8] = []

  /// The number of bytes so far: where the next element will stand.
  var end: Int { bytes.count }

  /// Appends a term.
  mutating func append(_ term: Int) { ByteCode.append(term + 1, to: &bytes) }

  /// Appends a break.
  mutating func appendPause() { bytes.append(0) }

  /// Appends the elements at a range of bytes of another stream, whose terms have other numbers here.
  mutating func append(_ other: TermStream, in range: Range<Int>, numbers: [Int]) {
    other.forEach(in: range) { element in
      switch element {
      case .term(let term): append(numbers[term])
      case .pause: appendPause()
      }
    }
  }

  /// Calls `body` with the elements at a range of bytes.
  ///
  /// - Precondition: the range begins and ends where elements do.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (Element) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        let code = ByteCode.number(in: bytes, at: &index)
        body(code == 0 ? .pause : .term(code - 1))
      }
    }
  }
}
