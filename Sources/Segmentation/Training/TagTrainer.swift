internal import Lexicons

/// Trains the weights of a tagger: a structured perceptron, averaged, over the sentences in a seeded
/// order.
final class TagTrainer {
  private let options: TrainingOptions
  private let rounds: Int
  private let tagNames: [String]
  private let width: Int
  private var vectors: Int { width / 8 }

  init(tags: [String], rounds: Int, options: TrainingOptions) {
    self.rounds = rounds
    tagNames = tags
    self.options = options
    width = TagLayer.width(tagCount: tags.count)
  }

  /// The layer that a text teaches, of about `bytes` bytes.
  func layer(
    from text: [TaggedSentence], heldOut: [TaggedSentence], bytes: Int,
    report: (TrainingEvent) -> Void
  ) -> TagLayer {
    var counts = NGramTable()
    for sentence in text {
      for word in sentence.keys { for key in word { counts.add(1, to: key) } }
    }
    let keys = counts.keys(reaching: Int32(options.minimumCount))
    var rows = TagRows(
      keys: keys, masks: [UInt8](repeating: TagRows.allPlaces, count: keys.count))
    var weights = train(text, heldOut, rows, seed: options.seed, report)
    let kept = mostImportant(rows, weights, bytes: bytes)
    if kept.count < rows.count {
      rows = kept
      weights = train(text, heldOut, rows, seed: options.seed, report)
    }
    for run in 1..<max(1, options.runs) {
      let others = train(
        text, heldOut, rows, seed: options.seed + UInt64(run) << 32, report)
      for index in weights.indices {
        weights[index] += (others[index] - weights[index]) / Float(run + 1)
      }
    }
    return layer(rows, weights, heldOut: heldOut)
  }

  /// The weights: for each row, then for the transitions, `vectors` vectors.
  private func train(
    _ text: [TaggedSentence], _ heldOut: [TaggedSentence], _ rows: TagRows,
    seed: UInt64, _ report: (TrainingEvent) -> Void
  ) -> [SIMD8<Float>] {
    let numbers = NGramTable.indices(of: rows.keys)
    let instances = encoded(text, numbers)
    let held = encoded(heldOut, numbers)
    let transitionBase = rows.count * vectors
    let weights = AveragedWeights(count: transitionBase + (tagNames.count + 1) * vectors)
    var order = Array(instances.sentences.indices)
    var random = SplitMix(seed: seed)
    var path = TagPath<Float>(width: width)
    var best: (accuracy: Double, rows: [SIMD8<Float>]) = (-1, [])
    for number in 1...max(1, rounds) {
      order.shuffle(using: &random)
      var mistakes = 0
      for (done, sentence) in order.enumerated() {
        if done % Self.reportInterval == 0 { report(.progress(Double(done) / Double(order.count))) }
        let found = tags(
          of: sentence, instances, rows, UnsafePointer(weights.rows), transitionBase, &path,
          margin: options.margin)
        mistakes += correct(sentence, instances, found, rows, weights, transitionBase)
        weights.step += 1
      }
      let averaged = weights.averaged()
      let accuracy =
        held.tags.isEmpty ? nil : accuracy(of: averaged, rows, on: held, transitionBase)
      report(
        .tagRound(
          number: number, mistakes: Double(mistakes) / Double(max(1, instances.tags.count)),
          heldOutAccuracy: accuracy))
      if (accuracy ?? Double(number)) > best.accuracy {
        best = (accuracy ?? Double(number), averaged)
      }
    }
    return best.rows
  }

  private func encoded(_ text: [TaggedSentence], _ numbers: NGramTable) -> TagInstances {
    var instances = TagInstances()
    for sentence in text {
      instances.append(
        zip(sentence.tags, sentence.keys).map { tag, keys in
          (
            UInt8(tagNames.firstIndex(of: tag) ?? Int(TagGuide.noTag)),
            keys.compactMap { numbers.value(of: $0) }
          )
        }, weight: sentence.weight)
    }
    return instances
  }

  private func tags(
    of sentence: Int, _ instances: TagInstances, _ rows: TagRows,
    _ weights: UnsafePointer<SIMD8<Float>>, _ transitionBase: Int, _ path: inout TagPath<Float>,
    margin: Float
  ) -> [UInt8] {
    let words =
      Int(instances.sentences[sentence].lowerBound)..<Int(instances.sentences[sentence].upperBound)
    let count = words.count
    var scores = [SIMD8<Float>](repeating: SIMD8(repeating: margin), count: count * vectors)
    // What is no tag never wins.
    for index in 0..<count {
      for lane in tagNames.count..<width { scores[index * vectors + lane / 8][lane % 8] = -1e6 }
      let right = Int(instances.tags[words.lowerBound + index])
      if margin > 0, right < width { scores[index * vectors + right / 8][right % 8] -= margin }
      for key in instances.keys(of: words.lowerBound + index) {
        rows.forEachRow(ofKey: Int(key)) { place, row in
          let other = index + place - 1
          guard other >= 0, other < count else { return }
          for vector in 0..<vectors {
            scores[other * vectors + vector] += weights[row * vectors + vector]
          }
        }
      }
    }
    var tags = [UInt8](repeating: 0, count: count)
    scores.withUnsafeBufferPointer { scores in
      tags.withUnsafeMutableBufferPointer { tags in
        guard let first = scores.baseAddress, let output = tags.baseAddress else { return }
        path.find(
          first, transitions: weights + transitionBase, tagCount: tagNames.count, count: count,
          into: output, add: { $0 + $1 }, number: { Int($0) })
      }
    }
    return tags
  }

  private func correct(
    _ sentence: Int, _ instances: TagInstances, _ found: [UInt8], _ rows: TagRows,
    _ weights: AveragedWeights, _ transitionBase: Int
  ) -> Int {
    let start = Int(instances.sentences[sentence].lowerBound)
    let weight = instances.weights[sentence]
    var mistakes = 0
    func add(_ amount: Float, _ row: Int, _ tag: UInt8) {
      weights.add(amount * weight, row * vectors + Int(tag) / 8, tag & 7)
    }
    let begin = UInt8(tagNames.count)
    var before = (right: begin, wrong: begin)
    for (index, wrong) in found.enumerated() {
      let right = instances.tags[start + index]
      guard right != TagGuide.noTag else {
        before = (wrong, wrong)
        continue
      }
      if right != wrong {
        mistakes += 1
        for other in max(0, index - 1)...min(found.count - 1, index + 1) {
          for key in instances.keys(of: start + other) {
            rows.forEachRow(ofKey: Int(key)) { place, row in
              guard place == index - other + 1 else { return }
              add(1, row, right)
              add(-1, row, wrong)
            }
          }
        }
      }
      if right != wrong || before.right != before.wrong {
        let base = transitionBase / vectors
        add(1, base + Int(before.right), right)
        add(-1, base + Int(before.wrong), wrong)
      }
      before = (right, wrong)
    }
    return mistakes
  }

  private func accuracy(
    of weights: [SIMD8<Float>], _ rows: TagRows, on held: TagInstances, _ transitionBase: Int
  ) -> Double {
    var right = 0
    var path = TagPath<Float>(width: width)
    weights.withUnsafeBufferPointer { weights in
      guard let base = weights.baseAddress else { return }
      for sentence in held.sentences.indices {
        let start = Int(held.sentences[sentence].lowerBound)
        let found = tags(
          of: sentence, held, rows, base, transitionBase, &path, margin: 0)
        for (index, tag) in found.enumerated() where tag == held.tags[start + index] { right += 1 }
      }
    }
    return Double(right) / Double(max(1, held.tags.count))
  }

  /// After how many sentences progress is told.
  private static let reportInterval = 2048

  /// What a key's place in the slots costs, in bytes.
  private static let slotBytes = 12

  /// The rows whose weights span the most, for about `bytes` bytes.
  private func mostImportant(
    _ rows: TagRows, _ weights: [SIMD8<Float>], bytes: Int
  ) -> TagRows {
    var ranked: [(value: Float, key: Int32, place: UInt8)] = []
    for key in rows.keys.indices {
      rows.forEachRow(ofKey: key) { place, row in
        var highest = weights[row * vectors].max()
        var lowest = weights[row * vectors].min()
        for vector in 1..<max(1, vectors) {
          highest = max(highest, weights[row * vectors + vector].max())
          lowest = min(lowest, weights[row * vectors + vector].min())
        }
        if highest > lowest { ranked.append((highest - lowest, Int32(key), UInt8(place))) }
      }
    }
    ranked.sort { ($1.value, $0.key, $0.place) < ($0.value, $1.key, $1.place) }
    var masks = [UInt8](repeating: 0, count: rows.keys.count)
    var left = bytes
    for row in ranked {
      left -= width + (masks[Int(row.key)] == 0 ? Self.slotBytes : 0)
      if left < 0 { break }
      masks[Int(row.key)] |= 1 << row.place
    }
    let kept = rows.keys.indices.filter { masks[$0] != 0 }
    return TagRows(keys: kept.map { rows.keys[$0] }, masks: kept.map { masks[$0] })
  }

  /// Rounds the weights to 8 bits.
  private func layer(
    _ rows: TagRows, _ weights: [SIMD8<Float>], heldOut: [TaggedSentence]
  ) -> TagLayer {
    let count = rows.count * vectors
    let scale = scale(rows, weights, heldOut: heldOut)
    let narrow = weights[..<count].flatMap { row in
      let row = Self.rounded(row, scale)
      return (0..<8).map { Int8(row[$0]) }
    }
    let transitions = weights[count...].enumerated().flatMap { index, row in
      (0..<8).map { lane -> Int16 in
        let isTag = index % vectors * 8 + lane < tagNames.count
        // What is no tag never wins.
        return isTag ? Int16(max(-8000, min(8000, (row[lane] * scale).rounded()))) : -20_000
      }
    }
    return TagLayer(
      tags: tagNames, slots: MappedArray(TagLayer.slots(of: rows)), rows: MappedArray(narrow),
      transitions: MappedArray(transitions),
      margin: max(1, Int((max(1, options.margin) * scale).rounded())))
  }

  private static func rounded(_ row: SIMD8<Float>, _ scale: Float) -> SIMD8<Float> {
    (row * scale).rounded(.toNearestOrAwayFromZero)
      .clamped(lowerBound: SIMD8(repeating: -127), upperBound: SIMD8(repeating: 127))
  }

  /// What the weights are multiplied by before they are rounded to 8 bits: a small factor rounds the many
  /// small weights coarsely, a large one cuts off the few large ones, and which is worse the held-out text says.
  private func scale(
    _ rows: TagRows, _ weights: [SIMD8<Float>], heldOut: [TaggedSentence]
  ) -> Float {
    let count = rows.count * vectors
    let largest = max(1, weights[..<count].reduce(0) { max($0, $1.max(), -$1.min()) })
    let held = encoded(heldOut, NGramTable.indices(of: rows.keys))
    var best: (accuracy: Double, scale: Float) = (-1, 127 / largest)
    if held.tags.isEmpty { return best.scale }
    for share: Float in [1, 1.4, 2, 2.8, 4] {
      let scale = 127 / largest * share
      let narrow = weights.enumerated().map { index, row in
        index < count ? Self.rounded(row, scale) / scale : row
      }
      let accuracy = accuracy(of: narrow, rows, on: held, count)
      if accuracy > best.accuracy { best = (accuracy, scale) }
    }
    return best.scale
  }
}
