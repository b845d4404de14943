internal import ICU
internal import Lexicons
internal import TextModel

/// A loaded window as the engines see it: plain pointers into a `TextFrame`, so that the innermost
/// loops load no property of an object. Valid until the frame is loaded anew.
struct FrameView {
  /// For each scalar its `CharacterTable` entry.
  let entries: UnsafePointer<UInt32>
  /// For each scalar the offset of its first byte; after the last one the number of bytes.
  let offsets: UnsafePointer<UInt32>
  /// For each position 1 if a token may begin or end there, else 0.
  let boundaries: UnsafePointer<UInt8>
  let atoms: [Atom]
  let bytes: UnsafeBufferPointer<UInt8>
  /// The number of scalars.
  let count: Int
  /// Where the window begins in the document, in bytes.
  let baseOffset: UInt32

  @inline(__always)
  func classValue(_ position: Int) -> UInt8 { CharacterTable.classValue(of: entries[position]) }

  @inline(__always)
  func mark(_ position: Int) -> UInt8 { CharacterTable.mark(of: entries[position]) }

  @inline(__always)
  func isBoundary(_ position: Int) -> Bool { boundaries[position] != 0 }

  /// The first place after a position where a token may end.
  @inline(__always)
  func boundary(after position: Int) -> Int {
    var next = position &+ 1
    while next < count, !isBoundary(next) { next &+= 1 }
    return next
  }

  /// Positions as a span of the document.
  @inline(__always)
  func span(_ start: Int, _ end: Int) -> TextSpan {
    TextSpan(start: offsets[start] &+ baseOffset, end: offsets[end] &+ baseOffset)
  }

  func token(of atom: Atom) -> Token {
    Token(span: span(atom.start, atom.end), partOfSpeech: atom.partOfSpeech, kind: atom.kind)
  }

  /// The token of the atom that begins at a position; nil if none does.
  ///
  /// - Parameter atom: The index of an atom at or before the position; it is moved on to it.
  @inline(__always)
  func token(ofAtomAt position: Int, _ atom: inout Int) -> Token? {
    while atom < atoms.count, atoms[atom].start < position { atom &+= 1 }
    guard atom < atoms.count, atoms[atom].start == position else { return nil }
    return token(of: atoms[atom])
  }

  /// The bytes of a range of positions.
  func bytes(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(offsets[start])..<Int(offsets[end])])
  }

  /// The position of a byte offset of the window, at or after `position`.
  func position(ofByte offset: Int, from position: Int) -> Int {
    var position = position
    while Int(offsets[position]) < offset { position += 1 }
    return position
  }
}
