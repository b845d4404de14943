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
    /// The number of blocks that have passed.
    var blockCount = 0
    /// The places of the copies in each block that had some.
    var dropped: [Int: Set<Int>] = [:]
  }

  private let scope: (@Sendable (Document) -> String?)?
  private let collectsHashes: Bool
  /// The copies that an earlier run found, if this one is to drop the same.
  private let known: [Int: Set<Int>]?
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
    known = nil
  }

  /// - Parameter known: The copies in each block.
  private init(known: [Int: Set<Int>]) {
    scope = nil
    collectsHashes = false
    self.known = known
  }

  /// A stage that drops the same documents again, in another run over the same input.
  public func repeated() -> DuplicateStage {
    DuplicateStage(known: state.withLock { $0.dropped })
  }

  /// `TextFingerprint.hash` of the documents with letters that were let through, if they are collected.
  public var hashes: [UInt64] { state.withLock { $0.hashes } }

  /// How many documents have come, and how many of them were let through.
  public var count: DocumentCount { state.withLock { $0.count } }

  /// The documents of a block that are no copies, for the only thread of a run.
  func unique(_ documents: [Document]) -> [Document] {
    if let known {
      let number = state.withLock { state in
        defer { state.blockCount += 1 }
        return state.blockCount
      }
      return Self.documents(documents, without: known[number])
    }
    return decide(documents, Self.fingerprints(of: documents))
  }

  /// The documents of a block that are no copies.
  ///
  /// - Parameter number: The number of the block among those of the run, from 0. It waits for those before.
  func unique(_ documents: [Document], number: Int) async -> [Document] {
    if let known { return Self.documents(documents, without: known[number]) }
    let fingerprints = Self.fingerprints(of: documents)
    return await turnstile.pass(number) { decide(documents, fingerprints) }
  }

  private static func documents(
    _ documents: [Document], without places: Set<Int>?
  ) -> [Document] {
    guard let places else { return documents }
    return documents.indices.filter { !places.contains($0) }.map { documents[$0] }
  }

  private static func fingerprints(of documents: [Document]) -> [TextFingerprint] {
    TextFingerprint.all(of: documents.lazy.map(\.text))
  }

  private func decide(
    _ documents: [Document], _ fingerprints: [TextFingerprint]
  ) -> [Document] {
    state.withLock { state in
      var unique: [Document] = []
      for (place, document) in documents.enumerated() {
        let fingerprint = fingerprints[place]
        var number = 0
        if let scope {
          let name = scope(document) ?? ""
          number = state.scopes[name] ?? state.scopes.count
          state.scopes[name] = number
        }
        if state.index.insert(fingerprint, in: number) {
          unique.append(document)
          if collectsHashes, fingerprint.letterCount > 0 { state.hashes.append(fingerprint.hash) }
        } else {
          state.dropped[state.blockCount, default: []].insert(place)
        }
      }
      state.blockCount += 1
      state.count += DocumentCount(raw: documents.count, unique: unique.count)
      return unique
    }
  }
}
