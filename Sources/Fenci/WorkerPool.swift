internal import Synchronization

/// Lends workers, each with a state of its own, to one task at a time.
final class WorkerPool<State>: Sendable {
  /// A worker and what it has gathered.
  final class Slot: @unchecked Sendable {
    // Safe to pass on: a slot is either in the pool or lent to one task.
    let worker: AnalysisWorker
    var state: State

    init(worker: AnalysisWorker, state: State) {
      self.worker = worker
      self.state = state
    }
  }

  private let free: Mutex<[Slot]>

  init(_ slots: [Slot]) { free = Mutex(slots) }

  /// Takes a worker out of the pool.
  ///
  /// - Precondition: fewer tasks are under way than there are workers.
  func take() -> Slot {
    free.withLock { $0.removeLast() }
  }

  func giveBack(_ slot: Slot) {
    free.withLock { $0.append(slot) }
  }
}
