/// The terms of documents in their order, by number, with the breaks between them: about two bytes a term.
///
/// A number is written in groups of seven bits, the lowest first, each but the last with its eighth bit set
/// (LEB128). Frequent terms are seen early, and have small numbers.
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
  mutating func append(_ term: Int) { append(code: UInt64(term) + 1) }

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
        var code = UInt64(bytes[index] & 0x7F)
        var shift: UInt64 = 7
        while bytes[index] & 0x80 != 0 {
          index += 1
          code |= UInt64(bytes[index] & 0x7F) << shift
          shift += 7
        }
        index += 1
        body(code == 0 ? .pause : .term(Int(code) - 1))
      }
    }
  }

  private mutating func append(code: UInt64) {
    var rest = code
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
