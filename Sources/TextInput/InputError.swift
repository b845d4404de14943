/// A wrong request to this module. What is wrong with the input itself is an `InputProblem`.
public enum InputError: Error, Hashable, Sendable {
  /// No charset of that name is known.
  case unknownEncoding(label: String)
  /// No pair of a document's field and a name in the input.
  case wrongFields(pair: String)
}

extension InputError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .wrongFields(let pair):
      "\"\(pair)\" is no field=name; fields are "
        + FieldNames.Field.allCases.map(\.rawValue).joined(separator: ", ")
    case .unknownEncoding(let label):
      "unknown encoding \"\(label)\": try utf-8, gb18030, big5, euc-tw, hz, utf-16le or utf-16be"
    }
  }
}
