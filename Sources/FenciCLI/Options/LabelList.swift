import Fenci

extension Set<EntityLabel> {
  /// The labels of a list such as `PER,ORG`.
  init(list: String) {
    self.init(list.split(separator: ",").map { EntityLabel(rawValue: String($0)) })
  }
}
