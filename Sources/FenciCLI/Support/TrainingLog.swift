import Fenci

/// Tells on standard error how a training goes.
struct TrainingLog {
  private let quiet: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  init(quiet: Bool) {
    self.quiet = quiet
    start = clock.now
  }

  func note(_ event: ModelTrainer.Event) {
    switch event {
    case .read(let standard, let sentences, let heldOut):
      say("\(standard): \(sentences) sentences, \(heldOut) held out")
    case .features(let standard, let bigrams, let trigrams):
      say("\(standard): \(bigrams) bigrams, \(trigrams) trigrams")
    case .tagRound(let standard, let number, let mistakes, let heldOutAccuracy):
      let accuracy = heldOutAccuracy.map { ", held-out accuracy \(percentage($0))" } ?? ""
      say(
        "\(standard): tagger, round \(number), \(percentage(mistakes)) of the words corrected\(accuracy)"
      )
    case .round(let standard, let number, let mistakes, let heldOutF1):
      let f1 = heldOutF1.map { ", held-out F1 \(percentage($0))" } ?? ""
      say("\(standard): round \(number), \(percentage(mistakes)) of the sentences corrected\(f1)")
    }
  }

  func finish(path: String, size: Int) {
    say("\(path): \(Double(size / 10_000) / 100) MB")
  }

  private func say(_ text: String) {
    guard !quiet else { return }
    let seconds = Int(start.duration(to: clock.now).components.seconds)
    let padded = String(repeating: " ", count: max(0, 4 - "\(seconds)".count)) + "\(seconds)"
    Terminal.writeError("\(padded) s  \(text)")
  }

  private func percentage(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) %"
  }
}
