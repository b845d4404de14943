internal import Lexicons
internal import TextModel

/// Gives the words of a window their tags in one standard, after the standard that guides it, if any.
final class WordTagger {
  private let layer: TagLayer
  private let base: WordTagger?
  private let vectors: Int
  private let transitions: [SIMD8<Int32>]
  private var path: TagPath<Int32>
  private var scores: [SIMD8<Int32>] = []
  private var tags: [UInt8] = []

  init(_ layer: TagLayer, base: WordTagger?) {
    self.layer = layer
    self.base = base
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
  /// given; in the units of the weights.
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
    return best == .min ? 0 : score(own) - best
  }

  /// The number of the tag of each word.
  ///
  /// - Parameter words: The units of each word of the window.
  /// - Complexity: O(*n*).
  func tags(of words: [Range<Int>], in units: UnitSequence) -> [UInt8] {
    let guides = base?.tags(of: words, in: units)
    let codes = UnsafePointer(units.codes)
    let kinds = UnsafePointer(units.kinds)
    let width = layer.width
    let rows = UnsafeRawPointer(layer.rows.unsafeBaseAddress)
    if scores.count < words.count * vectors {
      scores = [SIMD8<Int32>](repeating: .zero, count: words.count * vectors * 2)
      tags = [UInt8](repeating: 0, count: words.count * 2)
    }
    scores.withUnsafeMutableBufferPointer { scores in
      for index in 0..<words.count * vectors { scores[index] = .zero }
      for (index, word) in words.enumerated() {
        let around = guides.map { guides in
          (
            before: index == 0 ? TagFeatures.noGuide : guides[index - 1], here: guides[index],
            after: index + 1 == words.count ? TagFeatures.noGuide : guides[index + 1]
          )
        }
        TagFeatures.forEachKey(codes: codes, kinds: kinds, units: word, guides: around) { key in
          let (places, first) = layer.rows(of: key)
          TagRows.forEachRow(of: places, from: first) { place, row in
            let other = index &+ place &- 1
            guard other >= 0, other < words.count else { return }
            let offset = row &* width
            for vector in 0..<vectors {
              scores[other &* vectors &+ vector] &+= SIMD8<Int32>(
                truncatingIfNeeded: rows.loadUnaligned(
                  fromByteOffset: offset &+ vector &* 8, as: SIMD8<Int8>.self))
            }
          }
        }
      }
    }
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
}
