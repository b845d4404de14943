// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who depends on Fenci resolves or builds it. Tests/Fuzz/run builds it with
// libFuzzer, for all modules below it too.
let package = Package(
  name: "fenci-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "fenci", path: "../..")],
  targets: [
    .executableTarget(
      name: "Fuzz", dependencies: [.product(name: "Fenci", package: "fenci")],
      swiftSettings: [
        .unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"])
      ],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
  ]
)
