internal import Lexicons
internal import TextModel

/// Gives the words of a window their tags in one standard.
final class WordTagger {
  private let layer: TagLayer
  private let kind: TagFeatures.Kind
  private let vectors: Int
  private let transitions: [SIMD8<Int32>]
  private var path: TagPath<Int32>
  private var scores: [SIMD8<Int32>] = []
  private var tags: [UInt8] = []

  init(_ layer: TagLayer, kind: TagFeatures.Kind = .classes) {
    self.layer = layer
    self.kind = kind
    let vectors = layer.width / 8
    self.vectors = vectors
    transitions = (0..<(layer.tags.count + 1) * vectors).map { index in
      SIMD8<Int32>((0..<8).map { Int32(layer.transitions[index * 8 + $0]) })
    }
    path = TagPath(width: layer.width)
  }

  /// The word class of each tag.
  var classes: [PartOfSpeech] { layer.classes }

  /// The kind of name of each tag.
  var names: [NameTag] { layer.names }

  /// How much better a word's tag is than the best one that marks no such name, the tags of its neighbours
  /// given; in quarters of the margin of the training.
  ///
  /// - Parameters:
  ///   - word: A word of the window whose tags were found last.
  ///   - tags: The tags of all words.
  func margin(of word: Int, among tags: [UInt8]) -> Int {
    let width = layer.width
    func score(_ tag: Int) -> Int {
      let before = word == 0 ? layer.tags.count : Int(tags[word - 1])
      var score = scores[word * vectors + tag / 8][tag % 8]
      score &+= Int32(layer.transitions[before * width + tag])
      if word + 1 < tags.count {
        score &+= Int32(layer.transitions[tag * width + Int(tags[word + 1])])
      }
      return Int(score)
    }
    let own = Int(tags[word])
    var best = Int.min
    for tag in layer.tags.indices where layer.names[tag] != layer.names[own] {
      best = max(best, score(tag))
    }
    return best == .min ? 0 : (score(own) - best) * 4 / layer.margin
  }

  /// What the words' tags tell the tagger of another standard.
  ///
  /// - Parameters:
  ///   - labels: The labels that this tagger's standard gives the units of the window.
  ///   - names: Which listed names the words are parts of.
  func guide(
    of words: [Range<Int>], in units: UnitSequence, labels: [UInt8], names: [UInt8]
  ) -> TagGuide {
    let outerTags = outerTags(of: words, in: units, labels: labels)
    var alone: [UInt16]? = []
    let tags = tags(of: words, in: units, guide: nil, alone: &alone)
    return TagGuide(tags: tags, tagsAlone: alone ?? [], outerTags: outerTags, names: names)
  }

  private func outerTags(
    of words: [Range<Int>], in units: UnitSequence, labels: [UInt8]
  ) -> [UInt16] {
    var outer: [Range<Int>] = []
    var start = 0
    for (unit, label) in labels.enumerated()
    where WordLabel.isLast(label) || unit + 1 == labels.count {
      outer.append(start..<unit + 1)
      start = unit + 1
    }
    let tags = tags(of: outer, in: units, guide: nil)
    var number = 0
    return words.map { word in
      while outer[number].upperBound < word.upperBound { number += 1 }
      return UInt16(tags[number])
        | (outer[number].lowerBound == word.lowerBound ? TagGuide.beginsOuter : 0)
        | (outer[number].upperBound == word.upperBound ? TagGuide.endsOuter : 0)
    }
  }

  /// The number of the tag of each word.
  ///
  /// - Parameters:
  ///   - words: The units of each word of the window.
  ///   - guide: What is known of the words; nil in the first standard.
  /// - Complexity: O(*n*).
  func tags(of words: [Range<Int>], in units: UnitSequence, guide: TagGuide?) -> [UInt8] {
    var alone: [UInt16]?
    return tags(of: words, in: units, guide: guide, alone: &alone)
  }

  private func tags(
    of words: [Range<Int>], in units: UnitSequence, guide: TagGuide?, alone: inout [UInt16]?
  ) -> [UInt8] {
    if scores.count < words.count * vectors {
      scores = [SIMD8<Int32>](repeating: .zero, count: words.count * vectors * 2)
      tags = [UInt8](repeating: 0, count: words.count * 2)
    }
    score(words, in: units, guide: guide, alone: &alone)
    scores.withUnsafeBufferPointer { scores in
      transitions.withUnsafeBufferPointer { transitions in
        tags.withUnsafeMutableBufferPointer { tags in
          guard let first = scores.baseAddress, let steps = transitions.baseAddress,
            let output = tags.baseAddress
          else { return }
          path.find(
            first, transitions: steps, tagCount: layer.tags.count, count: words.count,
            into: output, add: { $0 &+ $1 }, number: { Int($0) })
        }
      }
    }
    return Array(tags[..<words.count])
  }

  /// Adds up the rows of the words' keys.
  private func score(
    _ words: [Range<Int>], in units: UnitSequence, guide: TagGuide?, alone: inout [UInt16]?
  ) {
    let codes = UnsafePointer(units.codes)
    let kinds = UnsafePointer(units.kinds)
    let width = layer.width
    let rows = UnsafeRawPointer(layer.rows.unsafeBaseAddress)
    var own = [SIMD8<Int32>](repeating: .zero, count: vectors)
    let findsAlone = alone != nil
    words.withUnsafeBufferPointer { words in
      scores.withUnsafeMutableBufferPointer { scores in
        for index in 0..<words.count * vectors { scores[index] = .zero }
        for index in 0..<words.count {
          TagFeatures.forEachKey(
            kind, codes: codes, kinds: kinds, words: words, index: index, guide: guide
          ) { key in
            let (places, first) = layer.rows(of: key)
            TagRows.forEachRow(of: places, from: first) { place, row in
              let other = index &+ place &- 1
              guard other >= 0, other < words.count else { return }
              let offset = row &* width
              for vector in 0..<vectors {
                let weights = SIMD8<Int32>(
                  truncatingIfNeeded: rows.loadUnaligned(
                    fromByteOffset: offset &+ vector &* 8, as: SIMD8<Int8>.self))
                scores[other &* vectors &+ vector] &+= weights
                if findsAlone, other == index { own[vector] &+= weights }
              }
            }
          }
          if findsAlone {
            alone?.append(bestTwo(of: own))
            for vector in 0..<vectors { own[vector] = .zero }
          }
        }
      }
    }
  }

  /// How far behind the best tag, in margins of the training, the next best one of a word is no tag for it.
  private static let farBehind = 4

  /// The best tag in the low byte, the next best in the high one.
  private func bestTwo(of scores: [SIMD8<Int32>]) -> UInt16 {
    var best = (tag: UInt8(0), score: Int32.min / 2)
    var next = best
    for tag in layer.tags.indices {
      let score = scores[tag / 8][tag % 8]
      if score > best.score {
        next = best
        best = (UInt8(tag), score)
      } else if score > next.score {
        next = (UInt8(tag), score)
      }
    }
    if Int(best.score - next.score) > Self.farBehind * layer.margin { next.tag = TagGuide.noTag }
    return UInt16(best.tag) | UInt16(next.tag) << 8
  }
}
