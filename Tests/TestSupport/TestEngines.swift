import Lexicons
import Segmentation

/// The engines, to run a test with each of them. The model is trained once, on a few sentences.
public enum TestEngines: String, Sendable, CaseIterable {
  case icu
  case lattice
  case model
  case refinedModel

  public static let all = allCases

  public var isModel: Bool { self == .model || self == .refinedModel }

  public func engine() async throws -> SegmentationEngine {
    switch self {
    case .icu: .icu
    case .lattice: .lattice
    case .model: try await model("news")
    case .refinedModel: try await model("fenci")
    }
  }

  private func model(_ standard: String) async throws -> SegmentationEngine {
    let model = try await TestModel.shared.value
    return .model(model, standard: try model.standard(named: standard))
  }
}
