/// The texts that have come so far, to tell whether another one is a copy: 转载, with white space, marks
/// or a sentence changed.
///
/// A text of 30 letters and more is a near copy of an earlier one if their estimated Jaccard similarity is at
/// least `threshold`; a shorter one is a copy only if all its letters and numbers are the same. Texts are held
/// against those that were kept, never against copies, so that a chain of small changes does not make one text
/// of all; the first stays, and the outcome depends on nothing but the order.
///
/// Memory: about 145 bytes for each text kept, 15 for a short one.
public struct DuplicateIndex: Sendable {
  /// The least estimated similarity of a near copy.
  public static let threshold = 0.8

  /// So many texts are compared under one key, and no more are entered there: texts of one template that
  /// share a key by the thousand would otherwise be compared each with each.
  private static let bucketLimit = 32

  private var hashes = HashSet64()
  private var sketches: [TextSketch] = []
  /// Each slot: a key, and below it the number of the text plus one; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 64)
  private var usedSlots = 0

  public init() {}

  /// Enters a text, unless it is a copy of one that is here.
  ///
  /// - Parameters:
  ///   - fingerprint: The text's.
  ///   - scope: Texts are held against those of the same scope only.
  /// - Returns: Whether the text is new. One without letters always is.
  /// - Complexity: O(1) in the number of texts.
  public mutating func insert(_ fingerprint: TextFingerprint, in scope: Int = 0) -> Bool {
    if fingerprint.letterCount == 0 { return true }
    let salt = TextFingerprint.mixed(UInt64(bitPattern: Int64(scope)))
    guard let sketch = fingerprint.sketch else { return hashes.insert(fingerprint.hash ^ salt) }
    var free: [(slot: Int, key: UInt32)] = []
    for index in 0..<TextSketch.keyCount {
      let key = sketch.keys[index] ^ UInt32(truncatingIfNeeded: salt)
      switch search(key, for: sketch) {
      case .found: return false
      case .free(let slot): free.append((slot, key))
      case .full: break
      }
    }
    enter(sketch, at: free)
    return true
  }

  private enum SearchResult {
    case found
    case free(Int)
    case full
  }

  /// Looks for a similar text under a key.
  private func search(_ key: UInt32, for sketch: TextSketch) -> SearchResult {
    var position = Int(key) & (slots.count - 1)
    var compared = 0
    while slots[position] != 0 {
      let slot = slots[position]
      if UInt32(slot >> 32) == key {
        let other = sketches[Int(slot & 0xFFFF_FFFF) - 1]
        if sketch.similarity(to: other) >= Self.threshold { return .found }
        compared += 1
        if compared == Self.bucketLimit { return .full }
      }
      position = (position + 1) & (slots.count - 1)
    }
    return .free(position)
  }

  private mutating func enter(_ sketch: TextSketch, at places: [(slot: Int, key: UInt32)]) {
    sketches.append(sketch)
    for place in places {
      var position = place.slot
      // Another key of the same text may have taken the slot.
      while slots[position] != 0 { position = (position + 1) & (slots.count - 1) }
      slots[position] = UInt64(place.key) << 32 | UInt64(sketches.count)
    }
    usedSlots += places.count
    if usedSlots * 5 > slots.count * 4 { grow() }
  }

  private mutating func grow() {
    var wider = [UInt64](repeating: 0, count: slots.count * 2)
    for slot in slots where slot != 0 {
      var position = Int(slot >> 32) & (wider.count - 1)
      while wider[position] != 0 { position = (position + 1) & (wider.count - 1) }
      wider[position] = slot
    }
    slots = wider
  }
}
