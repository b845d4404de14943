import Fenci
import Platform

/// What of the input is done, beside a result that is being written: `FILE.journal`.
///
/// The first line says what made the result, as JSON; each other line, for a block whose output is written, the size
/// of the result so far, the number of blocks of the file that are done (`all` behind the last) and the path. A line that
/// is cut, or says more than is in the result, is as if it were not there.
struct Journal {
  private static let head = "fenci journal 1 "

  private let path: String
  private let file: UnsafeMutablePointer<FILE>
  /// What is done.
  let done: InputReader.DoneParts
  /// The size of the result that belongs to it; 0 if a run begins.
  let resultSize: Int

  /// Opens a journal, new or to go on with.
  ///
  /// - Throws: `CommandFailure` if a run that was cut off would be lost, or was one with other settings.
  init(path: String, settings: String, resumes: Bool, partSize: Int?) throws {
    var read: (done: InputReader.DoneParts, size: Int) = ([:], 0)
    let before = access(path, F_OK) == 0 ? try Self.lines(of: path) : nil
    // A run that got nothing done is nothing to lose.
    if let before, before.count > 1, partSize != nil {
      guard resumes else {
        throw CommandFailure(
          "\(path) belongs to a run that was cut off: go on with --resume, or remove it")
      }
      guard before.first == Self.head + settings else {
        throw CommandFailure(
          "\(path) belongs to a run with other options, inputs, dictionaries or version; remove it to begin anew"
        )
      }
      read = Self.read(before.dropFirst(), partSize: partSize ?? 0)
    }
    // Written anew, and only then put in place of the old one: what was passed over does not come back.
    guard let file = fopen("\(path).new", "we") else {
      throw CommandFailure("\(path): \(String(cString: strerror(errno)))")
    }
    self.path = path
    self.file = file
    (done, resultSize) = read
    try write(Self.head + settings)
    for (name, parts) in done.sorted(by: { $0.key < $1.key }) {
      try write(line(resultSize, parts, name))
    }
    guard rename("\(path).new", path) == 0 else {
      throw CommandFailure("\(path): \(String(cString: strerror(errno)))")
    }
  }

  /// Notes a block whose output is written.
  func note(_ block: BlockSummary, resultSize: Int) throws {
    let parts = block.isLastPart ? InputReader.wholeFile : block.partIndex + 1
    try write(line(resultSize, parts, block.path))
  }

  /// The run is over.
  func remove() throws {
    fclose(file)
    unlink(path)
  }

  private static func read(
    _ lines: ArraySlice<String>, partSize: Int
  ) -> (done: InputReader.DoneParts, size: Int) {
    var done: InputReader.DoneParts = [:]
    var size = 0
    for line in lines {
      let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3, let end = Int(fields[0]), end <= partSize else { break }
      guard let parts = fields[1] == "all" ? InputReader.wholeFile : Int(fields[1]) else { break }
      size = max(size, end)
      done[unescaped(fields[2])] = parts
    }
    return (done, size)
  }

  private func line(_ size: Int, _ parts: Int, _ name: String) -> String {
    "\(size)\t\(parts == InputReader.wholeFile ? "all" : "\(parts)")\t\(Self.escaped(name))"
  }

  private func write(_ line: String) throws {
    guard fputs(line + "\n", file) >= 0, fflush(file) == 0 else {
      throw CommandFailure("\(path): \(String(cString: strerror(errno)))")
    }
  }

  /// The whole lines of a file.
  private static func lines(of path: String) throws -> [String] {
    do {
      var lines = try FileAccess.text(at: path).split(
        separator: "\n", omittingEmptySubsequences: false)
      // What follows the last line end is a line that was cut.
      lines.removeLast()
      return lines.map(String.init)
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func escaped(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ name: Substring) -> String {
    name.split(separator: "%", omittingEmptySubsequences: false).enumerated().map { index, part in
      if index > 0, part.hasPrefix("25") { return "%" + part.dropFirst(2) }
      if index > 0, part.hasPrefix("0A") { return "\n" + part.dropFirst(2) }
      return String(part)
    }.joined()
  }
}
