/// The path of an input file or directory, or standard input.
///
/// On Linux a path is any bytes but zero, not only valid UTF-8: the bytes are kept for opening the
/// file, and repaired for showing them.
public struct InputPath: Hashable, Sendable {
  /// The path as the system knows it, without a zero byte at the end.
  let bytes: [UInt8]

  /// A path as the user wrote it. `-` is standard input.
  public init(_ path: String) {
    bytes = Array(path.utf8)
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Standard input, which is written `-`.
  public static let standardInput = InputPath("-")

  var isStandardInput: Bool { self == Self.standardInput }

  /// The path of a file in this directory.
  func appending(_ name: some Sequence<UInt8>) -> InputPath {
    InputPath(bytes: bytes + (bytes.last == ASCII.slash ? [] : [ASCII.slash]) + name)
  }
}

extension InputPath: CustomStringConvertible {
  /// The path for people, and for the ids of documents; bytes that are not UTF-8 become U+FFFD.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
