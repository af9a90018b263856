// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let core = Target.Dependency.product(name: "Dossiers", package: "dossierd")
let support = Target.Dependency.product(name: "TestSupport", package: "dossierd")

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "dossierd", path: "../..")],
  targets: [
    .executableTarget(name: "FuzzDecoder", dependencies: [core], swiftSettings: strict),
    .executableTarget(name: "FuzzFold", dependencies: [core, support], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
