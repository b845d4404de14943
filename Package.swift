// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 language mode, warnings are errors.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of the given floor. A target may depend only on lower floors: see ARCHITECTURE.md.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let package = Package(
  name: "fenci",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Fenci", targets: ["Fenci"]),
    .executable(name: "fenci", targets: ["FenciCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Floor 0: C libraries behind plain C functions.
    .systemLibrary(
      name: "CLibICU", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(
      name: "CICU", dependencies: ["CLibICU"],
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),

    // The system's C library.
    module("Platform"),

    // Floor 1: values, and ICU.
    module("TextModel"),
    module("ICU", ["CICU"]),

    // Floor 2: bytes to documents; dictionary files to look-ups.
    module("TextInput", ["CXML", "CZlib", "ICU", "Platform", "TextModel"]),
    module("Lexicons", ["ICU", "Platform", "TextModel"]),

    // Floor 3: documents to tokens, tokens to mentions, analyses to numbers.
    module("Segmentation", ["ICU", "Lexicons", "TextModel"]),
    module("Entities", ["ICU", "Lexicons", "TextModel"]),
    module("Statistics", ["Platform", "TextModel"]),

    // Floor 4: numbers to tables.
    module("Reports", ["ICU", "Statistics", "TextModel"]),

    // Floor 5: the façade.
    module(
      "Fenci",
      [
        "Entities", "ICU", "Lexicons", "Platform", "Reports", "Segmentation", "Statistics",
        "TextInput", "TextModel",
      ]),

    // Floor 6: the command.
    .executableTarget(
      name: "FenciCLI",
      dependencies: [
        "Fenci", "Platform", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests: one target a module, and the program as a user runs it.
    .target(
      name: "TestSupport",
      dependencies: ["Fenci", "Lexicons", "Segmentation", "TextModel"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("TextModelTests", ["TextModel"]),
    tests("ICUTests", ["ICU"]),
    tests("TextInputTests", ["CZlib", "ICU", "TextInput", "TextModel"]),
    tests("LexiconsTests", ["Lexicons", "TextModel"]),
    tests("SegmentationTests", ["Lexicons", "Segmentation", "TextModel"]),
    tests("EntitiesTests", ["Entities", "Lexicons", "Segmentation", "TextModel"]),
    tests("StatisticsTests", ["Statistics", "TextModel"]),
    tests("ReportsTests", ["Reports", "Statistics", "TextModel"]),
    tests("PipelineTests", ["Fenci"]),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport"], exclude: ["Golden"],
      swiftSettings: settings),
  ]
)
