import Lexicons
import Segmentation

/// The engines, to run a test with each of them. The model is trained once, on a few sentences.
public enum TestEngines: String, Sendable, CaseIterable {
  case icu
  case lattice
  case model

  public static let all = allCases

  public func engine() async throws -> SegmentationEngine {
    switch self {
    case .icu: .icu
    case .lattice: .lattice
    case .model: .model(try await TestModel.shared.value, standard: 0)
    }
  }
}
