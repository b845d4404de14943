/// Finds the records of a table in text: RFC 4180's quotes, with any delimiter.
///
/// A quote opens only at the beginning of a field, so that an inch sign inside one (`5" 屏`) does not swallow
/// the rows behind it. In quotes a delimiter and a line end are text, and two quotes are one.
struct DelimitedScanner {
  /// How the fields of a row are parted.
  let delimiter: UInt8

  /// The delimiter that a header speaks for: a comma, else a tab or a semicolon.
  init(header: UnsafeBufferPointer<UInt8>, isTabbed: Bool) {
    if isTabbed {
      delimiter = ASCII.tab
      return
    }
    let line = header.prefix { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
    delimiter =
      [ASCII.comma, ASCII.tab, ASCII.semicolon].first { line.contains($0) } ?? ASCII.comma
  }

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// The end of the last whole record within the first `target` bytes, or of the first one if that is
  /// longer; nil if more bytes are needed to know it.
  ///
  /// - Parameters:
  ///   - bytes: They begin with a record.
  ///   - isWhole: Whether no bytes follow these.
  func recordsEnd(
    in bytes: UnsafeBufferPointer<UInt8>, target: Int, isWhole: Bool
  ) -> Int? {
    var end: Int?
    var place = 0
    while place < bytes.count {
      guard let next = recordEnd(in: bytes, from: place, isWhole: isWhole) else { break }
      if next > target, end != nil { return end }
      end = next
      place = next
    }
    return end ?? (isWhole && !bytes.isEmpty ? bytes.count : nil)
  }

  /// The place behind a record and its line end; nil if the bytes end before.
  private func recordEnd(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isWhole: Bool
  ) -> Int? {
    var place = start
    var isFieldStart = true
    while place < bytes.count {
      let byte = bytes[place]
      if isFieldStart, byte == ASCII.quote {
        guard let close = closingQuote(in: bytes, from: place + 1, isWhole: isWhole) else {
          return nil
        }
        place = close + 1
        isFieldStart = false
        continue
      }
      place += 1
      isFieldStart = byte == delimiter
      if byte == ASCII.lineFeed { return place }
      if byte == ASCII.carriageReturn {
        guard place < bytes.count else { return isWhole ? place : nil }
        return bytes[place] == ASCII.lineFeed ? place + 1 : place
      }
    }
    return isWhole ? place : nil
  }

  /// The place of the quote that ends a quoted field.
  private func closingQuote(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isWhole: Bool
  ) -> Int? {
    var place = start
    while let quote = BlockCutter.first(ASCII.quote, in: bytes, from: place) {
      // At the very end a second quote may follow.
      if quote + 1 == bytes.count { return isWhole ? quote : nil }
      if bytes[quote + 1] != ASCII.quote { return quote }
      place = quote + 2
    }
    return nil
  }

  /// One record.
  struct Record: Equatable {
    var fields: [[UInt8]] = []
    /// Whether a quoted field does not end.
    var isOpen = false
    /// Where the next record begins.
    var end = 0
  }

  /// Reads the record that begins at a place, without its line end.
  func record(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Record {
    var record = Record()
    var place = start
    while true {
      var field: [UInt8] = []
      if place < bytes.count, bytes[place] == ASCII.quote {
        place += 1
        while true {
          guard let quote = BlockCutter.first(ASCII.quote, in: bytes, from: place) else {
            field += bytes[place...]
            place = bytes.count
            record.isOpen = true
            break
          }
          field += bytes[place..<quote]
          place = quote + 1
          guard place < bytes.count, bytes[place] == ASCII.quote else { break }
          field.append(ASCII.quote)
          place += 1
        }
      }
      // What follows a closing quote belongs to the field, as it stands.
      let rest = bytes[place...].prefix {
        $0 != delimiter && $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn
      }
      field += rest
      place = rest.endIndex
      record.fields.append(field)
      guard place < bytes.count, bytes[place] == delimiter else { break }
      place += 1
    }
    if place < bytes.count {
      let isReturn = bytes[place] == ASCII.carriageReturn
      place += 1
      if isReturn, place < bytes.count, bytes[place] == ASCII.lineFeed { place += 1 }
    }
    record.end = place
    return record
  }
}
