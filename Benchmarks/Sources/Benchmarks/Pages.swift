import Fenci

/// Pages in memory, as UTF-8, some hundreds of each form.
struct Pages {
  let name: String
  let blocks: [InputBlock]

  var byteCount: Int { blocks.reduce(0) { $0 + $1.bytes.count } }

  /// The pages of a folder as they are, and without their scripts and styles.
  static func inputs(in folder: String) -> [Pages] {
    let reader = InputReader(paths: [InputPath(folder)])
    var whole: [InputBlock] = []
    while let block = reader.next() {
      if block.format == .html { whole.append(block) }
    }
    let bare = whole.map { block in
      var block = block
      let text = String(decoding: block.bytes, as: UTF8.self)
      block.bytes = Array(text.replacing(#/(?is)<(script|style)\b.*?</\1>/#, with: "").utf8)
      return block
    }
    return [Pages(name: "pages", repeating: whole), Pages(name: "pages-bare", repeating: bare)]
  }

  private init(name: String, repeating blocks: [InputBlock]) {
    self.name = name
    self.blocks = Array(repeatElement(blocks, count: 8).joined())
  }
}
