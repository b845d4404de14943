/// An array of plain integers that is read in place: in a memory-mapped file, or in memory of its own.
///
/// The subscript is not checked in release builds: it is the innermost load of every look-up. Its
/// indices come from tables whose checksum was compared when the file was opened.
public struct MappedArray<Element: FixedWidthInteger & Sendable>: @unchecked Sendable {
  // Safe to share: the memory is never written after `init`, and `owner` keeps it alive.
  @usableFromInline let base: UnsafePointer<Element>
  public let count: Int
  private let owner: AnyObject

  /// A view of `count` elements at `address`, which `owner` keeps alive and unchanged.
  init(address: UnsafeRawPointer, count: Int, owner: AnyObject) {
    base = address.assumingMemoryBound(to: Element.self)
    self.count = count
    self.owner = owner
  }

  /// A copy of the elements in memory of its own.
  public init(_ elements: some Collection<Element>) {
    let owner = Allocation<Element>(elements)
    base = UnsafePointer(owner.base)
    count = elements.count
    self.owner = owner
  }

  @inlinable
  public subscript(index: Int) -> Element {
    assert(index >= 0 && index < count)
    return base[index]
  }

  /// The elements as bytes, for writing.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(UnsafeBufferPointer(start: base, count: count))
  }

  /// The address of the first element: valid as long as the array lives.
  @inlinable public var unsafeBaseAddress: UnsafePointer<Element> { base }
}

/// Memory for elements, freed with the object.
private final class Allocation<Element> {
  let base: UnsafeMutablePointer<Element>

  init(_ elements: some Collection<Element>) {
    base = .allocate(capacity: max(1, elements.count))
    _ = UnsafeMutableBufferPointer(start: base, count: elements.count)
      .initialize(fromContentsOf: elements)
  }

  deinit { base.deallocate() }
}
