/// A line on the terminal that says how far the run is, rewritten in place some times a second.
struct Progress {
  private var bytes = 0
  private var documents = 0
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant
  private var isVisible = false

  init() {
    start = clock.now
    shown = start
  }

  mutating func advance(bytes: Int, documents: Int) {
    self.bytes += bytes
    self.documents += documents
    let now = clock.now
    guard now - shown > .milliseconds(200) else { return }
    shown = now
    isVisible = true
    let elapsed = start.duration(to: now).components
    let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    let megabytes = Double(self.bytes) / 1e6
    let line =
      "\(self.documents) documents, \(rounded(megabytes)) MB, \(rounded(megabytes / seconds)) MB/s"
    try? Terminal.write(Array("\r\u{1B}[K\(line)".utf8), to: Terminal.error)
  }

  /// Takes the line away.
  mutating func clear() {
    guard isVisible else { return }
    isVisible = false
    try? Terminal.write(Array("\r\u{1B}[K".utf8), to: Terminal.error)
  }

  private func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
