import ArgumentParser
import Fenci

/// Which terms are listed.
struct TermOptions: ParsableArguments {
  @Option(
    name: .customLong("stopwords"),
    help: ArgumentHelp(
      "Words to leave out: default, none, or a file with a word a line.", valueName: "list"))
  var stopWords = "default"

  @Option(help: ArgumentHelp("The fewest occurrences of a term.", valueName: "n"))
  var minCount: Int?

  @Option(help: ArgumentHelp("The fewest documents with a term.", valueName: "n"))
  var minDocs: Int?

  @Option(
    name: .customLong("pos"),
    help: ArgumentHelp(
      "Only words of these classes (UPOS tags: NOUN,VERB,ADJ …); names stay.", valueName: "tags"))
  var wordClasses: String?

  @Option(
    help: ArgumentHelp(
      "Only entities of these labels: PER,ORG,LOC,PRODUCT or your own.", valueName: "labels"))
  var label: String?

  @Flag(name: .customLong("words-only"), help: "Count words as they stand: no names, no aliases.")
  var wordsOnly = false

  func validate() throws {
    if wordsOnly, label != nil { throw ValidationError("--words-only counts no entities") }
    for tag in wordClassTags where PartOfSpeech(tag: tag) == nil {
      throw ValidationError(
        "'\(tag)' is no UPOS tag (\(PartOfSpeech.allCases.map(\.tag).joined(separator: ", ")))")
    }
  }

  var selection: TermSelection { wordsOnly ? .wordsOnly : .wordsAndEntities }

  private var wordClassTags: [Substring] {
    wordClasses.map { $0.split(separator: ",") } ?? []
  }

  /// The filter.
  ///
  /// - Parameters:
  ///   - wordClasses: The classes wanted if the user names none; nil for all.
  func filter(
    _ dictionaries: Dictionaries, minimumCount: Int = 1, minimumDocuments: Int = 1,
    wordClasses standard: Set<PartOfSpeech>? = nil
  ) throws -> TermFilter {
    let tags = wordClassTags.compactMap { PartOfSpeech(tag: $0) }
    return TermFilter(
      labels: label.map { Set(list: $0) }, stopWords: try stopWordSet(dictionaries),
      wordClasses: tags.isEmpty ? standard : Set(tags),
      minimumCount: minCount ?? minimumCount, minimumDocuments: minDocs ?? minimumDocuments)
  }

  private func stopWordSet(_ dictionaries: Dictionaries) throws -> Set<String> {
    switch stopWords {
    case "default": return dictionaries.compiled.stopWords()
    case "none": return []
    default:
      do {
        let text = try FileAccess.text(at: stopWords)
        return Set(
          text.split(whereSeparator: \.isNewline).filter { $0.first != "#" }.map { line in
            String(line).trimmingWhitespace()
          })
      } catch {
        throw CommandFailure(error)
      }
    }
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate func trimmingWhitespace() -> String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
