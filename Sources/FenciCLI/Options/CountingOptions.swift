import ArgumentParser

/// Which documents are counted.
struct CountingOptions: ParsableArguments {
  @Flag(
    help:
      "Count copies and near copies of a document (转载) too; otherwise the first of them counts alone."
  )
  var keepDuplicates = false
}
