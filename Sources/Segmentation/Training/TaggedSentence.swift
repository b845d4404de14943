/// A sentence for the training of a tagger: the keys and the tag of each word, and how much a mistake in it
/// counts.
struct TaggedSentence {
  var keys: [[UInt64]]
  var tags: [String]
  var weight: Float
}
