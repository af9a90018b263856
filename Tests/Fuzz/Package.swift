// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

func ours(_ name: String) -> Target.Dependency { .product(name: name, package: "dossierd") }

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "dossierd", path: "../..")],
  targets: [
    .target(name: "Fuzzer", swiftSettings: strict),
    .executableTarget(name: "FuzzDecoder", dependencies: ["Fuzzer", ours("Dossiers")], swiftSettings: strict),
    .executableTarget(name: "FuzzFrames", dependencies: ["Fuzzer", ours("Broker")], swiftSettings: strict),
    .executableTarget(
      name: "FuzzSettings", dependencies: ["Fuzzer", ours("Dossiers"), ours("Settings")], swiftSettings: strict),
    .executableTarget(name: "FuzzFold", dependencies: [ours("Dossiers"), ours("TestSupport")], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
