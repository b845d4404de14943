import ArgumentParser
import Fenci

/// A corpus as `fenci train` takes it: `FILE`, `STANDARD=FILE` or `STANDARD=FILE@WEIGHT`.
struct TrainingInput: ExpressibleByArgument {
  let standard: String
  let path: String
  let weight: Double

  /// The standard of a corpus that names none.
  static let defaultStandard = "news"

  init?(argument: String) {
    var rest = Substring(argument)
    if let equals = rest.firstIndex(of: "="), !rest[..<equals].contains("/") {
      standard = String(rest[..<equals])
      rest = rest[equals...].dropFirst()
    } else {
      standard = Self.defaultStandard
    }
    if let at = rest.lastIndex(of: "@"), let weight = Double(rest[at...].dropFirst()) {
      self.weight = weight
      rest = rest[..<at]
    } else {
      weight = 1
    }
    path = String(rest)
    if standard.isEmpty || path.isEmpty || !(weight > 0 && weight <= 100) { return nil }
  }

  func corpus() throws -> TrainingCorpus {
    TrainingCorpus(try AnnotatedCorpus(path: path), standard: standard, weight: weight)
  }
}
