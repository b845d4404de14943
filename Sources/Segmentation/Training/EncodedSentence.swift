/// An annotated sentence as a model sees it: see `TrainingText`.
struct EncodedSentence {
  var codes: [UInt16] = []
  var kinds: [UInt8] = []
  var masks: [UInt16] = []
  var labels: [UInt8] = []
  var guides: [UInt8] = []
  var stretches: [Range<Int>] = []
}
