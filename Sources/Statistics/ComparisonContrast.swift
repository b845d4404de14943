/// What is compared with what: a group, the target, with one or more others together, the reference.
public struct ComparisonContrast: Sendable, Hashable {
  /// The index of the group that is the target.
  public let target: Int
  /// The indices of the groups that are the reference, in order.
  public let references: [Int]

  /// Each group against all others together.
  static func eachAgainstRest(of count: Int) -> [ComparisonContrast] {
    (0..<count).map { target in
      ComparisonContrast(target: target, references: (0..<count).filter { $0 != target })
    }
  }

  /// Each group against each other.
  static func pairs(of count: Int) -> [ComparisonContrast] {
    (0..<count).flatMap { target in
      (0..<count).filter { $0 != target }.map {
        ComparisonContrast(target: target, references: [$0])
      }
    }
  }

  /// Whether this is the mirror image of a contrast that stands before it: the same test, with the
  /// other sign.
  var isMirror: Bool { references.count == 1 && references[0] < target }

  /// The same test seen from the other side; nil if the reference is no single group.
  var mirrored: ComparisonContrast? {
    references.count == 1
      ? ComparisonContrast(target: references[0], references: [target]) : nil
  }
}
