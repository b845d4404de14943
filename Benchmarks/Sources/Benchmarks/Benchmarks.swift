import Fenci

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Measures the stages on fixed inputs and prints a CSV row for each pair.
@main
struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count > 4, arguments[1] == "entities" {
      try EntityBenchmark(
        dictionaries: arguments[2], model: arguments[3], news: arguments[4],
        names: Array(arguments[5...])
      ).run()
      return
    }
    guard arguments.count == 5 else {
      print("usage: Benchmarks COMPILED-DICTIONARIES MODEL CORPUS PAGES")
      print("       Benchmarks entities COMPILED-DICTIONARIES MODEL NEWS [DICTIONARY ...]")
      return
    }
    let dictionaries = try Dictionaries(CompiledDictionaries(path: arguments[1]))
    let inputs = Inputs(corpus: arguments[3])
    print("version,icu,stage,input,bytes,runs,mbPerSecond,least,most")
    let parser = DocumentParser()
    for pages in Pages.inputs(in: arguments[4]) {
      try measure("read", pages.name, bytes: pages.byteCount) {
        for block in pages.blocks { _ = parser.documents(in: block) }
      }
    }
    let model = try SequenceModel(path: arguments[2])
    let standard = try model.standard(named: nil)
    let engines: [(name: String, engine: SegmentationEngine, tagsWords: Bool)] = [
      ("icu", .icu, false), ("lattice", .lattice, false),
      ("model", .model(model, standard: standard), false),
      ("model-tagged", .model(model, standard: standard), true),
    ]
    for (name, engine, tagsWords) in engines {
      let segmenter = try Segmenter(dictionaries, engine: engine, tagsWords: tagsWords)
      for input in inputs.all {
        try measure("segment-\(name)", input) {
          try segmenter.forEachWindow(of: input.text) { _ in }
        }
      }
    }
    let segmenter = try Segmenter(dictionaries, engine: .lattice)
    let tagger = EntityTagger(dictionaries)
    for input in inputs.all {
      let document = Document(id: "-", text: input.text)
      let tokens = try segmenter.tokens(in: document)
      try measure("entities", input) { _ = tagger.mentions(in: document, tokens: tokens) }
      let analysis = Analysis(
        document: document, tokens: tokens,
        mentions: tagger.mentions(in: document, tokens: tokens))
      try measure("count", input) {
        var table = FrequencyTable()
        table.add(analysis)
      }
    }
  }

  /// Runs `work` once to warm up, then until two seconds have passed.
  private static func measure(
    _ stage: String, _ input: Inputs.Input, _ work: () throws -> Void
  ) throws {
    try measure(stage, input.name, bytes: input.text.utf8.count, work)
  }

  private static func measure(
    _ stage: String, _ name: String, bytes: Int, _ work: () throws -> Void
  ) throws {
    try work()
    var rates: [Double] = []
    var total = 0.0
    while total < 2 || rates.count < 3 {
      let seconds = try secondsOfProcessor(work)
      total += seconds
      rates.append(Double(bytes) / 1e6 / max(seconds, 1e-6))
    }
    rates.sort()
    func rounded(_ rate: Double) -> String { "\((rate * 10).rounded() / 10)" }
    print(
      FenciVersion.current, FenciVersion.icu, stage, name, bytes,
      rates.count, rounded(rates[rates.count / 2]), rounded(rates[0]),
      rounded(rates[rates.count - 1]), separator: ",")
  }
}

/// How many seconds of the processor some work takes.
func secondsOfProcessor(_ work: () throws -> Void) rethrows -> Double {
  let start = clock()
  try work()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}
