/// A sentence for the training of a tagger: the keys and the tag of each word.
struct TaggedSentence {
  var keys: [[UInt64]]
  var tags: [String]
}
