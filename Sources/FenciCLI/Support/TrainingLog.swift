import Fenci

/// Tells on standard error how a training goes: a line for each round, and on a terminal a bar for the one
/// under way.
final class TrainingLog {
  private let quiet: Bool
  private let showsBar: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var barSteps: Int?

  init(quiet: Bool) {
    self.quiet = quiet
    showsBar = !quiet && Terminal.isTerminal(Terminal.error)
    start = clock.now
  }

  func note(standard: String, _ event: TrainingEvent) {
    switch event {
    case .read(let sentences, let heldOut):
      say("\(standard): \(sentences) sentences, \(heldOut) held out")
    case .features(let bigrams, let trigrams):
      say("\(standard): \(bigrams) bigrams, \(trigrams) trigrams")
    case .progress(let share):
      showBar(standard, share)
    case .round(let number, let mistakes, let heldOutF1):
      let f1 = heldOutF1.map { ", held-out F1 \(percentage($0))" } ?? ""
      say("\(standard): round \(number), \(percentage(mistakes)) of the sentences corrected\(f1)")
    case .mean(let runs, let heldOutF1):
      let f1 = heldOutF1.map { ", held-out F1 \(percentage($0))" } ?? ""
      say("\(standard): mean of \(runs) runs\(f1)")
    case .tagRound(let number, let mistakes, let heldOutAccuracy):
      let accuracy = heldOutAccuracy.map { ", held-out accuracy \(percentage($0))" } ?? ""
      say(
        "\(standard): tagger, round \(number), \(percentage(mistakes)) of the words corrected\(accuracy)"
      )
    }
  }

  func finish(path: String, size: Int) {
    say("\(path): \(Double(size / 10_000) / 100) MB")
  }

  private static let barWidth = 40

  private func showBar(_ standard: String, _ share: Double) {
    guard showsBar else { return }
    let steps = Int(share * Double(Self.barWidth))
    guard steps != barSteps else { return }
    barSteps = steps
    let bar =
      String(repeating: "█", count: steps) + String(repeating: "░", count: Self.barWidth - steps)
    try? Terminal.write(
      Array("\r\u{1B}[K\(seconds()) s  \(standard): \(bar)".utf8), to: Terminal.error)
  }

  private func say(_ text: String) {
    guard !quiet else { return }
    if barSteps != nil {
      barSteps = nil
      try? Terminal.write(Array("\r\u{1B}[K".utf8), to: Terminal.error)
    }
    Terminal.writeError("\(seconds()) s  \(text)")
  }

  private func seconds() -> String {
    let seconds = "\(start.duration(to: clock.now).components.seconds)"
    return String(repeating: " ", count: max(0, 4 - seconds.count)) + seconds
  }

  private func percentage(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) %"
  }
}
