public import Lexicons

/// Trains models.
///
/// The first standard is learnt by itself; every further one is guided by the labels that the first one
/// finds (see `LabelGuide`), so that a small corpus profits from a large one of another standard.
public struct ModelTrainer: Sendable {
  private let dictionaries: Dictionaries
  private let options: TrainingOptions
  private let base: SequenceModel?

  /// - Parameters:
  ///   - dictionaries: Their lexicon's words are features: use the model with the same ones.
  ///   - base: A model to which standards are added: its first standard guides them, as if it had been
  ///     learnt here; a further one that is learnt again is replaced. It must have been trained with the same
  ///     dictionaries. nil to begin anew.
  public init(
    _ dictionaries: Dictionaries, options: TrainingOptions = TrainingOptions(),
    base: SequenceModel? = nil
  ) {
    self.dictionaries = dictionaries
    self.options = options
    self.base = base
  }

  /// The bytes of a model file.
  ///
  /// - Parameters:
  ///   - corpora: What to learn from. Standards come in the order of their first corpus.
  ///   - heldOut: What to end training by; every `heldOutInterval`-th sentence of a standard without.
  ///   - refined: The name of the standard that refines the first one by the dictionaries' rules; nil for
  ///     none. Nothing is learnt for it.
  ///   - attributions: Lines for the model's header.
  /// - Throws: `CorpusError` at a bad line; `ModelError.knownStandard` if the base's first standard is to be learnt
  ///   again; `LexiconError`, `ICUError`.
  public func model(
    from corpora: [TrainingCorpus], heldOut: [TrainingCorpus], refined: String? = nil,
    attributions: [String], sourceHash: String,
    report: (_ standard: String, TrainingEvent) -> Void
  ) async throws -> [UInt8] {
    var standards: [String] = []
    for corpus in corpora where !standards.contains(corpus.standard) {
      standards.append(corpus.standard)
    }
    var information = base?.information ?? ModelInformation(standards: [])
    if let guiding = [information.refined, information.standards.first].compactMap(\.self)
      .first(where: standards.contains)
    {
      throw ModelError.knownStandard(guiding)
    }
    let kept = information.standards.indices.filter {
      !standards.contains(information.standards[$0])
    }
    for standard in standards { information.remove(standard) }
    let scalars = try base?.scalars ?? alphabet(of: corpora)
    let codeCount = Int(UnitCode.firstCharacter) + scalars.count
    var layers = kept.compactMap { base?.layers[$0] }
    var tagLayers = kept.map { base?.tagLayers[$0] }
    var nameLayers = kept.map { base?.nameLayers[$0] }
    var cuttingMarks: [String] = []
    var notes = [("seed", "\(options.seed)"), ("rounds", "\(options.rounds)")]
    for standard in standards {
      let isGuided = !layers.isEmpty
      let guide = layers.first.map { StretchLabeler($0, base: nil) }
      let encoder = SentenceEncoder(
        scalars: scalars, dictionaries: dictionaries, guide: guide,
        tagGuide: tagLayers.first?.map { WordTagger($0) })
      let own = corpora.filter { $0.standard == standard }
      let apart = heldOut.filter { $0.standard == standard }
      let habits = try CorpusHabits(of: own)
      if habits.cutsMarks { cuttingMarks.append(standard) }
      let (text, held) = try encode(own, heldOut: apart, encoder)
      func tell(_ event: TrainingEvent) { report(standard, event) }
      tell(.read(sentences: text.sentences.count, heldOut: held.sentences.count))
      let frequencies = counts(text)
      let builder = try await trained(
        text, held, frequencies, codeCount, isGuided: isGuided,
        bytes: isGuided ? options.guidedNgramBytes : options.ngramBytes, standard, &notes,
        tell)
      layers.append(try builder.layer(frequencies: frequencies))
      tagLayers.append(
        try tagLayer(
          .classes, own, apart, encoder,
          bytes: isGuided ? options.guidedTagBytes : options.tagBytes, report: tell))
      nameLayers.append(
        try isGuided && habits.marksNamesApart
          ? tagLayer(
            .names, own, CorpusHabits(of: apart).marksNamesApart ? apart : [], encoder,
            bytes: options.nameBytes, report: tell) : nil)
    }
    information.standards += standards
    information.refined = refined ?? information.refined
    information.cuttingMarks += cuttingMarks
    information.attributions += attributions
    information.notes += notes.map { (key: $0.0, value: $0.1) }
    var writer = SectionFileWriter(magic: ModelFormat.magic, format: ModelFormat.version)
    writer.add(ModelFormat.information, information.text)
    writer.add(ModelFormat.characters, scalars.map(\.value))
    for (index, layer) in layers.enumerated() {
      ModelFormat.add(layer, at: index, to: &writer)
      if let tagLayer = tagLayers[index] {
        ModelFormat.add(tagLayer, .classes, at: index, to: &writer)
      }
      if let nameLayer = nameLayers[index] {
        ModelFormat.add(nameLayer, .names, at: index, to: &writer)
      }
    }
    return writer.file(sourceHash: sourceHash)
  }

  /// Trains with all n-grams, keeps those that matter, and trains anew with them alone.
  private func trained(
    _ text: TrainingText, _ heldOut: TrainingText, _ frequencies: NGramTable, _ codeCount: Int,
    isGuided: Bool, bytes: Int, _ standard: String, _ notes: inout [(String, String)],
    _ report: (TrainingEvent) -> Void
  ) async throws -> LabelLayerBuilder {
    let keys = frequencies.keys(reaching: Int32(options.minimumCount))
    var ngrams = (bigrams: keys.filter { $0 >> 48 == 0 }, trigrams: keys.filter { $0 >> 48 != 0 })
    while true {
      report(
        .features(
          bigrams: ngrams.bigrams.count, trigrams: ngrams.trigrams.count))
      let features = LabelFeatures(
        bigrams: ngrams.bigrams, trigrams: ngrams.trigrams, codeCount: codeCount,
        isGuided: isGuided)
      let trainer = LabelTrainer(text, heldOut: heldOut, features: features, options: options)
      var best: Double?
      // What is going to be pruned only has to tell which n-grams matter.
      let isPruned = LabelLayerBuilder.byteCount(of: ngrams) > bytes
      let rows = await trainer.train(runs: isPruned ? 1 : options.runs) { event in
        if case .round(_, _, let f1) = event { best = [best, f1].compactMap(\.self).max() }
        if case .mean(_, let f1) = event { best = f1 }
        report(event)
      }
      let builder = LabelLayerBuilder(features: features, rows: rows, isGuided: isGuided)
      let kept = builder.mostImportant(bytes: bytes)
      if kept.bigrams.count + kept.trigrams.count
        == ngrams.bigrams.count + ngrams.trigrams.count || kept == ngrams
        || ngrams.bigrams.count + ngrams.trigrams.count <= bytes / 32
      {
        if let best {
          notes.append(("held-out F1 of \(standard)", "\((best * 10000).rounded() / 100)"))
        }
        return builder
      }
      ngrams = kept
    }
  }

  /// The characters that occur twice and more, the most frequent first: the n-grams of small codes lie
  /// close together in the trie.
  private func alphabet(of corpora: [TrainingCorpus]) throws -> [Unicode.Scalar] {
    var counts: [UInt16: (count: Int, scalar: Unicode.Scalar)] = [:]
    for corpus in corpora {
      try corpus.corpus.forEachSentence { sentence in
        for word in sentence.words {
          for scalar in word.text.unicodeScalars {
            let code = CharacterTable.code(of: dictionaries.characters.entry(of: scalar.value))
            guard code != 0 else { continue }
            let known = counts[code]
            counts[code] = ((known?.count ?? 0) + 1, min(known?.scalar ?? scalar, scalar))
          }
        }
      }
    }
    return counts.values.filter { $0.count > 1 }
      .sorted { ($1.count, $0.scalar) < ($0.count, $1.scalar) }.map(\.scalar)
  }

  /// Every how manieth sentence is held out of a standard that has no held-out corpus of its own.
  static let heldOutInterval = 50

  private func encode(
    _ corpora: [TrainingCorpus], heldOut: [TrainingCorpus], _ encoder: SentenceEncoder
  ) throws -> (text: TrainingText, heldOut: TrainingText) {
    var text = TrainingText()
    var held = TrainingText()
    for corpus in corpora {
      var number = 0
      try corpus.corpus.forEachSentence { sentence in
        let encoded = try encoder.encode(sentence)
        number += 1
        if heldOut.isEmpty, number % Self.heldOutInterval == 0 {
          held.append(encoded, weight: 1)
        } else {
          text.append(encoded, weight: Float(corpus.weight))
        }
      }
    }
    for corpus in heldOut {
      try corpus.corpus.forEachSentence { held.append(try encoder.encode($0), weight: 1) }
    }
    return (text, held)
  }

  /// The tagger that the corpora teach; nil if they have no tags.
  private func tagLayer(
    _ kind: TagFeatures.Kind, _ corpora: [TrainingCorpus], _ heldOut: [TrainingCorpus],
    _ encoder: SentenceEncoder, bytes: Int, report: (TrainingEvent) -> Void
  ) throws -> TagLayer? {
    var text: [TaggedSentence] = []
    var held: [TaggedSentence] = []
    for (corpora, isHeldOut) in [(corpora, false), (heldOut, true)] {
      for corpus in corpora {
        var number = 0
        try corpus.corpus.forEachSentence { sentence in
          _ = try encoder.encode(sentence)
          number += 1
          guard let tagged = encoder.tagged(sentence, kind, weight: Float(corpus.weight)) else {
            return
          }
          if isHeldOut || heldOut.isEmpty && number % Self.heldOutInterval == 0 {
            held.append(tagged)
          } else {
            text.append(tagged)
          }
        }
      }
    }
    var counts: [String: Int] = [:]
    for sentence in text { for tag in sentence.tags { counts[tag, default: 0] += 1 } }
    let tags = counts.filter { $0.value >= Self.rareTag || counts.count < TagLayer.mostTags / 2 }
      .keys.sorted().prefix(TagLayer.mostTags)
    guard !tags.isEmpty else { return nil }
    let rounds =
      text.count < TrainingOptions.fewSentences ? options.tagRoundsOfFew : options.tagRounds
    return TagTrainer(tags: Array(tags), rounds: rounds, options: options)
      .layer(from: text, heldOut: held, bytes: bytes, report: report)
  }

  /// A tag that occurs less often is taken for a slip, where there are many tags.
  private static let rareTag = 10

  private func counts(_ text: TrainingText) -> NGramTable {
    var table = NGramTable()
    for sentence in text.sentences {
      let end = Int(sentence.upperBound)
      for unit in Int(sentence.lowerBound)..<end where text.codes[unit] != 0 {
        guard unit + 1 < end, text.codes[unit + 1] != 0 else { continue }
        table.add(1, to: NGramTable.key(text.codes[unit], text.codes[unit + 1]))
        guard unit + 2 < end, text.codes[unit + 2] != 0 else { continue }
        table.add(
          1, to: NGramTable.key(text.codes[unit], text.codes[unit + 1], text.codes[unit + 2]))
      }
    }
    return table
  }
}
