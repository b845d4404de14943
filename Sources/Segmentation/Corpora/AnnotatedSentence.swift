/// A sentence cut into words by hand, or by a program that is taken as the teacher.
public struct AnnotatedSentence: Hashable, Sendable {
  public var words: [AnnotatedWord]

  public init(_ words: [AnnotatedWord]) { self.words = words }

  /// The text: the words joined, with a space where white space follows one.
  public var text: String {
    var text = ""
    for word in words {
      text += word.text
      if word.isFollowedBySpace { text += " " }
    }
    return text
  }
}
