import Testing
import TextModel

@testable import TextInput

/// Forms in which Chinese sites, feeds and files write a day. (`DateReaderTests` has the plain ones.)
@Suite struct DateFormsTests {
  @Test(
    "2026-01-08 in the forms of sites, feeds and files",
    arguments: [
      // With a time.
      "2026-01-08 9:05", "2026-01-08 09:05", "2026-01-08 21:33:19.0", "2026-01-08  21:33",
      "2026-01-08T21:33:19", "2026-01-08T21:33:19Z", "2026-01-08T21:33:19+0800",
      "2026-01-08T21:33:19+08", "2026-01-08T21:33:19.000+08:00",
      "2026-01-08T21:33:19+08:00[Asia/Shanghai]", "2026-01-08 21:33:19 +0800 CST",
      "2026-01-08 21:33 GMT+8", "2026-01-08 21:33（北京时间）", "2026-01-08上午9时", "2026-01-08 下午 09:33",
      "2026-01-08_21-33-19", "2026-01-08Z", "2026-01-08T00:00:00", "2026-01-08T23:59:60Z",
      "2026/01/08 21:33:19", "2026/1/8 下午9:33", "2026/01/08(四) 21:33", "2026/1/8，21:33",
      "2026.01.08 21:33", "2026.01.08.", "2026.1.8 星期四", "2026_01_08 x", "20260108 213319",
      "20260108T213319+0800", "202601082133", "20260108213319",
      "2026年1月8日21时33分", "2026年1月8日 21:33:19", "2026年01月08日21:33", "2026年01月08日 09:15:00",
      "2026年1月8日上午", "2026年1月8日晚", "2026年1月8日（星期四）", "2026年1月8日 星期四 农历十一月二十",
      "2026年1月8日 | 来源：示例社", "2026年1月8日电", "2026年1月8日讯",
      // With something before it.
      "发布时间：2026-01-08 21:33", "发布时间: 2026-01-08", "发布日期：2026年1月8日", "发布于 2026-01-08 21:33",
      "发表于2026-1-8 21:33:19", "发表时间：2026/1/8", "更新时间：2026-01-08 21:33", "更新于：2026-01-08",
      "时间：2026-01-08 09:00:00", "日期：2026.1.8", "Date: 2026-01-08", "Published: Jan 8, 2026",
      "Published on 2026-01-08", "Posted on January 8, 2026", "發布時間：2026/01/08 21:33",
      "星期四 2026-01-08", "周四，2026年1月8日", "星期四, 2026年1月8日", "[2026-01-08]", "(2026-01-08)",
      "【2026-01-08】", "（2026年1月8日）", "[2026-01-08 21:33]", "“2026-01-08”",
      // Other digits, other calendars.
      "２０２６-０１-０８ ２１:３３", "２０２６年１月８日２１时", "２０２６．０１．０８", "２０２６／１／８ ９：３０",
      "二〇二六年元月八日", "二零二六年一月八日上午", "二Ｏ二六年一月八日", "二○二六年一月八號", "2026年元月8日", "2026 年 01 月 08 日",
      "2026年1月08号", "民國115年1月8日", "民国115年01月08日", "民國一一五年一月八日", "２０２６ 年１ 月８ 日",
      // English, and formats of protocols.
      "Thu, 08 Jan 2026 13:33:19 GMT", "Thu, 8 Jan 2026 21:33:19 +0800",
      "Thursday, 08-Jan-26 13:33:19 GMT", "08-Jan-2026", "8-Jan-2026 21:33",
      "08/Jan/2026:21:33:19 +0800",
      "8 January 2026", "January 8, 2026", "January 8th, 2026", "8th January 2026",
      "8th of January, 2026", "Jan. 8, 2026", "JAN 8 2026", "Thu Jan 8 21:33:19 CST 2026",
      "Thu Jan 08 2026 21:33:19 GMT+0800 (CST)", "2026-Jan-08", "2026 Jan 8",
      "Jan 8, 2026, 9:33 PM",
      "2026-W02-4", "2026-W02-4T21:33", "2026-008", "2026-008T21:33:19Z",
      // Unix times.
      "1767879199", "1767879199000", "1767879199.123", " 1767879199 ", "/Date(1767879199000)/",
    ])
  func absolute(text: String) {
    #expect(DateReader.date(in: text)?.description == "2026-01-08", "\(text)")
  }

  @Test(
    "other days",
    arguments: [
      ("二〇二五年十二月廿一日", "2025-12-21"), ("二〇二五年五月卅一日", "2025-05-31"), ("二〇二五年五月卅日", "2025-05-30"),
      ("2024-366", "2024-12-31"), ("2020-W53-5", "2021-01-01"), ("2026-W01-1", "2025-12-29"),
      ("2019-12-31T16:30:00Z", "2019-12-31"), ("2000年2月29日", "2000-02-29"),
      ("1949年10月1日", "1949-10-01"),
      ("民國38年10月1日", "1949-10-01"), ("Sun, 06-Nov-94 08:49:37 GMT", "1994-11-06"),
    ])
  func others(text: String, expected: String) {
    #expect(DateReader.date(in: text)?.description == expected)
  }

  @Test(
    "days without a year lie near the reference, 2026-01-08",
    arguments: [
      ("1月8日", "2026-01-08"), ("1月7日 21:33", "2026-01-07"), ("12月31日", "2025-12-31"),
      ("12月31日 星期三", "2025-12-31"), ("一月六日", "2026-01-06"), ("元月3日", "2026-01-03"),
      ("１月６日", "2026-01-06"), ("1 月 6 日", "2026-01-06"), ("3月1号", "2026-03-01"),
      ("01-19", "2026-01-19"), ("01/19", "2026-01-19"), ("1/5 08:00", "2026-01-05"),
      ("01-07 21:33", "2026-01-07"), ("12-25 10:00:00", "2025-12-25"),
      ("发布时间：01-07 21:33", "2026-01-07"),
      ("2月29日", "nil"), ("26年1月8日", "2026-01-08"), ("25年12月1日", "2025-12-01"),
      ("今天", "2026-01-08"), ("今天 08:12", "2026-01-08"), ("今日08:12", "2026-01-08"),
      ("昨天", "2026-01-07"), ("昨日", "2026-01-07"), ("昨天 21:33", "2026-01-07"), ("昨晚", "2026-01-07"),
      ("前天 10:00", "2026-01-06"), ("前日", "2026-01-06"), ("大前天", "2026-01-05"), ("刚刚", "2026-01-08"),
      ("3天前", "2026-01-05"), ("10 天前", "2025-12-29"), ("1周前", "2026-01-01"),
      ("2个星期前", "2025-12-25"),
      ("5小时前", "2026-01-08"), ("5个小时前", "2026-01-08"), ("30小时前", "2026-01-07"),
      ("15分钟前", "2026-01-08"),
      ("40秒前", "2026-01-08"), ("2025-03-04", "2025-03-04"), ("昨天的会议", "nil"), ("13月1日", "nil"),
      ("13-45", "nil"), ("1-8-9", "nil"), ("明年", "nil"), ("8个人前往", "nil"), ("", "nil"),
    ])
  func relative(text: String, expected: String) {
    let reference = CalendarDate(year: 2026, month: 1, day: 8)
    #expect((DateReader.date(in: text, near: reference)?.description ?? "nil") == expected)
    if expected != "nil", !text.contains("2025") { #expect(DateReader.date(in: text) == nil) }
  }

  @Test("every form reads back the day that it was made of", arguments: 0..<300)
  func roundTrip(seed: Int) throws {
    var generator = SplitMix(seed: seed)
    let days = Int.random(in: -25_567..<47_482, using: &generator)
    let date = try #require(CalendarDate(daysSinceEpoch: days))
    let (year, month, day) = (date.year, date.month, date.day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    func wide(_ text: String) -> String {
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map {
            (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0)! : $0
          }))
    }
    let figures = Array("〇一二三四五六七八九")
    func chinese(_ number: Int) -> String {
      number < 10
        ? String(figures[number])
        : (number < 20 ? "" : String(figures[number / 10])) + "十"
          + (number % 10 == 0 ? "" : String(figures[number % 10]))
    }
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let spelled = String(String(year).map { figures[Int(String($0))!] })
    let time =
      "\(two(Int.random(in: 0...23, using: &generator))):\(two(Int.random(in: 0...59, using: &generator)))"
    for form in [
      "\(year)-\(two(month))-\(two(day))", "\(year)/\(month)/\(day)",
      "\(year).\(month).\(day) \(time)",
      "\(year)-\(two(month))-\(two(day))T\(time):00+08:00", "\(year)\(two(month))\(two(day))",
      "\(year)年\(month)月\(day)日", "\(year)年\(two(month))月\(two(day))日 \(time)",
      wide("\(year)-\(month)-\(day)"), wide("\(year)年\(month)月\(day)日"),
      "\(spelled)年\(chinese(month))月\(chinese(day))日", "\(names[month - 1]) \(day), \(year)",
      "\(two(day)) \(names[month - 1]) \(year) \(time)", "发布时间：\(year)-\(month)-\(day) \(time)",
      "[\(year)年\(month)月\(day)日]",
    ] { #expect(DateReader.date(in: form) == date, "\(form)") }
    if year > 1912 { #expect(DateReader.date(in: "民國\(year - 1911)年\(month)月\(day)日") == date) }
    if days > 1200 {
      let seconds = days * 86_400 - 8 * 3600 + Int.random(in: 0..<86_400, using: &generator)
      #expect(DateReader.date(inNumber: "\(seconds)") == date)
      #expect(DateReader.date(inNumber: "\(seconds)000") == date)
      if seconds >= 1_000_000_000 { #expect(DateReader.date(in: "\(seconds)") == date) }
    }
    let near = try #require(
      CalendarDate(daysSinceEpoch: days + Int.random(in: -180...180, using: &generator)))
    for form in ["\(month)月\(day)日", "\(two(month))-\(two(day)) \(time)", "\(month)/\(day)"] {
      #expect(DateReader.date(in: form, near: near) == date, "\(form) near \(near)")
    }
    let back = Int.random(in: 0...400, using: &generator)
    #expect(
      DateReader.date(in: "\(back)天前", near: near)?.daysSinceEpoch == near.daysSinceEpoch - back)
  }

  @Test("no text stops it, and a day that it finds is one", arguments: 0..<300)
  func anyText(seed: Int) {
    var generator = SplitMix(seed: seed)
    let pool = Array("0123456789９０-/.:T年月日号天前昨今周星期四 民國廿十元WJan,()[]。\u{FFFD}发布时间：".unicodeScalars)
    for _ in 0..<40 {
      let text = String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...24, using: &generator)).map { _ in
            pool.randomElement(using: &generator)!
          }))
      let reference = CalendarDate(
        year: Int.random(in: 1...9999, using: &generator), month: 6, day: 1)
      for found in [
        DateReader.date(in: text), DateReader.date(in: text, near: reference),
        DateReader.date(inPath: text), DateReader.date(inNumber: text),
        DateReader.firstDate(in: Array(text.unicodeScalars))?.date,
        Self.byline(text, near: reference).date,
      ] {
        guard let found else { continue }
        #expect(
          CalendarDate(year: found.year, month: found.month, day: found.day) == found, "\(text)")
      }
    }
  }

  @Test(
    "more forms, near 20 January 2026",
    arguments: [
      ("2026·01·08", "2026-01-08"), ("2026・1・8", "2026-01-08"), ("2026–01–08", "2026-01-08"),
      ("2026‑01‑08", "2026-01-08"), ("2026—01—08", "2026-01-08"), ("2026−01−08", "2026-01-08"),
      ("中華民國115年1月8日", "2026-01-08"), ("中華民國 115 年 1 月 8 日", "2026-01-08"),
      ("民国元年1月1日", "1912-01-01"), ("民国73年2月29日", "1984-02-29"),
      ("1767879199000000", "2026-01-08"), ("今年1月8日", "2026-01-08"), ("去年12月8日", "2025-12-08"),
      ("前年10月1日", "2024-10-01"), ("明年3月1日", "2027-03-01"), ("99年5月4日", "1999-05-04"),
      ("84年2月29日", "1984-02-29"), ("两天前", "2026-01-18"), ("三天前", "2026-01-17"),
      ("十天前", "2026-01-10"),
      ("两周前", "2026-01-06"), ("一个星期前", "2026-01-13"), ("半小时前", "2026-01-20"),
      ("30秒前", "2026-01-20"),
      ("12 days ago", "2026-01-08"), ("288 Hours ago", "2026-01-08"), ("2 weeks ago", "2026-01-06"),
      ("Yesterday", "2026-01-19"), ("明天", "2026-01-21"), ("Marketing 8 2026", nil), ("数天前", nil),
      ("元年1月8日", nil), ("今年", nil), ("去年13月1日", nil),
    ] as [(String, String?)])
  func more(_ item: (text: String, day: String?)) {
    let reference = CalendarDate(year: 2026, month: 1, day: 20)
    #expect(DateReader.date(in: item.text, near: reference)?.description == item.day)
  }

  private static func byline(_ line: String, near reference: CalendarDate?) -> Byline {
    var line = line
    return line.withUTF8 { Byline(PageLine($0), near: reference) }
  }
}
