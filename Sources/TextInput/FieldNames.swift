/// Which fields of a record (a JSON object, a row of a table) the document's own are read from.
///
/// ```swift
/// let names = try FieldNames(mapping: "text=content,date=ctime")
/// ```
public struct FieldNames: Hashable, Sendable {
  /// The fields of a document that records may hold.
  enum Field: String, CaseIterable {
    case text, id, title, date, source, url
  }

  private var names: [Field: String]
  private var fields: [String: Field]

  /// Each field under its own name.
  public init() {
    names = [:]
    fields = [:]
    for field in Field.allCases {
      names[field] = field.rawValue
      fields[field.rawValue] = field
    }
  }

  /// Fields under other names, as `--fields` takes them: `text=content,date=ctime`.
  ///
  /// - Throws: `InputError.wrongFields` for what is no pair, or names no field of a document.
  public init(mapping: String) throws(InputError) {
    self.init()
    for pair in mapping.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let field = Field(rawValue: String(parts[0])) else {
        throw .wrongFields(pair: String(pair))
      }
      names[field] = String(parts[1])
    }
    fields = [:]
    for field in Field.allCases {
      if fields.updateValue(field, forKey: name(of: field)) != nil {
        // Of two fields of one name the mapped one is meant: `text=title` leaves no title.
        fields[name(of: field)] = Field.allCases.last {
          name(of: $0) == name(of: field) && $0.rawValue != name(of: $0)
        }
      }
    }
  }

  /// The name that a field has in the input.
  func name(of field: Field) -> String { names[field] ?? field.rawValue }

  /// The field of a document that a name in the input stands for.
  func field(of name: String) -> Field? { fields[name] }

  /// Whether a field of the input passes through under its name: one that looks like a field of a
  /// document, but is not read as it, would say something else in the output.
  func passesThrough(_ name: String) -> Bool { Field(rawValue: name) == nil }
}
