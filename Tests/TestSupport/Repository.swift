/// Where the checkout is, whatever the working folder of the tests.
public enum Repository {
  /// The path of a file of the checkout.
  public static func path(_ relative: String, file: StaticString = #filePath) -> String {
    var folder = "\(file)"[...]
    for _ in 0..<3 {
      guard let slash = folder.lastIndex(of: "/") else { break }
      folder = folder[..<slash]
    }
    return "\(folder)/\(relative)"
  }
}
