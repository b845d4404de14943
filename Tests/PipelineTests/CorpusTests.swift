import Fenci
import Foundation
import TestSupport
import Testing

/// The corpus is what its manifest says, and the gold articles are the sample's.
@Suite struct CorpusTests {
  private struct Manifest: Decodable {
    struct File: Decodable {
      let path: String
      let sha256: String
      let documents: Int
    }
    let files: [File]
  }

  private static let corpus = URL(fileURLWithPath: Repository.path("corpus"))

  @Test func `every file is in the manifest, with its hash`() throws {
    let data = try Data(contentsOf: Self.corpus.appendingPathComponent("manifest.json"))
    let manifest = try JSONDecoder().decode(Manifest.self, from: data)
    for file in manifest.files {
      let bytes = try Data(contentsOf: Self.corpus.appendingPathComponent(file.path))
      let digest = bytes.withUnsafeBytes { SHA256.hexadecimalDigest(of: $0) }
      #expect(digest == file.sha256, "\(file.path)")
    }
    let listed = Set(manifest.files.map(\.path))
    for folder in ["sample", "gold"] {
      let paths = try FileManager.default.subpathsOfDirectory(
        atPath: Self.corpus.appendingPathComponent(folder).path)
      for path in paths.map({ "\(folder)/\($0)" }) where !path.hasSuffix(".md") {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(
          atPath: Self.corpus.appendingPathComponent(path).path, isDirectory: &isFolder)
        #expect(isFolder.boolValue || listed.contains(path), "\(path) is not in the manifest")
      }
    }
    #expect(manifest.files.filter { $0.path.hasPrefix("gold/") }.count == 25)
  }

  @Test func `the words of a gold article give back its text`() throws {
    var texts: [String: String] = [:]
    let reader = InputReader(paths: [InputPath(Self.corpus.appendingPathComponent("sample").path)])
    while let block = reader.next() {
      for document in DocumentParser().documents(in: block).documents {
        texts[document.id] = document.text
      }
    }
    let gold = Self.corpus.appendingPathComponent("gold")
    for name in try FileManager.default.contentsOfDirectory(atPath: gold.path)
    where name.hasSuffix(".tsv") {
      let rows = try String(contentsOf: gold.appendingPathComponent(name), encoding: .utf8)
        .split(separator: "\n").filter { !$0.hasPrefix("# ") }
      let cells = rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      #expect(cells.allSatisfy { $0.count == 3 }, "\(name)")
      let text = try #require(texts[String(name.dropLast(4))], "\(name)")
      #expect(
        cells.map { $0[0] }.joined() == text.filter { !$0.isWhitespace }, "\(name)")
    }
  }
}
