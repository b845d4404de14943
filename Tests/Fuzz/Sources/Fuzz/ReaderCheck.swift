import Fenci

/// What must hold for the readers of `TextInput`, whatever the bytes.
enum ReaderCheck {
  /// Documents and problems, and no difference in them however the file is cut.
  static func records(_ bytes: [UInt8], as format: InputFormat) {
    ScratchFile.with(bytes) { path in
      let whole = read(path, format, encoding: "utf-8", blockSize: 256 << 10)
      precondition(whole.problems.allSatisfy { !$0.message.isEmpty && $0.path == path })
      if [.text, .html, .mhtml, .feed].contains(format) { return }
      let cut = read(path, format, encoding: "utf-8", blockSize: 1 + bytes.count % 40)
      precondition(cut.documents == whole.documents, "documents depend on how the file is cut")
    }
  }

  /// A decision for any bytes, and text that is UTF-8 in any encoding.
  static func encodings(_ bytes: [UInt8]) {
    let found = EncodingDetector.encoding(of: bytes, isWhole: bytes.count % 2 == 0)
    precondition((0...1).contains(found.confidence) && !found.reason.isEmpty)
    ScratchFile.with(bytes) { path in
      let labels: [String?] = [
        nil, "utf-8", "utf-16", "utf-16be", "utf-32", "gb18030", "hz", "big5", "big5-hkscs",
        "euc-tw",
      ]
      let label = bytes.count < 2 ? nil : labels[Int(bytes[1]) % labels.count]
      _ = read(path, .auto, encoding: label, blockSize: 64)
    }
  }

  private static func read(
    _ path: String, _ format: InputFormat, encoding: String?, blockSize: Int
  ) -> ParsedBlock {
    var options = InputReader.Options()
    options.format = format
    options.blockSize = blockSize
    options.maximumDocumentSize = 1 << 20
    options.encoding = encoding.flatMap { try? TextEncoding(label: $0) }
    let reader = InputReader(paths: [InputPath(path)], options: options)
    let parser = DocumentParser()
    var result = ParsedBlock()
    while let block = reader.next() {
      let parsed = parser.documents(in: block)
      result.documents += parsed.documents
      result.problems += parsed.problems
    }
    result.problems += reader.takeProblems()
    return result
  }
}
