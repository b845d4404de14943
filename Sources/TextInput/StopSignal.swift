internal import Synchronization

/// A wish that reading end soon, from any thread or from a signal handler.
///
/// A reader that is asked to stop gives no further block; a file that is read half is left out.
public final class StopSignal: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  /// Asks for the end. There is no way back.
  public func request() { flag.store(true, ordering: .relaxed) }

  public var isRequested: Bool { flag.load(ordering: .relaxed) }
}
