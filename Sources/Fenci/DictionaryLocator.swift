public import Lexicons

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Finds the compiled dictionaries.
///
/// The places, in order: the path given; the environment variable `FENCI_DICTIONARIES`; `fenci.fcd`
/// beside the program; `../share/fenci/fenci.fcd` from there. A path that is given, by option or by
/// environment, is the only one tried: a slip in it is an error, never a silent fallback.
public enum DictionaryLocator {
  /// The name of the compiled file.
  public static let fileName = "fenci.fcd"
  /// The environment variable that names the file.
  public static let environmentVariable = "FENCI_DICTIONARIES"

  /// Opens the compiled dictionaries.
  ///
  /// - Throws: `LexiconError.notFound` if there are none; otherwise what opening the file throws.
  public static func open(path: String? = nil) throws -> CompiledDictionaries {
    try CompiledDictionaries(path: try locate(path: path))
  }

  private static func locate(path: String?) throws(LexiconError) -> String {
    if let path { return path }
    if let value = getenv(environmentVariable), let path = String(validatingCString: value),
      !path.isEmpty
    {
      return path
    }
    let folder = programFolder()
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
