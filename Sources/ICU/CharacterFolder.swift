internal import CICU

/// Folds characters for look-up: width and other compatibility forms, case, Traditional to Simplified.
///
/// Only one-to-one foldings are made, so that a folded text has as many characters as the original and
/// boundaries found in it can be put back. Never used for output.
public struct CharacterFolder: ~Copyable {
  private let handle: OpaquePointer

  /// - Throws: `ICUError` if ICU's data lack the transforms.
  public init() throws(ICUError) {
    var status: Int32 = 0
    guard let handle = cicu_folder_open(&status) else {
      throw ICUError(status, in: "utrans_openU")
    }
    self.handle = handle
  }

  deinit { cicu_folder_close(handle) }

  /// The code point that stands for `codePoint` in look-ups: itself where nothing folds.
  public func fold(_ codePoint: UInt32) -> UInt32 {
    cicu_folder_fold(handle, codePoint)
  }
}
