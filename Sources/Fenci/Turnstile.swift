internal import Synchronization

/// Lets tasks pass one after another in the order of their numbers, from 0 without a gap.
final class Turnstile: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  }

  private let state = Mutex(State())

  /// Waits until all lower numbers have passed, and runs `body` while no other task does.
  ///
  /// - Precondition: each number passes once, and no lower one waits for this task.
  func pass<Result>(_ number: Int, _ body: () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      let isNext = state.withLock { state in
        if state.next == number { return true }
        state.waiting[number] = continuation
        return false
      }
      if isNext { continuation.resume() }
    }
    let result = body()
    let follower = state.withLock { state in
      state.next += 1
      return state.waiting.removeValue(forKey: state.next)
    }
    follower?.resume()
    return result
  }
}
