import Testing
import TextModel

@testable import TextInput

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct InputReaderTests {
  @Test("a directory is read in the order of its paths, hidden files left out")
  func directory() {
    let folder = TemporaryFolder()
    for name in ["b.txt", "a/z.txt", "a-b/x.txt", "a.txt", "中/文.txt", ".hidden", ".git/x", "a/.x"] {
      folder.write(name, "文\(name)")
    }
    let found = Outcome([folder.path])
    #expect(found.problems.isEmpty)
    #expect(
      found.documents.map { String($0.id.dropFirst(folder.path.count + 1)) } == [
        "a-b/x.txt", "a.txt", "a/z.txt", "b.txt", "中/文.txt",
      ])
    #expect(found.blocks.map(\.ordinal) == [0, 1, 2, 3, 4])
    #expect(Outcome([folder.path + "/"]).texts == found.texts)
    #expect(Outcome([folder.path + "/.hidden"]).texts == ["文.hidden"])
  }

  @Test("what cannot be read is a problem, and the rest goes on")
  func problems() {
    let folder = TemporaryFolder()
    folder.write("a.txt", "甲")
    folder.write("empty.txt", "")
    folder.write("z.bin", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF])
    symlink("/nowhere/at/all", folder.path + "/broken")
    mkfifo(folder.path + "/pipe", 0o644)
    let found = Outcome([
      folder.path + "/missing", folder.path, folder.path + "/a.txt", "/dev/null",
    ])
    #expect(found.texts == ["甲", "甲"])
    let told = found.problems.map {
      $0.description.replacing(folder.path + "/", with: "") + " " + $0.severity.rawValue
    }
    #expect(
      told == [
        "missing: no such file or directory error",
        "broken: no such file or directory error",
        "empty.txt: an empty file: no document warning",
        "pipe: not a regular file (a device, a socket or a pipe) error",
        "z.bin: looks like a binary file (it has zero bytes); "
          + "name the format to read it anyway error",
        "/dev/null: not a regular file (a device, a socket or a pipe) error",
      ])
    // A named format means what it says.
    #expect(Outcome([folder.path + "/z.bin"], options: .init(format: .text)).documents.count == 1)
  }

  @Test("folders and files without rights are problems", .enabled(if: geteuid() != 0))
  func rights() {
    let folder = TemporaryFolder()
    folder.write("a/x.txt", "甲")
    folder.write("b.txt", "乙")
    folder.write("c.txt", "丙")
    chmod(folder.path + "/a", 0)
    chmod(folder.path + "/b.txt", 0)
    let found = Outcome([folder.path])
    #expect(found.texts == ["丙"])
    #expect(found.problems.map(\.message) == ["permission denied", "permission denied"])
  }

  @Test("symbolic links make no loop")
  func links() {
    let folder = TemporaryFolder()
    folder.write("a/x.txt", "甲")
    symlink("..", folder.path + "/a/up")
    symlink("a", folder.path + "/b")
    symlink("self", folder.path + "/self")
    symlink("a/x.txt", folder.path + "/y.txt")
    let found = Outcome([folder.path])
    #expect(found.texts == ["甲", "甲"])
    #expect(
      found.problems.map(\.severity).sorted { $0.rawValue < $1.rawValue } == [
        .error, .warning, .warning,
      ])
  }

  @Test("a link that leads out of the path named is not followed, unless wanted")
  func linksOut() {
    let outside = TemporaryFolder()
    let secret = outside.write("secret.txt", "机密")
    let folder = TemporaryFolder()
    folder.write("a/x.txt", "甲")
    symlink(secret, folder.path + "/a/y.txt")
    symlink(outside.path, folder.path + "/a/z")
    symlink(folder.path + "x", folder.path + "/a/near")
    let found = Outcome([folder.path])
    #expect(found.texts == ["甲"])
    #expect(found.problems.filter { $0.message.hasPrefix("a link that leads out of ") }.count == 2)
    var options = InputReader.Options()
    options.followsLinks = true
    #expect(Outcome([folder.path], options: options).texts == ["甲", "机密", "机密"])
    // A path that the user names is meant.
    #expect(Outcome([folder.path + "/a/y.txt"]).texts == ["机密"])
  }

  @Test("directories nested too deep are a problem, and the rest goes on")
  func depth() {
    let folder = TemporaryFolder()
    folder.write("a/b/c/x.txt", "甲")
    folder.write("a/y.txt", "乙")
    var options = InputReader.Options()
    options.maximumDepth = 2
    let found = Outcome([folder.path], options: options)
    #expect(found.texts == ["乙"])
    #expect(found.problems.count == 1)
  }

  @Test("names come in the order of their bytes, whatever their number", arguments: 0..<10)
  func order(seed: Int) {
    var random = SplitMix(seed: seed)
    var names = PackedNames()
    var expected: Set<[UInt8]> = []
    for _ in 0..<200 {
      let name = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        [UInt8]([0x2D, 0x2E, 0x41, 0x42, 0xE4, 0xFF]).randomElement(using: &random)!
      }
      let isDirectory = Bool.random(using: &random)
      guard expected.insert(isDirectory ? name + [ASCII.slash] : name).inserted else { continue }
      name.withUnsafeBytes { names.append($0, isDirectory: isDirectory) }
    }
    names.sortDescending()
    var found: [[UInt8]] = []
    while let name = names.popLast() { found.append(name) }
    #expect(found == expected.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("a reader that is asked to stop gives no further block")
  func stop() {
    let folder = TemporaryFolder()
    for name in ["a", "b", "c"] { folder.write("\(name).txt", name) }
    let signal = StopSignal()
    let reader = InputReader(paths: [InputPath(folder.path)], stop: signal)
    #expect(reader.next() != nil)
    signal.request()
    #expect(reader.next() == nil)
    #expect(InputReader.totalSize(of: [InputPath(folder.path)], stop: signal) == nil)
  }

  @Test("what is done is passed over, file by file and block by block")
  func done() {
    let folder = TemporaryFolder()
    let (a, b) = (
      folder.write("a.txt", "甲"), folder.write("b.jsonl", "{\"text\":\"乙\"}\n{\"text\":\"丙\"}\nx\n")
    )
    let options = InputReader.Options(blockSize: 1)
    let paths = [InputPath(folder.path)]
    func texts(_ done: InputReader.DoneParts) -> [String] {
      let reader = InputReader(paths: paths, options: options, done: done)
      var texts: [String] = []
      while let block = reader.next() {
        texts += DocumentParser().documents(in: block).documents.map(\.text)
      }
      return texts
    }
    #expect(texts([:]) == ["甲", "乙", "丙"])
    #expect(texts([a: InputReader.wholeFile]) == ["乙", "丙"])
    #expect(texts([a: InputReader.wholeFile, b: 1]) == ["丙"])
    #expect(texts([b: 9]) == ["甲"])
    #expect(InputReader.totalSize(of: paths) == 3 + 32)
  }

  @Test("blocks account for all bytes of their files", arguments: ["a.txt", "a.jsonl.gz", "a.csv"])
  func sourceBytes(name: String) {
    let folder = TemporaryFolder()
    let text = String(repeating: "text\n{\"text\":\"甲乙丙\"}\n", count: 2_000)
    let bytes =
      name.hasSuffix(".gz")
      ? Array(repeatElement(GzipTests.first, count: 500).joined()) : Array(text.utf8)
    let found = Outcome([folder.write(name, bytes)], options: .init(blockSize: 512))
    #expect(found.blocks.map(\.sourceByteCount).reduce(0, +) == bytes.count)
  }

  @Test(
    "formats follow the extension",
    arguments: [
      ("a.txt", InputFormat.text), ("a.jsonl", .jsonl), ("a.NDJSON", .jsonl), ("a.html", .html),
      ("a.htm.gz", .html), ("a.jsonl.gz", .jsonl), ("a", .text), ("a.json", .text), ("a.gz", .text),
    ])
  func extensions(path: String, format: InputFormat) {
    #expect(InputFormat.implied(byPath: path) == format)
  }

  @Test(
    "a stream is JSONL if its first line is an object",
    arguments: [
      ("{\"text\":\"a\"}\n", InputFormat.jsonl), ("\n \n{\"a\":1} \r\nx", .jsonl), ("{a", .text),
      ("{a\n}", .text), ("文 {}", .text), ("", .text), ("\n", .text), ("{}", .jsonl),
    ])
  func streams(text: String, format: InputFormat) {
    #expect(InputFormat.implied(byContent: Array(text.utf8)) == format)
  }

  @Test("a named pipe is read as a stream")
  func pipe() {
    let folder = TemporaryFolder()
    let path = folder.path + "/pipe"
    mkfifo(path, 0o644)
    // The shell waits, in the background, until the pipe is opened for reading.
    system("printf '{\"text\":\"甲\"}\\n' > \(path) &")
    let found = Outcome([path])
    #expect(found.blocks.map(\.format) == [.jsonl])
    #expect(found.documents.map(\.id) == ["\(path)#1"])
    #expect(found.problems.isEmpty)
  }

  @Test("blocks hold whole lines and give back the file", arguments: 0..<100)
  func lineBlocks(seed: Int) {
    var random = SplitMix(seed: seed)
    let ends = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]][seed % 4]
    var text = ""
    for _ in 0..<Int.random(in: 1...200, using: &random) {
      let length = Int.random(in: 0...30, using: &random)
      text += String(repeating: "中a", count: length) + ends.randomElement(using: &random)!
    }
    if seed % 3 == 0 { text += "末行" }
    let folder = TemporaryFolder()
    let path = folder.write("a.txt", text)
    let found = Outcome([path], options: .init(format: .lines, blockSize: 64))
    #expect(found.blocks.flatMap(\.bytes) == Array(text.utf8))
    #expect(
      found.blocks.map(\.isLastPart) == found.blocks.indices.map { $0 + 1 == found.blocks.count })
    let whole = parse(text, as: .lines, path: path)
    #expect(found.documents == whole.documents)
    var offset = 0
    for block in found.blocks {
      #expect(block.byteOffset == offset)
      offset += block.bytes.count
    }
  }

  @Test("parts of long text lose no byte and cut no character", arguments: 0..<18)
  func textParts(seed: Int) {
    var random = SplitMix(seed: seed)
    let pieces: [[String]] = [
      ["中", "文", "字"], ["中文。", "字"], ["word ", "中"], ["中文\n", "字"], ["中\r\n", "文"],
      ["\r", "\n", "中"],
    ]
    let choice = pieces[seed % pieces.count]
    var text = ""
    let size = (seed % 2 == 0 ? 3 << 19 : 5 << 18) + seed
    while text.utf8.count < size {
      let piece = choice.randomElement(using: &random)!
      text += String(repeating: piece, count: Int.random(in: 1...5000, using: &random))
    }
    let folder = TemporaryFolder()
    let found = Outcome(
      [folder.write("a.txt", text)], options: .init(splitsLongText: true, blockSize: 1 << 16))
    #expect(found.blocks.flatMap(\.bytes) == Array(text.utf8))
    #expect(found.blocks.count > 1)
    #expect(found.blocks.allSatisfy { $0.bytes.count <= 1 << 20 })
    #expect(found.blocks.map(\.partIndex) == Array(found.blocks.indices))
    #expect(
      found.blocks.map(\.isLastPart) == found.blocks.indices.map { $0 + 1 == found.blocks.count })
    #expect(found.problems.isEmpty)
    var line = 1
    for (index, block) in found.blocks.enumerated() {
      #expect(block.firstLine == line)
      line += block.bytes.withUnsafeBufferPointer(BlockCutter.lineEndCount)
      if index > 0 {
        #expect(
          !(block.bytes[0] == ASCII.lineFeed
            && found.blocks[index - 1].bytes.last == ASCII.carriageReturn))
      }
    }
  }

  @Test("bytes that are no characters are cut all the same")
  func partsOfGarbage() {
    let folder = TemporaryFolder()
    let bytes = [UInt8](repeating: 0x80, count: 9 << 17)
    let found = Outcome(
      [folder.write("a.txt", bytes)],
      options: .init(format: .text, encoding: .utf8, splitsLongText: true))
    #expect(found.blocks.flatMap(\.bytes) == bytes)
  }

  @Test("a document or a line that is too large is left out, and the rest goes on")
  func tooLarge() {
    let folder = TemporaryFolder()
    let long = String(repeating: "长", count: 1 << 20)
    let text = folder.write("a.txt", long)
    let lines = folder.write("b.txt", "一\n\(long)\r\n三\n\(long)")
    let options = InputReader.Options(blockSize: 1 << 16, maximumDocumentSize: 1 << 20)
    let whole = Outcome([text], options: options)
    #expect(whole.documents.isEmpty)
    #expect(
      whole.problems.map(\.message) == [
        "the document is larger than 1048576 bytes; left out (--max-document)"
      ])
    var asLines = options
    asLines.format = .lines
    let found = Outcome([lines], options: asLines)
    #expect(found.documents.map(\.id) == ["\(lines)#1", "\(lines)#3"])
    #expect(found.problems.map(\.line) == [2, 4])
  }

  @Test("a single long line is a block of its own")
  func longLine() {
    let folder = TemporaryFolder()
    let long = String(repeating: "长", count: 1 << 20)
    let found = Outcome(
      [folder.write("a.txt", "一\n二\n\(long)\n四\n")], options: .init(format: .lines))
    #expect(found.texts == ["一", "二", long, "四"])
    #expect(found.blocks.count == 3)
  }

  @Test("a mark is counted in the offsets of a UTF-8 file")
  func markOffset() {
    let folder = TemporaryFolder()
    let found = Outcome([folder.write("a.txt", [0xEF, 0xBB, 0xBF, 0x61, 0xFF])])
    #expect(found.texts == ["a\u{FFFD}"])
    #expect(found.problems.map(\.offset) == [4])
    #expect(Outcome([folder.write("b.txt", [0xEF, 0xBB, 0xBF])]).problems.count == 1)
  }
}
