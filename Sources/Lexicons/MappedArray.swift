/// An array of plain integers that is read in place: in a memory-mapped file, or in memory of its own.
///
/// The subscript is not checked in release builds: it is the innermost load of every look-up. Of a file
/// whose checksum was not compared an index may be wrong: `SectionFile.reserve` says how far. Where it may
/// be worse, and time does not matter, `element(at:)` is for use.
public struct MappedArray<Element: FixedWidthInteger & Sendable>: @unchecked Sendable {
  // Safe to share: the memory is never written after `init`, and `owner` keeps it alive.
  @usableFromInline let base: UnsafePointer<Element>
  public let count: Int
  /// How many elements may be read: those of the array, and of a file's array what is reserved behind it.
  @usableFromInline let readableCount: Int
  private let owner: AnyObject

  /// A view of `count` elements at `address`, which `owner` keeps alive and unchanged, and `reserve` bytes
  /// behind them.
  init(address: UnsafeRawPointer, count: Int, reserve: Int, owner: AnyObject) {
    base = address.assumingMemoryBound(to: Element.self)
    self.count = count
    readableCount = count + reserve / MemoryLayout<Element>.stride
    self.owner = owner
  }

  /// A copy of the elements in memory of its own.
  public init(_ elements: some Collection<Element>) {
    let owner = Allocation<Element>(elements)
    base = UnsafePointer(owner.base)
    count = elements.count
    readableCount = count
    self.owner = owner
  }

  @inlinable
  public subscript(index: Int) -> Element {
    assert(index >= 0 && index < readableCount)
    return base[index]
  }

  /// An element, or zero if there is none.
  func element(at index: Int) -> Element { index >= 0 && index < count ? base[index] : 0 }

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
