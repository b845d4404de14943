internal import ICU
internal import Lexicons
internal import TextModel

/// Annotated sentences as a model sees them, laid end to end.
struct TrainingText {
  /// For each unit its code, kind and word mask, as in `UnitSequence`.
  private(set) var codes: [UInt16] = []
  private(set) var kinds: [UInt8] = []
  private(set) var masks: [UInt16] = []
  /// For each unit its right label, as in `WordLabel`.
  private(set) var labels: [UInt8] = []
  /// For each unit the label that the guiding standard gives it; empty if there is no guide.
  var guides: [UInt8] = []
  /// For each sentence its units.
  private(set) var sentences: [Range<Int32>] = []
  /// For each sentence how much a mistake in it counts.
  private(set) var weights: [Float] = []
  /// The stretches, in order, and for each sentence the first of its own.
  private(set) var stretches: [Range<Int32>] = []
  private(set) var firstStretch: [Int32] = [0]

  mutating func append(_ sentence: EncodedSentence, weight: Float) {
    let start = Int32(codes.count)
    codes += sentence.codes
    kinds += sentence.kinds
    masks += sentence.masks
    labels += sentence.labels
    guides += sentence.guides
    for stretch in sentence.stretches {
      stretches.append(start + Int32(stretch.lowerBound)..<start + Int32(stretch.upperBound))
    }
    sentences.append(start..<Int32(codes.count))
    weights.append(weight)
    firstStretch.append(Int32(stretches.count))
  }
}
