internal import Synchronization
internal import TextInput
public import TextModel

/// Lets through the first of each text and drops its copies: a stage between parsing and analysis.
///
/// Fingerprints are made on all threads; which document is a copy is decided in the order of the input, so
/// that it does not depend on the number of threads. For one run of a `Pipeline`.
public final class DuplicateStage: Sendable {
  private struct State {
    var index = DuplicateIndex()
    var scopes: [String: Int] = [:]
    var count = DocumentCount()
    var hashes: [UInt64] = []
  }

  private let scope: (@Sendable (Document) -> String?)?
  private let collectsHashes: Bool
  private let state = Mutex(State())
  private let turnstile = Turnstile()

  /// - Parameters:
  ///   - scope: Copies are looked for among the documents for which this gives the same, such as those of one
  ///     source or month; nil for all.
  ///   - collectsHashes: Whether the hashes of the documents that are let through are kept.
  public init(
    scope: (@Sendable (Document) -> String?)? = nil, collectsHashes: Bool = false
  ) {
    self.scope = scope
    self.collectsHashes = collectsHashes
  }

  /// `TextFingerprint.hash` of the documents with letters that were let through, if they are collected.
  public var hashes: [UInt64] { state.withLock { $0.hashes } }

  /// How many documents have come, and how many of them were let through.
  public var count: DocumentCount { state.withLock { $0.count } }

  /// The documents of a block that are no copies, for the only thread of a run.
  func unique(_ documents: [Document]) -> [Document] {
    decide(documents, Self.fingerprints(of: documents))
  }

  /// The documents of a block that are no copies.
  ///
  /// - Parameter number: The number of the block among those of the run, from 0. It waits for those before.
  func unique(_ documents: [Document], number: Int) async -> [Document] {
    let fingerprints = Self.fingerprints(of: documents)
    return await turnstile.pass(number) { decide(documents, fingerprints) }
  }

  private static func fingerprints(of documents: [Document]) -> [TextFingerprint] {
    TextFingerprint.all(of: documents.lazy.map(\.text))
  }

  private func decide(
    _ documents: [Document], _ fingerprints: [TextFingerprint]
  ) -> [Document] {
    state.withLock { state in
      var unique: [Document] = []
      for (document, fingerprint) in zip(documents, fingerprints) {
        var number = 0
        if let scope {
          let name = scope(document) ?? ""
          number = state.scopes[name] ?? state.scopes.count
          state.scopes[name] = number
        }
        if state.index.insert(fingerprint, in: number) {
          unique.append(document)
          if collectsHashes, fingerprint.letterCount > 0 { state.hashes.append(fingerprint.hash) }
        }
      }
      state.count += DocumentCount(raw: documents.count, unique: unique.count)
      return unique
    }
  }
}
