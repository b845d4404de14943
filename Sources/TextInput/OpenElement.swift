/// Whether an element of some kind may be open at a place of a page, as far as the tags show it for certain.
struct OpenElement {
  /// The name of the element that is open; nil if none is.
  private var open: Range<Int>?
  /// The names of the elements that have begun in it and not ended.
  private var inner: [Range<Int>] = []
  /// Whether it may have ended otherwise than its own end tag says. It stays so.
  private var isUnsure = false

  var mayBeOpen: Bool { open != nil || isUnsure }

  /// Takes a tag.
  ///
  /// - Parameter isKind: Whether the element is of the kind.
  mutating func note(_ tag: MarkupTag, isKind: Bool, in page: UnsafeBufferPointer<UInt8>) {
    guard !tag.isSelfClosed, isKind || open != nil else { return }
    if isKind {
      if !tag.isEnd {
        // One may end another that is open, or not.
        if open == nil { open = tag.name } else { isUnsure = true }
      } else if let name = open {
        // While a block in it is open, its end is not heard.
        if inner.isEmpty, MarkupTag.isSameWord(name, tag.name, in: page) {
          open = nil
        } else {
          isUnsure = true
        }
      }
    } else if !tag.element.isInline, !Self.isVoid(tag.name, in: page) {
      if !tag.isEnd {
        inner.append(tag.name)
      } else if !(inner.popLast().map { MarkupTag.isSameWord($0, tag.name, in: page) } ?? false) {
        isUnsure = true
      }
    }
  }

  private static let voids = ["br", "hr", "input", "col", "area", "embed", "param"].map {
    Array($0.utf8)
  }

  private static func isVoid(_ name: Range<Int>, in page: UnsafeBufferPointer<UInt8>) -> Bool {
    voids.contains { $0.elementsEqual(page[name].lazy.map { $0 | 0x20 }) }
  }
}
