internal import ICU

/// What cuts Chinese text into words. The layer above finds the stretches; an engine sees only what is
/// Chinese, with the atoms in it.
protocol StretchEngine: AnyObject {
  /// Looks at a window before its stretches are cut.
  func begin(_ frame: FrameView)

  /// Appends the tokens of a stretch of Chinese characters and atoms.
  ///
  /// - Parameters:
  ///   - stretch: Positions of `frame`, none of them white space.
  ///   - firstAtom: The index of the first atom of the frame that lies in or after the stretch.
  /// - Throws: `ICUError` if ICU refuses the text.
  func segment(
    _ stretch: Range<Int>, firstAtom: Int, of frame: FrameView, into tokens: inout TokenBuffer
  ) throws(ICUError)

  /// Looks at the tokens of a window when all of them are there.
  func finish(_ frame: FrameView, _ tokens: inout TokenBuffer)
}

extension StretchEngine {
  func finish(_ frame: FrameView, _ tokens: inout TokenBuffer) {}
}
