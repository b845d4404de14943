import Fenci

/// What made a result: enough to make it again, or to see why another run differs.
struct Provenance {
  private var fields: [MetadataField] = []

  init(command: String, inputs: [String], analysis: AnalysisOptions, analyzer: Analyzer) {
    let compiled = analyzer.dictionaries.compiled
    add("command", command)
    add("version", FenciVersion.current)
    add("icu", FenciVersion.icu)
    add("unicode", FenciVersion.unicode)
    add("engine", analysis.engine.rawValue)
    if case .model(let model, let standard) = analyzer.engine {
      add("model", model.sourceHash)
      add("standard", standard.name)
    }
    add("dictionaries", compiled.sourceHash)
    add("dictionaryICU", compiled.information.icuVersion)
    add("userDictionaries", list: analysis.userDictionaries)
    add("inputs", list: inputs.isEmpty ? ["-"] : inputs)
  }

  /// What made a sum of saved counts.
  init(command: String, inputs: [String], settings: [SavedCounts.Setting]) {
    add("command", command)
    for setting in settings { add(setting.name, setting.value) }
    add("inputs", list: inputs)
  }

  /// The fields, for a report.
  var metadata: [MetadataField] { fields }

  mutating func add(_ name: String, _ value: String) {
    fields.append(MetadataField(name: name, value: value, isJSON: false))
  }

  mutating func add(_ name: String, list: [String]) {
    var writer = JSONWriter()
    writer.beginArray()
    for value in list { writer.value(value) }
    writer.endArray()
    fields.append(MetadataField(name: name, value: writer.text, isJSON: true))
  }

  /// The fields as a JSON object, a line each.
  func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    write(to: &writer)
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  /// Writes the fields into an open object.
  func write(to writer: inout JSONWriter) {
    for field in fields {
      writer.key(field.name)
      if field.isJSON { writer.raw(field.value) } else { writer.value(field.value) }
    }
  }
}
