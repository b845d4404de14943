import ArgumentParser

/// A number of bytes as people write it: `4096`, `64K`, `256M`, `1G`, in powers of 1,024.
struct ByteSize: ExpressibleByArgument, CustomStringConvertible {
  let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let units: [(letter: Character, shift: Int)] = [("K", 10), ("M", 20), ("G", 30)]
    let unit = units.first { argument.uppercased().last == $0.letter }
    guard let number = Int(unit == nil ? argument[...] : argument.dropLast()), number > 0,
      number <= 1 << (60 - (unit?.shift ?? 0))
    else { return nil }
    bytes = number << (unit?.shift ?? 0)
  }

  var description: String {
    bytes % (1 << 20) == 0 ? "\(bytes >> 20)M" : "\(bytes)"
  }
}
