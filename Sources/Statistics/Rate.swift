/// Rates of occurrence.
enum Rate {
  /// 10⁶ · count / words; 0 if there are no words.
  static func perMillion(_ count: Int, of words: Int) -> Double {
    words == 0 ? 0 : Double(count) * 1_000_000 / Double(words)
  }
}
