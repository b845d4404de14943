import Fenci

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is fuzzed: a reader each. The raw value is what `FENCI_FUZZ` takes.
enum FuzzTarget: String, CaseIterable {
  case encodings, text, html, mhtml, jsonl, tables, feed, gzip, dictionary, lexicon, model

  static let chosen: FuzzTarget = {
    guard let name = getenv("FENCI_FUZZ").map({ String(cString: $0) }),
      let target = FuzzTarget(rawValue: name)
    else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      fatalError("FENCI_FUZZ is to be one of \(names)")
    }
    return target
  }()

  func run(_ bytes: [UInt8]) {
    switch self {
    case .encodings: ReaderCheck.encodings(bytes)
    case .text: ReaderCheck.records(bytes, as: .text)
    case .html: ReaderCheck.records(bytes, as: .html)
    case .mhtml: ReaderCheck.records(bytes, as: .mhtml)
    case .jsonl:
      ReaderCheck.records(bytes, as: .jsonl)
      ReaderCheck.records(bytes, as: .lines)
    case .tables: ReaderCheck.records(bytes, as: bytes.count % 2 == 0 ? .csv : .tsv)
    case .feed: ReaderCheck.records(bytes, as: .feed)
    case .gzip: ReaderCheck.records([0x1F, 0x8B] + bytes, as: .lines)
    case .dictionary: TableCheck.userDictionary(bytes)
    case .lexicon: TableCheck.dictionaries(bytes)
    case .model: TableCheck.model(bytes)
    }
  }
}
