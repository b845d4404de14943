internal import ICU
internal import TextModel

/// The words that ICU's dictionary breaker finds.
final class ICUEngine: StretchEngine {
  private let finder: BoundaryFinder
  private var ends: [Int] = []

  init() throws(ICUError) {
    finder = try BoundaryFinder(.word)
  }

  func begin(_ frame: FrameView) {}

  func segment(
    _ stretch: Range<Int>, firstAtom: Int, of frame: FrameView, into tokens: inout TokenBuffer
  ) throws(ICUError) {
    var position = stretch.lowerBound
    for atom in frame.atoms[firstAtom...] {
      guard atom.start < stretch.upperBound else { break }
      try segmentHan(position, atom.start, of: frame, into: &tokens)
      tokens.append(frame.token(of: atom))
      position = atom.end
    }
    try segmentHan(position, stretch.upperBound, of: frame, into: &tokens)
  }

  private func segmentHan(
    _ start: Int, _ end: Int, of frame: FrameView, into tokens: inout TokenBuffer
  ) throws(ICUError) {
    guard start < end else { return }
    let bytes = frame.bytes(start, end)
    let base = Int(frame.offsets[start])
    var position = start
    ends.removeAll(keepingCapacity: true)
    try finder.forEachBoundary(in: bytes) { offset in
      let next = frame.position(ofByte: base + offset, from: position)
      guard next == end || frame.isBoundary(next) else { return }
      ends.append(next)
      position = next
    }
    position = start
    for next in ends {
      // ICU says of no word what class it is.
      tokens.append(
        Token(span: frame.span(position, next), partOfSpeech: .other, kind: .word))
      position = next
    }
  }
}
