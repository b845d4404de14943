public import Lexicons
internal import Platform

/// Finds the files that the program works with: the compiled dictionaries and the model.
///
/// The places, in order: the path given; the environment variable; the file's name beside the program;
/// `../share/fenci/` and the name from there. A path that is given, by option or by environment, is the
/// only one tried: a slip in it is an error, never a silent fallback.
public struct InstalledFile: Sendable {
  /// The compiled dictionaries, `fenci.fcd` or what `FENCI_DICTIONARIES` names.
  public static let dictionaries = InstalledFile(
    fileName: "fenci.fcd", environmentVariable: "FENCI_DICTIONARIES")
  /// The model, `fenci.fcm` or what `FENCI_MODEL` names.
  public static let model = InstalledFile(
    fileName: "fenci.fcm", environmentVariable: "FENCI_MODEL")

  public let fileName: String
  /// The environment variable that names the file.
  public let environmentVariable: String

  /// The path of the file.
  ///
  /// - Parameter path: What the caller has been given, nil if nothing.
  /// - Throws: `LexiconError.notFound` if the file is at none of the places.
  public func located(path: String? = nil) throws(LexiconError) -> String {
    if let path { return path }
    if let value = getenv(environmentVariable), let path = String(validatingCString: value),
      !path.isEmpty
    {
      return path
    }
    let folder = Self.programFolder()
    let candidates = ["\(folder)/\(fileName)", "\(folder)/../share/fenci/\(fileName)"]
    guard let found = candidates.first(where: FileAccess.isReadable) else {
      throw .notFound(searched: candidates)
    }
    return found
  }

  /// The folder of the running program, links resolved.
  private static func programFolder() -> String {
    #if os(Linux)
      let program = resolved("/proc/self/exe")
    #else
      let program = CommandLine.arguments.first.flatMap { resolved($0) }
    #endif
    guard let program, let slash = program.lastIndex(of: "/") else { return "." }
    return slash == program.startIndex ? "/" : String(program[..<slash])
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(validatingCString: real)
  }
}
