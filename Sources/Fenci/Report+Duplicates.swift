public import Reports
internal import TextModel

extension Report {
  /// The report with a note of how many documents were copies, and both numbers in its metadata.
  public func noting(_ count: DocumentCount) -> Report {
    var report = self
    let copies = count.raw - count.unique
    let numbers =
      "\(NumberFormat.grouped.text(of: count.raw)) raw, \(NumberFormat.grouped.text(of: count.unique)) unique"
    report.notes.append(
      copies == 0
        ? "Documents: \(numbers)."
        : "Documents: \(numbers); copies and near copies (转载) count once, --keep-duplicates counts all."
    )
    for (name, value) in [("rawDocuments", count.raw), ("uniqueDocuments", count.unique)] {
      report.metadata.append(MetadataField(name: name, value: String(value), isJSON: true))
    }
    return report
  }
}
