/// The scores of a weighted, undirected graph's vertices: see `TextRankTable`.
enum TextRank {
  private static let tolerance = 1e-6
  private static let maximumRounds = 200

  /// - Parameters:
  ///   - edges: The weights; a key is two vertices of which the lower stands in its upper half.
  ///   - vertexCount: The number of vertices.
  ///   - order: The vertices in the order in which sums are made.
  /// - Returns: A score for each vertex.
  static func scores(of edges: [UInt64: Int], vertexCount: Int, order: [Int]) -> [Double] {
    var place = [Int](repeating: 0, count: vertexCount)
    for (position, vertex) in order.enumerated() { place[vertex] = position }
    let pairs = edges.map { key, weight -> (Int, Int, Double) in
      let one = place[Int(key >> 32)]
      let other = place[Int(key & 0xFFFF_FFFF)]
      return (min(one, other), max(one, other), Double(weight))
    }
    .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    var strength = [Double](repeating: 0, count: vertexCount)
    for (one, other, weight) in pairs {
      strength[one] += weight
      strength[other] += weight
    }
    var scores = [Double](repeating: 1, count: vertexCount)
    for _ in 0..<maximumRounds {
      var received = [Double](repeating: 0, count: vertexCount)
      for (one, other, weight) in pairs {
        received[one] += weight / strength[other] * scores[other]
        received[other] += weight / strength[one] * scores[one]
      }
      var change = 0.0
      for vertex in 0..<vertexCount {
        let score = 1 - TextRankTable.damping + TextRankTable.damping * received[vertex]
        change = max(change, abs(score - scores[vertex]))
        scores[vertex] = score
      }
      if change < tolerance { break }
    }
    return place.map { scores[$0] }
  }
}
