import Fenci
import Platform
import Synchronization

/// Ctrl-C and SIGTERM: the run ends early, with what is done written. A second one ends the process at once.
enum Interruption {
  /// What the readers of the process listen to.
  static let stop = StopSignal()
  private static let number = Atomic<Int32>(0)

  /// From now on signals are wishes.
  static func install() {
    // Made before a signal comes: a handler must not wait for another thread.
    _ = stop
    number.store(0, ordering: .relaxed)
    for name in [SIGINT, SIGTERM] {
      let before = signal(name) { number in Interruption.receive(number) }
      // Who started us in the background wants SIGINT ignored.
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(name, SIG_IGN)
      }
    }
  }

  /// The signal that came, and its name.
  static var received: (number: Int32, name: String)? {
    let number = number.load(ordering: .relaxed)
    return number == 0 ? nil : (number, number == SIGINT ? "SIGINT" : "SIGTERM")
  }

  private static func receive(_ name: Int32) {
    number.store(name, ordering: .relaxed)
    stop.request()
    signal(name, SIG_DFL)
  }
}
