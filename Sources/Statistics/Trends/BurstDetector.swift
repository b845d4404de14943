/// Kleinberg's two-state automaton over batches of documents.
///
/// In the lower state a document holds the term with probability p₀, the share over all periods, in the
/// upper state with s · p₀. Period t costs −ln of the binomial probability of its rₜ of dₜ documents; to go up
/// costs γ ln T for T periods, to go down nothing, and the automaton begins below. The cheapest path is found by
/// Viterbi's algorithm; a run above is a burst, and its weight the cost that it saves.
///
/// Documents are counted, not occurrences: a word repeated in one article is no burst. A gap belongs to no
/// state; periods on both sides of it follow each other.
///
/// Source: J. Kleinberg (2003), "Bursty and hierarchical structure in streams", Data Mining and Knowledge
/// Discovery 7:373–397, sections 2 and 4.
public struct BurstDetector: Sendable, Hashable {
  /// s, how many times as frequent a term is in the upper state; above 1.
  public var ratio = 2.0
  /// γ, what it costs to go up; 0 or more. Larger values find fewer bursts.
  public var transitionCost = 1.0

  public init() {}

  /// The bursts of a series, in order; none if the upper state would have a probability of 1 or more.
  ///
  /// - Parameter documents: For successive periods the documents with the term, and all; nil for a gap.
  /// - Complexity: O(*T*).
  public func bursts(in documents: [(with: Int, all: Int)?]) -> [Burst] {
    let places = documents.indices.filter { (documents[$0]?.all ?? 0) > 0 }
    let points = places.compactMap { documents[$0] }
    let all = points.reduce(0) { $0 + $1.all }
    let with = points.reduce(0) { $0 + $1.with }
    guard with > 0 else { return [] }
    let low = Double(with) / Double(all)
    let high = ratio * low
    guard high < 1 else { return [] }
    let rise = transitionCost * Mathematics.naturalLogarithm(Double(points.count))
    // The costs of the cheapest path that ends in each state, and whether it came from above.
    var (below, above) = (0.0, rise)
    var cameFromAbove: [(below: Bool, above: Bool)] = []
    var savings: [Double] = []
    for (index, point) in points.enumerated() {
      let costs = (Self.cost(point, low), Self.cost(point, high))
      savings.append(costs.0 - costs.1)
      if index > 0 {
        cameFromAbove.append((above < below, above <= below + rise))
        (below, above) = (min(below, above), min(below + rise, above))
      } else {
        cameFromAbove.append((false, false))
      }
      below += costs.0
      above += costs.1
    }
    var bursts: [Burst] = []
    var isAbove = above < below
    var end = points.count - 1
    for index in points.indices.reversed() {
      let wasAbove = isAbove ? cameFromAbove[index].above : cameFromAbove[index].below
      if isAbove, index == 0 || !wasAbove {
        bursts.append(
          Burst(
            periods: places[index]...places[end], weight: savings[index...end].reduce(0, +)))
      }
      if !isAbove || index == 0 || !wasAbove { end = index - 1 }
      isAbove = index > 0 && wasAbove
    }
    return bursts.reversed()
  }

  /// −ln of the probability of `with` of `all` documents, each with probability `p`.
  private static func cost(_ point: (with: Int, all: Int), _ p: Double) -> Double {
    let (with, all) = (Double(point.with), Double(point.all))
    let choices =
      GammaFunction.logarithm(all + 1) - GammaFunction.logarithm(with + 1)
      - GammaFunction.logarithm(all - with + 1)
    return
      -(choices + with * Mathematics.naturalLogarithm(p)
      + (all - with) * Mathematics.logarithmOfOnePlus(-p))
  }
}
