public import TextInput
public import TextModel

/// Runs the stages over a stream of input on several threads: reading on one, all else on many.
///
/// At most a few blocks are in memory at any time, however long the input is.
public struct Pipeline: Sendable {
  private let analyzer: Analyzer
  private let parser: DocumentParser
  private let threads: Int

  /// - Parameter threads: How many threads analyse; at least 1.
  public init(_ analyzer: Analyzer, threads: Int, parser: DocumentParser = DocumentParser()) {
    self.analyzer = analyzer
    self.threads = max(1, threads)
    self.parser = parser
  }

  /// Turns each block of the input into an output, and passes the outputs on in the input's order,
  /// whatever the number of threads.
  ///
  /// - Parameters:
  ///   - transform: Called on any thread, with a block, its documents, and a worker to analyse them.
  ///   - consume: Called in order, with each output.
  ///   - note: Called in order, with what was read: for progress.
  ///   - report: Called with what was wrong with the input, in its order.
  public func forEachBlock<Output: Sendable>(
    of reader: InputReader,
    transform: @escaping @Sendable (InputBlock, [Document], AnalysisWorker) throws -> Output,
    consume: (Output) throws -> Void,
    note: (BlockSummary) throws -> Void = { _ in },
    report: ([InputProblem]) throws -> Void
  ) async throws {
    let slots = try makeSlots { () }
    try await run(
      reader, slots: slots,
      work: { block, parsed, slot in try transform(block, parsed.documents, slot.worker) },
      consume: consume, note: note, report: report)
  }

  /// Gathers all documents of the input into one state: each thread gathers its own, and at the end
  /// they are merged. The result does not depend on the number of threads if `merge` is associative and
  /// commutative.
  ///
  /// - Parameters:
  ///   - duplicates: Drops copies of earlier documents before they are analysed; nil keeps them.
  ///   - report: Called with what was wrong with the input, in its order.
  public func gather<State: Sendable>(
    from reader: InputReader, into initial: State, dropping duplicates: DuplicateStage? = nil,
    add: @escaping @Sendable (inout State, Document, AnalysisWorker) throws -> Void,
    merge: (inout State, State) -> Void,
    note: (BlockSummary) throws -> Void = { _ in },
    report: ([InputProblem]) throws -> Void
  ) async throws -> State {
    let slots = try makeSlots { initial }
    try await run(
      reader, slots: slots, duplicates: duplicates,
      work: { _, parsed, slot in
        for document in parsed.documents { try add(&slot.state, document, slot.worker) }
      },
      consume: { _ in }, note: note, report: report)
    var result = slots[0].state
    for slot in slots.dropFirst() { merge(&result, slot.state) }
    return result
  }

  private func makeSlots<State>(
    _ state: () -> State
  ) throws -> [WorkerPool<State>.Slot] {
    try (0..<threads).map { _ in
      WorkerPool<State>.Slot(worker: try analyzer.makeWorker(), state: state())
    }
  }

  private func run<State, Output: Sendable>(
    _ reader: InputReader, slots: [WorkerPool<State>.Slot], duplicates: DuplicateStage? = nil,
    work: @escaping @Sendable (InputBlock, ParsedBlock, WorkerPool<State>.Slot) throws -> Output,
    consume: (Output) throws -> Void, note: (BlockSummary) throws -> Void,
    report: ([InputProblem]) throws -> Void
  ) async throws {
    let parser = self.parser
    guard threads > 1 else {
      while let block = reader.next() {
        var parsed = parser.documents(in: block)
        let summary = BlockSummary(block, documents: parsed.documents)
        if let duplicates { parsed.documents = duplicates.unique(parsed.documents) }
        try report(reader.takeProblems() + parsed.problems)
        try consume(try work(block, parsed, slots[0]))
        try note(summary)
      }
      try report(reader.takeProblems())
      return
    }
    let pool = WorkerPool(slots)
    try await withThrowingTaskGroup(of: Finished<Output>.self) { group in
      var next = reader.next()
      var number = 0
      var running = 0
      var consumed = 0
      var waiting: [Int: Finished<Output>] = [:]
      while true {
        // A slow block must not let the finished ones behind it pile up.
        while let block = next, running < threads, number - consumed < 8 * threads {
          let problems = reader.takeProblems()
          group.addTask { [number] in
            var parsed = parser.documents(in: block)
            let summary = BlockSummary(block, documents: parsed.documents)
            if let duplicates {
              parsed.documents = await duplicates.unique(parsed.documents, number: number)
            }
            let slot = pool.take()
            defer { pool.giveBack(slot) }
            return Finished(
              number: number, output: try work(block, parsed, slot),
              problems: problems + parsed.problems, summary: summary)
          }
          number += 1
          running += 1
          next = reader.next()
        }
        guard let finished = try await group.next() else { break }
        running -= 1
        waiting[finished.number] = finished
        while let ready = waiting.removeValue(forKey: consumed) {
          try report(ready.problems)
          try consume(ready.output)
          try note(ready.summary)
          consumed += 1
        }
      }
    }
    try report(reader.takeProblems())
  }

  private struct Finished<Output: Sendable>: Sendable {
    let number: Int
    let output: Output
    let problems: [InputProblem]
    let summary: BlockSummary
  }
}
