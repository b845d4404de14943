/// The round brackets of Chinese and Latin text.
enum Brackets {
  static let open = PackedWords("（ (")
  static let close = PackedWords("） )")
}
