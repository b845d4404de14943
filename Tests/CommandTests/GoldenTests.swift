import Foundation
import TestSupport
import Testing

/// The output of the commands on the sample corpus, kept in `Golden`: any change of it is seen.
///
/// Written anew with `UPDATE_GOLDEN=1`; look at the difference before it is committed.
@Suite struct GoldenTests {
  @Test(
    "the output is as it was",
    arguments: [
      ("segment-article.txt", ["segment", "finance/2026-01-08-a054.txt"]),
      ("segment-pos.txt", ["segment", "--pos", "harbour"]),
      ("entities.txt", ["entities", "--limit=40", "."]),
      ("entities-article.jsonl", ["entities", "--format=jsonl", "sports"]),
      ("entities-month.csv", ["entities", "--by=month", "--limit=3", "--format=csv", "."]),
      ("entity-pairs.txt", ["entities", "--pairs", "--limit=20", "."]),
      ("entities-highlight.txt", ["entities", "--highlight", "sports"]),
      ("entities-unlisted.tsv", ["entities", "--unlisted", "--as-dictionary", "--limit=30", "."]),
      ("freq-ngrams.txt", ["freq", "--ngrams=2..3", "--sort=g2", "--limit=12", "."]),
      (
        "freq-collocations.txt",
        ["freq", "--ngrams=2", "--window=5", "--with=Zhipu", "--min-count=2", "."]
      ),
      ("keywords.tsv", ["keywords", "--format=tsv", "--limit=40", "."]),
      ("freq.csv", ["freq", "--format=csv", "--limit=40", "."]),
      (
        "freq-dispersion.txt",
        ["freq", "--dispersion=source", "--label=ORG,PRODUCT", "--limit=12", "."]
      ),
      ("compare.txt", ["compare", "--by=year", "."]),
      (
        "compare-pairwise.csv",
        [
          "compare", "--by=source", "--pairwise", "--adjust=bh", "--order=log-odds", "--format=csv",
          ".",
        ]
      ),
      ("compare-resample.txt", ["compare", "--by=year", "--resample=500", "--limit=5", "."]),
      ("trends.txt", ["trends", "--by=quarter", "--terms=智谱,MiniMax,深度求索,算力", "."]),
      ("trend-changes.txt", ["trends", "--by=quarter", "."]),
    ] as [(String, [String])])
  func golden(_ item: (name: String, arguments: [String])) throws {
    let program = try Program()
    defer { program.finish() }
    let sample = Repository.path("corpus/sample")
    // Run beside the corpus, so that no path of the machine gets into the output.
    try FileManager.default.createSymbolicLink(
      at: program.folder.appendingPathComponent("sample"),
      withDestinationURL: URL(fileURLWithPath: sample))
    let path = "sample/" + (item.arguments.last ?? "")
    let result = try program.run(item.arguments.dropLast() + [path])
    #expect(result.status == 0, "\(result.errors)")
    let file = URL(fileURLWithPath: Repository.path("Tests/CommandTests/Golden/\(item.name)"))
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(result.output.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(result.output == expected, "\(item.name) differs; UPDATE_GOLDEN=1 writes it anew")
  }
}
