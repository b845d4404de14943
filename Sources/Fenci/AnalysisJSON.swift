public import Reports
public import TextModel

/// Analyses as JSON, an object a document:
/// `{"id":…,"date":…,"tokens":[{"text":"智谱","start":0,"end":2,"pos":"PROPN"}],"entities":[…]}`.
///
/// A token that has inner words holds them as tokens of its own, `"inner":[{"text":…,…}]`, so the list
/// `tokens` itself is the same at any granularity.
public struct AnalysisJSON: Sendable {
  /// What offsets count.
  public enum OffsetUnit: String, Sendable, CaseIterable {
    /// Unicode scalars, as Python does.
    case scalar
    /// UTF-16 code units, as JavaScript and Java do.
    case utf16
    /// UTF-8 bytes, as Rust and Go do.
    case utf8
  }

  /// Which lists an object has.
  public struct Content: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let tokens = Content(rawValue: 1)
    public static let entities = Content(rawValue: 2)
    /// The text itself, and what was cut of the page.
    public static let text = Content(rawValue: 4)
  }

  private let content: Content
  private let unit: OffsetUnit

  public init(_ content: Content, offsets unit: OffsetUnit = .scalar) {
    self.content = content
    self.unit = unit
  }

  /// Writes one document as an object.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func write(_ analysis: Analysis, to writer: inout JSONWriter) {
    let document = analysis.document
    writer.beginObject()
    writer.key("id")
    writer.value(document.id)
    write("title", document.title, to: &writer)
    write("date", document.date?.description, to: &writer)
    write("source", document.source, to: &writer)
    write("url", document.url, to: &writer)
    for field in document.metadata {
      writer.key(field.name)
      if field.isJSON { writer.raw(field.value) } else { writer.value(field.value) }
    }
    if content.contains(.text) { writeText(of: document, to: &writer) }
    var text = document.text
    text.withUTF8 { utf8 in
      if content.contains(.tokens) {
        var offsets = OffsetCounter(utf8, unit: unit)
        writer.key("tokens")
        writer.beginArray()
        analysis.forEachToken { token, innerWords in
          writer.beginObject()
          write(token, in: utf8, &offsets, to: &writer)
          if !innerWords.isEmpty {
            writer.key("inner")
            writer.beginArray()
            for word in innerWords {
              writer.beginObject()
              write(word, in: utf8, &offsets, to: &writer)
              writer.endObject()
            }
            writer.endArray()
          }
          writer.endObject()
        }
        writer.endArray()
      }
      if content.contains(.entities) {
        var offsets = OffsetCounter(utf8, unit: unit)
        writer.key("entities")
        writer.beginArray()
        for mention in analysis.mentions {
          writer.beginObject()
          write(mention.span, in: utf8, &offsets, to: &writer) { writer in
            writer.key("canonical")
            writer.value(mention.canonicalName)
            writer.key("label")
            writer.value(mention.label.rawValue)
          }
          writer.key("evidence")
          writer.value(mention.evidence.rawValue)
          writer.key("score")
          writer.value((Double(mention.score) * 1000).rounded() / 1000)
          writer.endObject()
        }
        writer.endArray()
      }
    }
    writer.endObject()
  }

  private func writeText(of document: Document, to writer: inout JSONWriter) {
    writer.key("text")
    writer.value(document.text)
    writer.key("cut")
    writer.beginArray()
    for line in document.cutLines {
      writer.beginObject()
      writer.key("text")
      writer.value(line.text)
      writer.key("reason")
      writer.value(line.reason.rawValue)
      writer.key("position")
      writer.value(line.position)
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ name: String, _ value: String?, to writer: inout JSONWriter) {
    guard let value else { return }
    writer.key(name)
    writer.value(value)
  }

  private func write(
    _ token: Token, in utf8: UnsafeBufferPointer<UInt8>, _ offsets: inout OffsetCounter,
    to writer: inout JSONWriter
  ) {
    write(token.span, in: utf8, &offsets, to: &writer)
    writer.key("pos")
    writer.value(token.partOfSpeech.tag)
  }

  private func write(
    _ span: TextSpan, in utf8: UnsafeBufferPointer<UInt8>, _ offsets: inout OffsetCounter,
    to writer: inout JSONWriter, between: (inout JSONWriter) -> Void = { _ in }
  ) {
    writer.key("text")
    writer.value(String(decoding: utf8[span.range], as: UTF8.self))
    between(&writer)
    let range = offsets.offsets(of: span)
    writer.key("start")
    writer.value(range.lowerBound)
    writer.key("end")
    writer.value(range.upperBound)
  }
}
