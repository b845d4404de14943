/// Names, numbered in order of first sight.
struct NameList: Sendable {
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]

  /// The number of a name, which is new if it was not seen before.
  mutating func number(of name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  subscript(number: Int32) -> String { names[Int(number)] }
}
