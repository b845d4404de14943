/// The bytes of a file, or of what a gzip file holds.
///
/// Gzip is known by its first two bytes, whatever the name of the file.
final class ByteSource {
  private static let readSize = 1 << 20
  /// Text packs three to ten times; below this size the ratio is not looked at.
  private static let unlimitedSize = 64 << 20

  private let file: SystemFile
  private let maximumExpansion: Int
  private let stop: StopSignal?
  private let staging: UnsafeMutableBufferPointer<UInt8>
  private var inflater: GzipInflater?
  /// The part of `staging` that is read from the file but not yet given or inflated.
  private var available = 0..<0
  private var hasRead = false
  private var isAtEnd = false
  private var isInsideMember = true
  private var inflated: UnsafeMutableBufferPointer<UInt8>?
  /// Counts of the file's own bytes, and of the bytes inflated from them.
  private(set) var bytesRead = 0
  private var bytesInflated = 0

  init(_ file: consuming SystemFile, maximumExpansion: Int, stop: StopSignal?) {
    self.file = file
    self.stop = stop
    self.maximumExpansion = maximumExpansion
    staging = .allocate(capacity: Self.readSize)
  }

  deinit {
    staging.deallocate()
    inflated?.deallocate()
  }

  /// Appends up to about 1 MiB to the buffer; false means that there is no more.
  ///
  /// - Throws: An `InputFault` if the file cannot be read or its gzip data are damaged. What came
  ///   before the damage has been appended; after a throw there is no more.
  func read(into buffer: inout [UInt8]) throws(InputFault) -> Bool {
    guard !isAtEnd else { return false }
    do throws(InputFault) {
      if !hasRead {
        try refill()
        hasRead = true
        if available.count >= 2, staging[0] == 0x1F, staging[1] == 0x8B {
          inflater = try GzipInflater()
          inflated = .allocate(capacity: Self.readSize)
        }
      } else if inflater == nil {
        try refill()
      }
      let isMore = inflater == nil ? take(into: &buffer) : try inflate(into: &buffer)
      isAtEnd = !isMore
      return isMore
    } catch {
      isAtEnd = true
      throw error
    }
  }

  /// Passes on the rest of a file piece by piece, without moving; nothing for a pipe or compressed data.
  ///
  /// - Parameters:
  ///   - start: Where the rest begins.
  ///   - limit: About how many bytes are looked at in all: of a larger file, pieces at equal distances.
  ///   - body: Gets some bytes, their place, and whether the file ends with them.
  func forEachPiece(from start: Int, limit: Int, _ body: ([UInt8], Int, Bool) -> Void) {
    guard inflater == nil, let size = file.size(), size > start else { return }
    let pieceSize = Self.readSize
    let step = max(pieceSize, (size - start) / max(1, limit / pieceSize) & ~3)
    for offset in stride(from: start & ~3, to: size, by: step) {
      let bytes = file.bytes(at: offset, count: pieceSize)
      if bytes.isEmpty { return }
      body(bytes, offset, offset + bytes.count >= size)
    }
  }

  /// The number of bytes still expected, if the file says so.
  var expectedSize: Int? { inflater == nil ? file.size() : nil }

  private func refill() throws(InputFault) {
    let count = try file.read(into: UnsafeMutableRawBufferPointer(staging), stop: stop)
    available = 0..<count
    bytesRead += count
  }

  private func take(into buffer: inout [UInt8]) -> Bool {
    guard !available.isEmpty else { return false }
    buffer.append(contentsOf: UnsafeBufferPointer(rebasing: staging[available]))
    available = 0..<0
    return true
  }

  private func inflate(into buffer: inout [UInt8]) throws(InputFault) -> Bool {
    while true {
      if available.isEmpty { try refill() }
      if available.isEmpty {
        guard isInsideMember else { return false }
        throw InputFault(offset: bytesRead, message: "the gzip data end too early")
      }
      if !isInsideMember, !(try startNextMember()) { return false }
      let source = UnsafeBufferPointer(rebasing: staging[available])
      let offset = bytesRead - available.count
      let step: (outcome: GzipInflater.Outcome, consumed: Int, produced: Int)
      do throws(InputFault) {
        step = try inflater!.inflate(source, into: inflated!)
      } catch {
        throw InputFault(
          offset: offset + (error.offset ?? 0), message: "damaged gzip data: \(error.message)")
      }
      available = (available.lowerBound + step.consumed)..<available.upperBound
      if case .memberEnd = step.outcome { isInsideMember = false }
      guard step.produced > 0 else { continue }
      bytesInflated += step.produced
      let consumed = max(1, bytesRead - available.count)
      if bytesInflated > Self.unlimitedSize, bytesInflated / consumed > maximumExpansion {
        throw InputFault(
          offset: consumed,
          message:
            "inflates to more than \(maximumExpansion) times its size, as a zip bomb does; not read "
            + "further (--max-expansion)")
      }
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: inflated![..<step.produced]))
      return true
    }
  }

  /// Whether another member follows. Zeros after the last one are padding.
  private func startNextMember() throws(InputFault) -> Bool {
    while !available.isEmpty {
      guard let place = available.first(where: { staging[$0] != 0 }) else {
        try refill()
        continue
      }
      available = place..<available.upperBound
      guard staging[place] == 0x1F else {
        throw InputFault(
          severity: .warning, offset: bytesRead - available.count,
          message: "bytes after the gzip data are left out")
      }
      try inflater!.startMember()
      isInsideMember = true
      return true
    }
    return false
  }
}
