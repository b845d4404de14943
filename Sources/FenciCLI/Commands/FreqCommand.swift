import ArgumentParser
import Fenci

/// `fenci freq`
struct FreqCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freq",
    abstract: "Count terms: occurrences, per million words, documents.",
    discussion: """
      An entity is one term, under its canonical name. Stop words, numbers and single characters are left \
      out of the list, not of the denominator; the notes below the table say how many.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup var terms: TermOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help:
      "Say how evenly terms are spread over documents, sources or periods (DPnorm, Juilland's D).")
  var dispersion: CorpusDivision?

  @Option(
    name: .customLong("ngrams"),
    help: ArgumentHelp(
      "Count words that follow each other, and how strongly they belong together: 2, or 1..3 (up to 8).",
      valueName: "n..m"))
  var nGrams: LengthRange?

  @Option(
    help: ArgumentHelp(
      "With --ngrams 2: pairs of words up to n apart (collocations).", valueName: "n"))
  var window = 1

  @Option(
    help: ArgumentHelp("With --ngrams: only those that hold this word or name.", valueName: "term"))
  var with: String?

  @Option(help: "The order of the rows; g2, log-dice and pmi with --ngrams.")
  var sort = RowOrder.count

  @Option(help: ArgumentHelp("The most rows; 0 for all.", valueName: "n"))
  var limit = 50

  @Flag(
    inversion: .prefixedNo,
    help: "Read the input once more to mark words that may be artefacts of segmentation.")
  var check = true

  @Option(
    help: ArgumentHelp(
      "Also write all counts to a file, for 'fenci merge'.", valueName: "file"),
    completion: .file())
  var save: String?

  func validate() throws {
    if nGrams == nil {
      if window != 1 || with != nil {
        throw ValidationError("--window and --with go with --ngrams")
      }
      if sort.ofTerms == nil { throw ValidationError("--sort \(sort.rawValue) goes with --ngrams") }
    } else if dispersion != nil {
      throw ValidationError("--dispersion is of single terms, not of --ngrams")
    }
    if !(1...100).contains(window) {
      throw ValidationError("--window takes a number from 1 to 100")
    }
    if window > 1, nGrams?.lengths.upperBound != 2 {
      throw ValidationError("--window goes with --ngrams 2")
    }
    if save != nil, nGrams != nil || dispersion != nil {
      throw ValidationError(
        "--save keeps the counts of single terms: not with --ngrams or --dispersion")
    }
  }

  func run() async throws {
    let session = try Session(
      input: input, analysis: analysis, output: output, result: result, counting: counting,
      findsEntities: !terms.wordsOnly)
    let filter = try terms.filter(session.analyzer.dictionaries)
    var provenance = session.provenance("freq", analysis)
    let limit = limit > 0 ? limit : nil
    let order = sort.ofTerms ?? .termFrequency
    if let nGrams {
      let search = NGramSearch(
        lengths: nGrams.lengths, window: window, minimumCount: terms.minCount ?? 5, filter: filter)
      let table = try await session.countSequences(selection: terms.selection)
      var found = table.nGrams(search, sortedBy: sort.ofNGrams)
      if let with {
        // An alias of an entity means the entity too.
        let entities = session.analyzer.dictionaries.entities(named: with)
        let names = Set([with] + entities.map(\.canonicalName))
        found.removeAll { !$0.terms.contains { names.contains($0.text) } }
      }
      try session.write(
        Report.nGrams(
          found, of: search, in: table.frequencies, limit: limit, metadata: provenance.metadata))
    } else if let dispersion {
      provenance.add("dispersion", dispersion.rawValue)
      let table = try await session.countSequences(
        by: dispersion, selection: terms.selection)
      if table.partlessDocumentCount > 0 {
        session.console.warn(
          "\(table.partlessDocumentCount) documents have no \(dispersion.property); they are one part"
        )
      }
      try session.write(
        Report.frequencies(
          of: table.frequencies, filter: filter, sortedBy: order, limit: limit,
          dispersion: (table.dispersions(), dispersion.plural),
          artefacts: try await evidence(in: table.frequencies, filter, session),
          metadata: provenance.metadata))
    } else {
      let table = try await session.countTerms(
        selection: terms.selection, collectsHashes: save != nil)
      if let save { try session.save(table, analysis, to: save) }
      try session.write(
        Report.frequencies(
          of: table, filter: filter, sortedBy: order, limit: limit,
          artefacts: try await evidence(in: table, filter, session), metadata: provenance.metadata))
    }
    try output.writeManifest(provenance)
    try session.finish()
  }

  /// What speaks against the terms that will be listed.
  private func evidence(
    in table: FrequencyTable, _ filter: TermFilter, _ session: Session
  ) async throws -> ArtefactReport {
    guard check else { return .notWanted }
    let rows = filter.outcome(of: table, sortedBy: sort.ofTerms ?? .termFrequency).rows
    let listed = rows.prefix(limit > 0 ? limit : rows.count).map(\.term)
    guard let evidence = try await session.artefactEvidence(of: listed, in: table) else {
      return .notPossible
    }
    return .evidence(evidence)
  }
}
