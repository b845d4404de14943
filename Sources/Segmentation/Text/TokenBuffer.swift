internal import TextModel

/// The tokens of a window as they are found. Room is made once a window, not checked at each token.
struct TokenBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<Token>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 1 << 14
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// The tokens; valid until the buffer changes.
  var tokens: UnsafeBufferPointer<Token> { UnsafeBufferPointer(start: base, count: count) }

  mutating func removeAll() { count = 0 }

  /// Makes room for `more` tokens.
  mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = (count + more) * 3 / 2
    let grown = UnsafeMutablePointer<Token>.allocate(capacity: capacity)
    grown.initialize(from: base, count: count)
    base.deallocate()
    base = grown
  }

  /// - Precondition: room is reserved.
  @inline(__always)
  mutating func append(_ token: Token) {
    assert(count < capacity)
    (base + count).initialize(to: token)
    count &+= 1
  }

  /// Appends a token like another one, at another place.
  ///
  /// - Precondition: room is reserved.
  @inline(__always)
  mutating func append(_ token: UnsafePointer<Token>, at span: TextSpan) {
    assert(count < capacity)
    (base + count).initialize(from: token, count: 1)
    base[count].span = span
    count &+= 1
  }

  /// Gives a token another word class.
  mutating func setPartOfSpeech(_ partOfSpeech: PartOfSpeech, at index: Int) {
    base[index].partOfSpeech = partOfSpeech
  }

  /// Says of a token whether it is a part of a name.
  mutating func setNameTag(_ nameTag: NameTag, at index: Int) { base[index].nameTag = nameTag }
}
