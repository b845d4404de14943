// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who depends on Fenci resolves or builds it.
let package = Package(
  name: "fenci-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "fenci", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmarks", dependencies: [.product(name: "Fenci", package: "fenci")])
  ]
)
