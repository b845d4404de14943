import Foundation
import Reports
import Testing

@Suite struct JSONWriterTests {
  @Test(
    "escapes what JSON requires and nothing else",
    arguments: [
      ("智谱 AI", #""智谱 AI""#), ("a\"b\\c/", #""a\"b\\c/""#),
      ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#), ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
      ("\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""), ("😀", "\"😀\""), ("", "\"\""),
    ])
  func escaping(text: String, expected: String) {
    var writer = JSONWriter()
    writer.value(text)
    #expect(writer.text == expected)
  }

  @Test(
    "numbers read back as they were",
    arguments: [0, 1, -2.5, 0.1, 1e300, .leastNonzeroMagnitude, 1e-7, 123_456_789.125])
  func numbers(number: Double) throws {
    var writer = JSONWriter()
    writer.value(number)
    let data = Data("[\(writer.text)]".utf8)
    #expect(try JSONDecoder().decode([Double].self, from: data) == [number])
  }

  @Test func `numbers that JSON does not know are null`() {
    var writer = JSONWriter()
    writer.beginArray()
    for number in [Double.nan, .infinity, -.infinity] { writer.value(number) }
    writer.endArray()
    #expect(writer.text == "[null,null,null]")
  }

  @Test func `keeps the order of keys and sets commas`() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("b")
    writer.beginArray()
    writer.value(1)
    writer.beginObject()
    writer.endObject()
    writer.beginArray()
    writer.endArray()
    writer.value("x"[...])
    writer.endArray()
    writer.key("a")
    writer.value(true)
    writer.key("c")
    writer.null()
    writer.key("d")
    writer.raw(#"{"z":[1]}"#)
    writer.endObject()
    writer.newline()
    writer.value(false)
    #expect(writer.text == "{\"b\":[1,{},[],\"x\"],\"a\":true,\"c\":null,\"d\":{\"z\":[1]}}\nfalse")
  }

  @Test func `writes on after the bytes were taken`() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.value(1)
    let first = writer.text
    writer.removeAll()
    writer.value(2)
    writer.endArray()
    #expect(first + writer.text == "[1,2]")
  }

  @Test("random text reads back", arguments: 0..<100)
  func roundTrip(seed: Int) throws {
    // A linear congruential generator is random enough to mix the scalars.
    var state = UInt32(seed * 2_654_435 + 1)
    var text = String.UnicodeScalarView()
    for _ in 0..<40 {
      state = state &* 1_664_525 &+ 1_013_904_223
      let ranges: [UInt32] = [0x30, 0x100, 0x3000, 0xA000, 0x11_0000]
      text.append(Unicode.Scalar(state >> 8 % ranges[Int(state >> 28) % 5]) ?? "？")
    }
    var writer = JSONWriter()
    writer.beginArray()
    writer.value(String(text))
    writer.endArray()
    let decoded = try JSONDecoder().decode([String].self, from: Data(writer.bytes))
    #expect(decoded == [String(text)])
  }
}
