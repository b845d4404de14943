internal import CICU

/// A failure inside ICU: the function that failed and ICU's own code for it.
public struct ICUError: Error, Hashable, Sendable {
  /// ICU's `UErrorCode`; always positive.
  public let code: Int32
  /// The ICU function that failed.
  public let function: String

  public init(_ status: Int32, in function: String) {
    code = status
    self.function = function
  }
}

extension ICUError: CustomStringConvertible {
  public var description: String {
    "ICU's \(function) failed: \(String(cString: cicu_error_name(code)))"
  }
}
