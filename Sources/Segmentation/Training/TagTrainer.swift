internal import Lexicons

/// Trains the weights of a tagger: a structured perceptron, averaged, over the sentences in a seeded
/// order.
final class TagTrainer {
  private let options: TrainingOptions
  private let rounds: Int
  private let tagNames: [String]
  private let width: Int
  private var vectors: Int { width / 8 }

  /// How a round went: its number, the share of the training text's words that were tagged wrong, and
  /// of the held-out words that are tagged right.
  typealias Round = (number: Int, mistakes: Double, heldOutAccuracy: Double?)

  init(tags: [String], rounds: Int, options: TrainingOptions) {
    self.rounds = rounds
    tagNames = tags
    self.options = options
    width = TagLayer.width(tagCount: tags.count)
  }

  /// The layer that a text teaches, with at most `rowLimit` keys.
  func layer(
    from text: [TaggedSentence], heldOut: [TaggedSentence], rowLimit: Int,
    report: (Round) -> Void
  ) -> TagLayer {
    var counts = NGramTable()
    for sentence in text {
      for word in sentence.keys { for key in word { counts.add(1, to: key) } }
    }
    var keys = counts.keys(reaching: Int32(options.minimumCount))
    var rows = train(text, heldOut, keys, report)
    if keys.count > rowLimit {
      keys = mostImportant(keys, rows, limit: rowLimit)
      rows = train(text, heldOut, keys, report)
    }
    return layer(keys, rows)
  }

  /// The weights: for each key and place, then for the transitions, `vectors` vectors.
  private func train(
    _ text: [TaggedSentence], _ heldOut: [TaggedSentence], _ keys: [UInt64],
    _ report: (Round) -> Void
  ) -> [SIMD8<Float>] {
    let numbers = NGramTable.indices(of: keys)
    let instances = encoded(text, numbers)
    let held = encoded(heldOut, numbers)
    let transitionBase = keys.count * TagFeatures.places * vectors
    let weights = AveragedWeights(count: transitionBase + (tagNames.count + 1) * vectors)
    var order = Array(instances.sentences.indices)
    var random = SplitMix(seed: options.seed)
    var path = TagPath<Float>(width: width)
    var best: (accuracy: Double, rows: [SIMD8<Float>]) = (-1, [])
    for number in 1...max(1, rounds) {
      order.shuffle(using: &random)
      var mistakes = 0
      for sentence in order {
        let found = tags(
          of: sentence, instances, UnsafePointer(weights.rows), transitionBase, &path,
          margin: options.margin)
        mistakes += correct(sentence, instances, found, weights, transitionBase)
        weights.step += 1
      }
      let averaged = weights.averaged()
      let accuracy = held.tags.isEmpty ? nil : accuracy(of: averaged, on: held, transitionBase)
      report((number, Double(mistakes) / Double(max(1, instances.tags.count)), accuracy))
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
            UInt8(tagNames.firstIndex(of: tag) ?? Int(TagFeatures.noGuide)),
            keys.compactMap { numbers.value(of: $0) }
          )
        })
    }
    return instances
  }

  private func tags(
    of sentence: Int, _ instances: TagInstances, _ rows: UnsafePointer<SIMD8<Float>>,
    _ transitionBase: Int, _ path: inout TagPath<Float>, margin: Float
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
        for place in 0..<TagFeatures.places {
          let other = index + place - 1
          guard other >= 0, other < count else { continue }
          let row = (Int(key) * TagFeatures.places + place) * vectors
          for vector in 0..<vectors { scores[other * vectors + vector] += rows[row + vector] }
        }
      }
    }
    var tags = [UInt8](repeating: 0, count: count)
    scores.withUnsafeBufferPointer { scores in
      tags.withUnsafeMutableBufferPointer { tags in
        guard let first = scores.baseAddress, let output = tags.baseAddress else { return }
        path.find(
          first, transitions: rows + transitionBase, tagCount: tagNames.count, count: count,
          into: output, add: { $0 + $1 }, number: { Int($0) })
      }
    }
    return tags
  }

  private func correct(
    _ sentence: Int, _ instances: TagInstances, _ found: [UInt8], _ weights: AveragedWeights,
    _ transitionBase: Int
  ) -> Int {
    let start = Int(instances.sentences[sentence].lowerBound)
    var mistakes = 0
    func add(_ amount: Float, _ row: Int, _ tag: UInt8) {
      weights.add(amount, row * vectors + Int(tag) / 8, tag & 7)
    }
    let begin = UInt8(tagNames.count)
    var before = (right: begin, wrong: begin)
    for (index, wrong) in found.enumerated() {
      let right = instances.tags[start + index]
      guard right != TagFeatures.noGuide else {
        before = (wrong, wrong)
        continue
      }
      if right != wrong {
        mistakes += 1
        for place in 0..<TagFeatures.places {
          let other = index - place + 1
          guard other >= 0, other < found.count else { continue }
          for key in instances.keys(of: start + other) {
            add(1, Int(key) * TagFeatures.places + place, right)
            add(-1, Int(key) * TagFeatures.places + place, wrong)
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
    of rows: [SIMD8<Float>], on held: TagInstances, _ transitionBase: Int
  ) -> Double {
    var right = 0
    var path = TagPath<Float>(width: width)
    rows.withUnsafeBufferPointer { rows in
      guard let base = rows.baseAddress else { return }
      for sentence in held.sentences.indices {
        let start = Int(held.sentences[sentence].lowerBound)
        let found = tags(of: sentence, held, base, transitionBase, &path, margin: 0)
        for (index, tag) in found.enumerated() where tag == held.tags[start + index] { right += 1 }
      }
    }
    return Double(right) / Double(max(1, held.tags.count))
  }

  /// The keys whose weights span the most, in their order.
  private func mostImportant(
    _ keys: [UInt64], _ rows: [SIMD8<Float>], limit: Int
  ) -> [UInt64] {
    let size = TagFeatures.places * vectors
    var ranked = keys.indices.map { index -> (value: Float, key: UInt64) in
      var value: Float = 0
      for place in 0..<TagFeatures.places {
        let first = index * size + place * vectors
        value +=
          (0..<vectors).map { rows[first + $0].max() }.max().unsafelyUnwrapped
          - (0..<vectors).map { rows[first + $0].min() }.min().unsafelyUnwrapped
      }
      return (value, keys[index])
    }
    ranked.sort { ($1.value, $0.key) < ($0.value, $1.key) }
    return ranked.prefix(limit).map(\.key).sorted()
  }

  private func layer(_ keys: [UInt64], _ rows: [SIMD8<Float>]) -> TagLayer {
    let count = keys.count * TagFeatures.places * vectors
    let spans = rows[..<count].map { max($0.max(), -$0.min()) }.filter { $0 > 0 }.sorted()
    let largest = spans.isEmpty ? 1 : spans[min(spans.count - 1, spans.count * 9999 / 10000)]
    let scale = 127 / max(1, largest)
    let weights = rows[..<count].flatMap { row in
      (0..<8).map { Int8(max(-127, min(127, (row[$0] * scale).rounded()))) }
    }
    let transitions = rows[count...].enumerated().flatMap { index, row in
      (0..<8).map { lane -> Int16 in
        let isTag = index % vectors * 8 + lane < tagNames.count
        // What is no tag never wins.
        return isTag ? Int16(max(-8000, min(8000, (row[lane] * scale).rounded()))) : -20_000
      }
    }
    return TagLayer(
      tags: tagNames, slots: MappedArray(TagLayer.slots(of: keys)), rows: MappedArray(weights),
      transitions: MappedArray(transitions))
  }
}
