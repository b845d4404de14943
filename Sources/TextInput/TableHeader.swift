/// The names of a table's columns, and how its fields are parted.
public struct TableHeader: Hashable, Sendable {
  public let columns: [String]
  /// A comma, a semicolon or a tab.
  public let delimiter: UInt8

  init(columns: [String], delimiter: UInt8) {
    self.columns = columns
    self.delimiter = delimiter
  }

  /// The header of the record that begins here.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isTabbed: Bool) {
    let scanner = DelimitedScanner(header: bytes, isTabbed: isTabbed)
    let record = scanner.record(in: bytes, from: 0)
    columns = record.fields.map {
      var name = String(decoding: $0, as: UTF8.self)[...]
      while name.first?.isWhitespace == true { name.removeFirst() }
      while name.last?.isWhitespace == true { name.removeLast() }
      return String(name)
    }
    delimiter = scanner.delimiter
  }
}
