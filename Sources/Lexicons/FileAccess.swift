internal import Platform

/// Whole files, read and written.
public enum FileAccess {
  /// The text of a UTF-8 file, without a byte-order mark.
  ///
  /// - Throws: `FileError` if it cannot be read or is not UTF-8.
  public static func text(at path: String) throws(FileError) -> String {
    let file = try MappedFile(path: path)
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw FileError(path: path, reason: "not UTF-8")
    }
    return text.unicodeScalars.first == "\u{FEFF}"
      ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Writes a file whole or not at all: into a temporary file beside it, which then takes its name.
  ///
  /// - Throws: `FileError` with the system's reason; the old file, if any, is then unchanged.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Descriptor.write(UnsafeRawBufferPointer(rebasing: buffer[written...]), to: descriptor)
      }
      if count < 0 {
        if errno == EINTR { continue }
        let reason = errno
        close(descriptor)
        unlink(temporary)
        throw FileError(path: path, errno: reason)
      }
      written += count
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let reason = errno
      unlink(temporary)
      throw FileError(path: path, errno: reason)
    }
  }

  /// Whether a file of that name can be read.
  public static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Whether files can be made in that directory.
  public static func isWritableDirectory(_ path: String) -> Bool {
    access(path + "/.", W_OK | X_OK) == 0
  }
}
