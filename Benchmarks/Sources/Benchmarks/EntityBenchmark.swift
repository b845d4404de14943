import Fenci

/// What finding names adds to segmenting, on texts of one's own and with dictionaries of one's own.
///
/// All stages run in turn in each repetition, so that a machine that grows slower does so for all.
struct EntityBenchmark {
  private let documents: [Document]
  private let bytes: Int
  private let model: SequenceModel
  private let standard: WordStandard
  private let compiled: CompiledDictionaries
  private let names: [String]

  private static let repetitions = 7

  /// What is timed: each does what the one before does, and more.
  private enum Stage: String, CaseIterable {
    /// Words with their classes.
    case segment
    /// Finding the names of the dictionaries.
    case match
    /// Deciding the ambiguous ones.
    case decide
    /// Names on no list.
    case unlisted
  }

  /// - Parameters:
  ///   - names: Dictionaries of one's own; each is measured beside those that are shipped.
  init(dictionaries: String, model: String, news: String, names: [String]) throws {
    compiled = try CompiledDictionaries(path: dictionaries)
    self.model = try SequenceModel(path: model)
    standard = try self.model.standard(named: nil)
    self.names = names
    let reader = InputReader(paths: [InputPath(news)])
    let parser = DocumentParser()
    var documents: [Document] = []
    while let block = reader.next() { documents += parser.documents(in: block).documents }
    self.documents = documents
    bytes = documents.reduce(0) { $0 + $1.text.utf8.count }
  }

  func run() throws {
    print("version,icu,dictionary,reading,stage,bytes,runs,seconds,least,most,ratio")
    var runs: [Run] = []
    for path in [nil] + names.map(Optional.some) {
      var dictionaries: Dictionaries?
      let reading = try secondsOfProcessor {
        var user = UserDictionary()
        if let path { try user.read(path: path) }
        dictionaries = try Dictionaries(compiled, user: user)
      }
      guard let dictionaries else { continue }
      for stage in Stage.allCases {
        runs.append(
          Run(
            dictionary: path ?? "-", reading: reading, stage: stage,
            work: try work(of: stage, dictionaries)))
      }
    }
    for run in runs { try run.work() }
    for _ in 0..<Self.repetitions {
      for index in runs.indices {
        runs[index].seconds.append(try secondsOfProcessor(runs[index].work))
      }
    }
    for run in runs {
      let seconds = run.seconds.sorted()
      let ratios = zip(run.seconds, runs[0].seconds).map { $0 / $1 }.sorted()
      func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
      print(
        FenciVersion.current, FenciVersion.icu, run.dictionary, rounded(run.reading),
        run.stage.rawValue, bytes, seconds.count, rounded(seconds[seconds.count / 2]),
        rounded(seconds[0]), rounded(seconds[seconds.count - 1]),
        rounded(ratios[ratios.count / 2]), separator: ",")
    }
  }

  private struct Run {
    let dictionary: String
    /// The seconds that it took to read the dictionary.
    let reading: Double
    let stage: Stage
    let work: () throws -> Void
    var seconds: [Double] = []
  }

  private func work(of stage: Stage, _ dictionaries: Dictionaries) throws -> () throws -> Void {
    let segmenter = try Segmenter(dictionaries, engine: .model(model, standard: standard))
    let tagger = EntityTagger(dictionaries, findsUnlisted: stage == .unlisted)
    return {
      for document in documents {
        let tokens = try segmenter.tokens(in: document)
        switch stage {
        case .segment: break
        case .match: _ = tagger.listedNames(in: document, tokens: tokens)
        case .decide, .unlisted: _ = tagger.mentions(in: document, tokens: tokens)
        }
      }
    }
  }
}
