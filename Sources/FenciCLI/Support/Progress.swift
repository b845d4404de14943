import Fenci
import Synchronization

/// A line on the terminal that says how far the run is, rewritten in place some times a second:
///
/// ```
/// 12,345 documents  ███████▌            38 %  12.3 MB/s  1 min 20 s left
/// ```
struct Progress {
  private static let barWidth = 20

  private var bytes = 0
  private var sourceBytes = 0
  private var documents = 0
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant
  private var isVisible = false
  private let total: Total

  /// The size of all input, once it is known. A pile of a million files is looked through while it is read.
  private final class Total: Sendable {
    let bytes = Atomic<Int>(0)
    let stop = StopSignal()

    deinit { stop.request() }
  }

  init(paths: [InputPath], options: InputReader.Options) {
    start = clock.now
    shown = start
    let total = Total()
    self.total = total
    let stop = total.stop
    Task.detached(priority: .low) { [weak total] in
      let size = InputReader.totalSize(of: paths, options: options, stop: stop)
      total?.bytes.store(size ?? 0, ordering: .relaxed)
    }
  }

  mutating func advance(_ block: BlockSummary) {
    bytes += block.byteCount
    sourceBytes += block.sourceByteCount
    documents += block.documentCount
    let now = clock.now
    guard now - shown > .milliseconds(200) else { return }
    shown = now
    isVisible = true
    let elapsed = start.duration(to: now).components
    let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    let line = Self.line(
      documents: documents, megabytes: Double(bytes) / 1e6, seconds: seconds, done: sourceBytes,
      total: total.bytes.load(ordering: .relaxed))
    try? Terminal.write(Array("\r\u{1B}[K\(line)".utf8), to: Terminal.error)
  }

  /// Takes the line away.
  mutating func clear() {
    guard isVisible else { return }
    isVisible = false
    try? Terminal.write(Array("\r\u{1B}[K".utf8), to: Terminal.error)
  }

  /// - Parameters:
  ///   - done: The bytes that are read, compressed or not.
  ///   - total: The same of all input; 0 if it is not known.
  private static func line(
    documents: Int, megabytes: Double, seconds: Double, done: Int, total: Int
  ) -> String {
    let count = "\(grouped(documents)) \(documents == 1 ? "document" : "documents")"
    let rate = "\(rounded(megabytes / seconds)) MB/s"
    guard total > 0 else { return "\(count)  \(rounded(megabytes)) MB  \(rate)" }
    let share = min(1, Double(done) / Double(total))
    let left = share > 0 ? Int((seconds * (1 - share) / share).rounded(.up)) : 0
    return "\(count)  \(bar(share)) \(Int(share * 100)) %  \(rate)  \(duration(left)) left"
  }

  /// A bar of eighths of a column.
  private static func bar(_ share: Double) -> String {
    let eighths = Int(share * Double(barWidth * 8))
    let full = String(repeating: "█", count: eighths / 8)
    let part = eighths % 8 == 0 ? "" : String(Array("▏▎▍▌▋▊▉")[eighths % 8 - 1])
    let length = eighths / 8 + (part.isEmpty ? 0 : 1)
    return full + part + String(repeating: " ", count: barWidth - length)
  }

  private static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array("\(number)")
    return digits.indices.map { index in
      (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digits[index])
    }.joined()
  }

  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
