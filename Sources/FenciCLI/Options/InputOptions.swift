import ArgumentParser
import Fenci

extension InputFormat: ExpressibleByArgument {}
extension ExtractionMode: ExpressibleByArgument {}

/// What to read, and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files or directories; - or nothing for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    name: .customLong("input"),
    help: "How records are written; lines: each line is a document.")
  var format = InputFormat.auto

  @Option(
    help: ArgumentHelp(
      "The encoding of all files (utf-8, gb18030, big5, euc-tw, utf-16 …); auto finds it file by file.",
      valueName: "label"))
  var encoding = "auto"

  @Option(
    help: ArgumentHelp(
      "Where JSON objects and tables have the fields of a document, such as text=content,date=ctime.",
      valueName: "field=name,…"))
  var fields: String?

  @Option(
    help:
      "Cut what is no part of the article: auto for HTML and saved pages, off nowhere, strict in records too."
  )
  var extract = ExtractionMode.auto

  @Option(
    help: ArgumentHelp(
      "Cut the lines on this list too, as fenci furniture makes it.", valueName: "file"),
    completion: .file())
  var furniture: String?

  @Flag(help: "Say on standard error in which encoding each file was read, and why.")
  var showEncoding = false

  @Option(
    help: ArgumentHelp(
      "The largest document; a larger one is left out (K, M, G).", valueName: "size"))
  var maxDocument = ByteSize(bytes: InputReader.Options().maximumDocumentSize)

  @Option(
    help: ArgumentHelp(
      "How many times its size a compressed file may inflate to.", valueName: "n"))
  var maxExpansion = InputReader.Options().maximumExpansion

  @Option(help: ArgumentHelp("How deep directories may be nested.", valueName: "n"))
  var maxDepth = InputReader.Options().maximumDepth

  @Flag(help: "Follow links in a directory that lead out of it.")
  var followLinks = false

  @Flag(help: "Stop at the first input that cannot be used.")
  var strict = false

  func validate() throws {
    if maxExpansion < 1 || maxDepth < 0 {
      throw ValidationError("--max-expansion and --max-depth take positive numbers")
    }
    if let fields {
      do {
        _ = try FieldNames(mapping: fields)
      } catch {
        throw ValidationError("--fields: \(error)")
      }
    }
    if encoding != "auto" {
      do {
        _ = try TextEncoding(label: encoding)
      } catch {
        throw ValidationError("\(error)")
      }
    }
  }

  /// The parser of what is read.
  func makeParser() throws -> DocumentParser {
    var options = DocumentParser.Options()
    if let fields { options.fieldNames = try FieldNames(mapping: fields) }
    options.extraction = extract
    if let furniture {
      do {
        options.furniture = FurnitureList(try FileAccess.text(at: furniture))
      } catch {
        throw CommandFailure(error)
      }
    }
    return DocumentParser(options: options)
  }

  /// Whether the input can be read more than once.
  var isLasting: Bool { !paths.isEmpty && paths.allSatisfy { InputPath($0).isLasting } }

  /// A reader of the paths, or of those given; it stops at a signal.
  func makeReader(
    paths: [String]? = nil, splitsLongText: Bool = false, done: InputReader.DoneParts = [:]
  ) throws -> InputReader {
    InputReader(
      paths: (paths ?? self.paths).map { InputPath($0) },
      options: try readerOptions(splitsLongText: splitsLongText), stop: Interruption.stop,
      done: done)
  }

  /// How to read.
  func readerOptions(splitsLongText: Bool = false) throws -> InputReader.Options {
    var options = InputReader.Options()
    options.format = format
    options.encoding = encoding == "auto" ? nil : try TextEncoding(label: encoding)
    options.splitsLongText = splitsLongText
    options.maximumDocumentSize = maxDocument.bytes
    options.maximumExpansion = maxExpansion
    options.maximumDepth = maxDepth
    options.followsLinks = followLinks
    return options
  }
}
