/// The attributes of an element, as the parser holds them: good until its call returns.
struct HTMLAttributes {
  private let list: UnsafePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafePointer<UnsafePointer<CChar>?>?) {
    self.list = list
  }

  /// The value of an attribute; of several of one name HTML takes the first.
  subscript(name: StaticString) -> String? { pointer(name).map { String(cString: $0) } }

  func pointer(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var next = list else { return nil }
    while let found = next.pointee {
      if Self.isEqual(found, name) { return next.advanced(by: 1).pointee }
      next = next.advanced(by: 2)
    }
    return nil
  }

  private static func isEqual(_ text: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    for index in 0..<name.utf8CodeUnitCount
    where UInt8(bitPattern: text[index]) != name.utf8Start[index] {
      return false
    }
    return text[name.utf8CodeUnitCount] == 0
  }
}
