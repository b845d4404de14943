/// Trains the weights of one word standard: a structured perceptron with a margin, averaged.
///
/// The sentences of a batch are decoded side by side with the same weights; then what they got wrong is
/// corrected, in their order. So the result follows from the seed and the size of the batch, and not
/// from the number of threads.
struct LabelTrainer {
  let features: LabelFeatures
  private let instances: LabelInstances
  private let heldOut: LabelInstances
  private let options: TrainingOptions

  init(
    _ text: TrainingText, heldOut: TrainingText, features: LabelFeatures,
    options: TrainingOptions
  ) {
    self.features = features
    self.options = options
    instances = LabelInstances(text, features)
    self.heldOut = LabelInstances(heldOut, features)
  }

  /// After so many rounds without gain training ends: a small held-out text wavers.
  private static let patience = 4

  /// The averaged weights, by the rows of `features`.
  ///
  /// Of all rounds those weights are taken that label the held-out text best; training ends when some
  /// rounds on end have brought nothing.
  ///
  /// - Parameter runs: The number of trainings whose weights are averaged, each with another order of the
  ///   sentences. For a linear model that is the mean of their scores, at the size of one.
  func train(runs: Int, _ report: (TrainingEvent) -> Void) async -> [AveragedWeights.Row] {
    var mean = await train(seed: options.seed, report)
    for run in 1..<max(1, runs) {
      let rows = await train(seed: options.seed + UInt64(run) << 32, report)
      for index in mean.indices { mean[index] += (rows[index] - mean[index]) / Float(run + 1) }
    }
    if runs > 1 { report(.mean(runs: runs, heldOutF1: heldOutF1(mean))) }
    return mean
  }

  private func train(seed: UInt64, _ report: (TrainingEvent) -> Void) async -> [AveragedWeights.Row]
  {
    let weights = AveragedWeights(count: features.rowCount)
    // A small corpus cannot afford to decode with stale weights.
    let batchSize = max(1, min(options.batchSize, instances.text.sentences.count / 10_000))
    let decoders = (0..<max(1, min(batchSize, options.threads))).map { _ in
      LabelDecoder(features, instances)
    }
    let labels = LabelBuffer(instances.text.labels)
    var order = Array(instances.text.sentences.indices)
    var random = SplitMix(seed: seed)
    var best: (f1: Double, rows: [AveragedWeights.Row]) = (-1, [])
    var roundsWithoutGain = 0
    for number in 1...max(1, options.rounds) {
      order.shuffle(using: &random)
      var mistaken = 0
      var start = 0
      while start < order.count {
        let batch = order[start..<min(order.count, start + batchSize)]
        await decode(batch, weights, decoders, labels)
        for sentence in batch {
          if correct(sentence, weights, labels.base) { mistaken += 1 }
          weights.step += 1
        }
        start += batchSize
        if start / batchSize % Self.reportInterval == 0 {
          report(.progress(Double(start) / Double(order.count)))
        }
      }
      let averaged = weights.averaged()
      let f1 = heldOutF1(averaged)
      report(
        .round(
          number: number, mistakes: Double(mistaken) / Double(max(1, order.count)), heldOutF1: f1))
      if let f1, f1 < best.f1 + 0.00005 {
        roundsWithoutGain += 1
        if f1 > best.f1 { best = (f1, averaged) }
        if roundsWithoutGain == Self.patience { break }
      } else {
        roundsWithoutGain = 0
        best = (f1 ?? 0, averaged)
      }
    }
    return best.rows
  }

  private func decode(
    _ batch: ArraySlice<Int>, _ weights: AveragedWeights, _ decoders: [LabelDecoder],
    _ labels: LabelBuffer
  ) async {
    let transitions = Self.transitions(weights.rows, features)
    let margin = options.margin
    let share = (batch.count + decoders.count - 1) / decoders.count
    await withTaskGroup(of: Void.self) { group in
      for (index, decoder) in decoders.enumerated() {
        let start = batch.startIndex + index * share
        guard start < batch.endIndex else { break }
        let part = batch[start..<min(batch.endIndex, start + share)]
        group.addTask {
          var path = LabelPath<Float>(transitions: transitions)
          for sentence in part {
            decoder.label(
              sentence, with: weights.rows, path: &path, margin: margin, into: labels.base)
          }
        }
      }
    }
  }

  private static func transitions(
    _ rows: UnsafePointer<AveragedWeights.Row>, _ features: LabelFeatures
  ) -> [Float] {
    (0..<WordLabel.count).flatMap { first in
      (0..<WordLabel.count).map { rows[features.transitionBase + first][$0] }
    }
  }

  /// Moves the weights towards the right labels of a sentence.
  ///
  /// - Returns: Whether a label was wrong.
  private func correct(
    _ sentence: Int, _ weights: AveragedWeights, _ found: UnsafePointer<UInt8>
  ) -> Bool {
    let text = instances.text
    let range = Int(text.sentences[sentence].lowerBound)..<Int(text.sentences[sentence].upperBound)
    let amount = text.weights[sentence]
    var isMistaken = false
    for index in Int(text.firstStretch[sentence])..<Int(text.firstStretch[sentence + 1]) {
      let stretch = Int(text.stretches[index].lowerBound)..<Int(text.stretches[index].upperBound)
      var previous = (right: WordLabel.single, wrong: WordLabel.single)
      for unit in stretch {
        let (right, wrong) = (text.labels[unit], found[unit])
        if right != wrong {
          isMistaken = true
          func move(_ row: Int) {
            weights.add(amount, row, right)
            weights.add(-amount, row, wrong)
          }
          instances.forEachRow(of: unit, in: range, features, move)
          instances.forEachGuideRow(of: unit, in: stretch, features, move)
        }
        step(previous, (right, wrong), amount, weights)
        previous = (right, wrong)
      }
      step(previous, (WordLabel.single, WordLabel.single), amount, weights)
    }
    return isMistaken
  }

  private func step(
    _ first: (right: UInt8, wrong: UInt8), _ second: (right: UInt8, wrong: UInt8),
    _ amount: Float, _ weights: AveragedWeights
  ) {
    guard first.right != first.wrong || second.right != second.wrong else { return }
    weights.add(amount, features.transitionBase + Int(first.right), second.right)
    weights.add(-amount, features.transitionBase + Int(first.wrong), second.wrong)
  }

  /// After how many batches progress is told.
  private static let reportInterval = 512

  /// F1 of the held-out text's words, every unit outside stretches taken as a right word; nil if nothing is
  /// held out.
  private func heldOutF1(_ rows: [AveragedWeights.Row]) -> Double? {
    let text = heldOut.text
    if text.sentences.isEmpty { return nil }
    let labels = LabelBuffer(text.labels)
    let decoder = LabelDecoder(features, heldOut)
    var right = 0
    var gold = 0
    var system = 0
    rows.withUnsafeBufferPointer { rows in
      guard let base = rows.baseAddress else { return }
      var path = LabelPath<Float>(transitions: Self.transitions(base, features))
      for sentence in text.sentences.indices {
        decoder.label(sentence, with: base, path: &path, margin: 0, into: labels.base)
        var (goldStart, systemStart) = (0, 0)
        for unit in Int(
          text.sentences[sentence].lowerBound)..<Int(text.sentences[sentence].upperBound)
        {
          let (isGold, isSystem) = (
            WordLabel.isLast(text.labels[unit]), WordLabel.isLast(labels.base[unit])
          )
          gold += isGold ? 1 : 0
          system += isSystem ? 1 : 0
          if isGold, isSystem, goldStart == systemStart { right += 1 }
          if isGold { goldStart = unit + 1 }
          if isSystem { systemStart = unit + 1 }
        }
      }
    }
    return gold + system == 0 ? 0 : 2 * Double(right) / Double(gold + system)
  }
}
