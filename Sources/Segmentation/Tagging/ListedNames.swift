internal import Lexicons
internal import TextModel

/// Marks the words of a window that are parts of names of the gazetteer, to tell a tagger so. Whether an
/// ambiguous name means its entity is not asked.
final class ListedNames {
  private let gazetteer: Gazetteer
  private let units: UnsafePointer<UInt64>
  /// For each unit the unit behind the longest name that begins there (the unit itself if none does), and its
  /// label.
  private var ends: [(unit: Int, label: UInt8)] = []

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    units = gazetteer.trie.units.unsafeBaseAddress
  }

  /// Looks at a window.
  ///
  /// - Complexity: O(*n*), for names of bounded length.
  func load(_ frame: FrameView, _ sequence: UnitSequence) {
    ends.removeAll(keepingCapacity: true)
    for unit in 0..<sequence.count {
      ends.append(longestName(at: unit, of: sequence, frame))
    }
  }

  private func longestName(
    at first: Int, of sequence: UnitSequence, _ frame: FrameView
  ) -> (unit: Int, label: UInt8) {
    var found = (unit: first, label: UInt8(0))
    var unit = first
    let start = Int(sequence.starts[first])
    DoubleArray.forEachWord(of: units, along: frame.entries, in: start..<frame.count) { node, end in
      while Int(sequence.starts[unit]) < end { unit += 1 }
      guard Int(sequence.starts[unit]) == end else { return }
      let entity = gazetteer.alias(at: node).entity
      found = (unit, Self.number(of: gazetteer.label(of: entity)))
    }
    return found
  }

  private static func number(of label: EntityLabel) -> UInt8 {
    switch label {
    case .person: 1
    case .place: 2
    case .organization: 3
    default: 4
    }
  }

  /// For each word 0, or 8 times the number of the label of the name that it is a part of, and 1 for its first
  /// word, 2 for its last one, 3 for all of it.
  func marks(of words: [Range<Int>]) -> [UInt8] {
    var marks = [UInt8](repeating: 0, count: words.count)
    var word = 0
    while word < words.count {
      let name = ends[words[word].lowerBound]
      var end = word
      while end < words.count, words[end].upperBound < name.unit { end += 1 }
      guard name.unit > words[word].lowerBound, end < words.count,
        words[end].upperBound == name.unit
      else {
        word += 1
        continue
      }
      for inner in word...end {
        marks[inner] = name.label << 3 | (inner == word ? 1 : 0) | (inner == end ? 2 : 0)
      }
      word = end + 1
    }
    return marks
  }
}
