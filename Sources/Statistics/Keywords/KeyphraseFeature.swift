/// What a key phrase is weighed by. Raw values appear in reports.
public enum KeyphraseFeature: String, Sendable, Hashable, CaseIterable {
  /// ln *f*, the occurrences in title and text.
  case frequency
  /// ln *f* of a phrase of two and more words.
  case phraseFrequency
  /// ln(1 + *f*) of a phrase of the title, by its occurrences in the text.
  case titleFrequency
  /// 1 if it occurs once.
  case once
  /// 1 if it is in the title.
  case title
  /// Words less one, of a phrase of the title.
  case titleWords
  /// 1 if it stands in the title between marks or ends.
  case titlePart
  /// −ln(1 + *k*/10), *k* words of the text before its first occurrence; 0 in the title.
  case position
  /// 1/(1 + *k*/20).
  case early
  /// 1/(1 + *k*/60).
  case earlyPart
  /// 1/(1 + *m*/20), *m* words of the text after its last occurrence there; 0 if it is in the title alone.
  case closing
  /// The mean of its words' inverse document frequencies in the background, in nats.
  case specificity
  /// 1 for a verb alone.
  case verb
  /// 1 for an adjective alone.
  case adjective
  /// 1 for a person alone.
  case person
  /// 1 for a place alone.
  case place
  /// 1 for several words that end in a verb or an adjective.
  case endsInVerb
  /// 1 for several words with a verb before the last.
  case holdsVerb
  /// 1 for several words that end in an entity.
  case endsInEntity
  /// Words less one.
  case words
  /// 1 for two characters.
  case short
  /// How many characters it is longer or shorter than four.
  case length
  /// The share of its occurrences that no other candidate word touches.
  case whole
  /// 1 if it stood between quotation marks.
  case quoted
}
