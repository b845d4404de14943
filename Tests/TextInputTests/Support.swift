import ICU
import TextModel

@testable import TextInput

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A generator whose numbers depend only on its seed (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A folder of its own for one test, removed when the test is over.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/fenci-input-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
  }

  deinit {
    system("chmod -R u+rwx '\(path)' 2>/dev/null; rm -rf '\(path)'")
  }

  /// Writes a file, and makes its folders.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    let full = "\(path)/\(name)"
    let file = fopen(full, "wb")!
    _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
    return full
  }

  @discardableResult
  func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }
}

/// All that comes out of some paths.
struct Outcome {
  var blocks: [InputBlock] = []
  var documents: [Document] = []
  var problems: [InputProblem] = []

  init(
    _ paths: [String], options: InputReader.Options = .init(),
    parsing: DocumentParser.Options = .init()
  ) {
    let reader = InputReader(paths: paths.map { InputPath($0) }, options: options)
    while let block = reader.next() {
      blocks.append(block)
      let parsed = DocumentParser(options: parsing).documents(in: block)
      documents += parsed.documents
      problems += parsed.problems
    }
    problems += reader.takeProblems()
  }

  var texts: [String] { documents.map(\.text) }
}

extension InputReader.Options {
  init(
    format: InputFormat = .auto, encoding: TextEncoding? = nil, splitsLongText: Bool = false,
    blockSize: Int = 256 << 10, maximumDocumentSize: Int = 256 << 20, maximumExpansion: Int = 200
  ) {
    self.init()
    self.format = format
    self.encoding = encoding
    self.splitsLongText = splitsLongText
    self.blockSize = blockSize
    self.maximumDocumentSize = maximumDocumentSize
    self.maximumExpansion = maximumExpansion
  }
}

/// A text in another encoding.
func encoded(_ text: String, as encoding: TextEncoding) throws -> [UInt8] {
  var converter = try CharsetConverter(to: encoding.name)
  var bytes: [UInt8] = []
  try converter.convert(Array(text.utf8), appendingTo: &bytes, isLast: true)
  return bytes
}

/// What one text parses to, as the only block of a file.
func parse(
  _ text: String, as format: InputFormat, path: String = "a.txt",
  options: DocumentParser.Options = .init()
) -> ParsedBlock {
  parse(Array(text.utf8), as: format, path: path, options: options)
}

func parse(
  _ bytes: [UInt8], as format: InputFormat, path: String = "a.txt",
  options: DocumentParser.Options = .init()
) -> ParsedBlock {
  DocumentParser(options: options)
    .documents(in: InputBlock(path: path, format: format, bytes: bytes))
}

/// Numbers written as two hexadecimal digits each.
func hexadecimal(_ digits: String) -> [UInt8] {
  let digits = Array(digits)
  return stride(from: 0, to: digits.count, by: 2).map {
    UInt8(String(digits[$0..<$0 + 2]), radix: 16)!
  }
}
