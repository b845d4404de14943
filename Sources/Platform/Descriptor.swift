/// The system's C library, under one name on every platform.
#if canImport(Glibc)
  @_exported public import Glibc
#elseif canImport(Musl)
  @_exported public import Musl
#elseif canImport(Darwin)
  @_exported public import Darwin
#endif

/// read(2) and write(2), under names that a type's own methods do not hide.
public enum Descriptor {
  public static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    systemRead(descriptor, buffer.baseAddress, buffer.count)
  }

  public static func write(_ buffer: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    systemWrite(descriptor, buffer.baseAddress, buffer.count)
  }
}

// Outside of the type, where its own `read` and `write` do not hide those of the library.

private func systemRead(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
