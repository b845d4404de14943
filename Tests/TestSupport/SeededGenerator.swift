/// A random generator that gives the same numbers for the same seed: SplitMix64 (Steele et al. 2014).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// Text of Chinese words, Latin, numbers, marks, emoji, accents, other scripts and line ends: what
  /// makes boundaries hard.
  public mutating func mixedText(pieces count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += Self.pieces.randomElement(using: &self) ?? "" }
    return text
  }

  private static let pieces = [
    "智谱", "大模型", "發布", "北京", "的", "了", "一", "三十一", "二〇二六年", "小米", "智", "谱",
    "AI", "ＡＩ", "DeepSeek-R1", "GPT-4o", "C++", "B", "站", "iPhone 15", "e\u{301}", "Zürich",
    "15.95", "亿元", "835.4%", "2026-01-08", "1,234", "-3", "09:30", "https://a.cn/x?y=1",
    "a@b.com", "，", "。", "、", "“", "”", "——", "……", "《", "》", "·", "！", "\n", "\r\n", " ", "\t",
    "\u{3000}", "😀", "👨‍👩‍👧", "🇨🇳", "👍🏽", "カタカナ", "ひらがな", "한국어", "ภาษาไทย", "葛\u{E0100}",
    "\u{200B}", "\u{FEFF}", "\u{0}", "\u{FFFD}", "𠮷", "α", "Ж", "½", "№", "x\u{600}", "\u{600}",
    "$", "+", "#", "@", "/",
  ]
}
