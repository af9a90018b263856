// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let scrypt = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")

/// The shipped texts of `dossierctl init`, within the program: it is one file, wherever it is put.
let starter: [Resource] = [
  .embedInCode("Files/README.md"),
  .embedInCode("Files/_alert.html.mustache"),
  .embedInCode("Files/_alert.txt.mustache"),
  .embedInCode("Files/_cause.html.mustache"),
  .embedInCode("Files/_cause.txt.mustache"),
  .embedInCode("Files/_foot.html.mustache"),
  .embedInCode("Files/_head.html.mustache"),
  .embedInCode("Files/_row.html.mustache"),
  .embedInCode("Files/_row.txt.mustache"),
  .embedInCode("Files/alerts.html.mustache"),
  .embedInCode("Files/alerts.subject.mustache"),
  .embedInCode("Files/alerts.txt.mustache"),
  .embedInCode("Files/apology.html.mustache"),
  .embedInCode("Files/apology.subject.mustache"),
  .embedInCode("Files/apology.txt.mustache"),
  .embedInCode("Files/calendar.yaml"),
  .embedInCode("Files/deaf.html.mustache"),
  .embedInCode("Files/deaf.subject.mustache"),
  .embedInCode("Files/deaf.txt.mustache"),
  .embedInCode("Files/digest.html.mustache"),
  .embedInCode("Files/digest.subject.mustache"),
  .embedInCode("Files/digest.txt.mustache"),
  .embedInCode("Files/dossierd.yaml"),
  .embedInCode("Files/holidays.csv"),
  .embedInCode("Files/policy.yaml"),
  .embedInCode("Files/procedures.csv"),
  .embedInCode("Files/report.html.mustache"),
  .embedInCode("Files/report.subject.mustache"),
  .embedInCode("Files/report.txt.mustache"),
  .embedInCode("Files/routing.yaml"),
  .embedInCode("Tables/absences.csv"),
  .embedInCode("Tables/agencies.csv"),
  .embedInCode("Tables/communes-old-to-new.csv"),
  .embedInCode("Tables/communes-since-2025-07.csv"),
  .embedInCode("Tables/communes-until-2025-06.csv"),
  .embedInCode("Tables/districts.csv"),
  .embedInCode("Tables/leads.csv"),
  .embedInCode("Tables/post-offices.csv"),
  .embedInCode("Tables/services.csv"),
  .embedInCode("Tables/targets.csv"),
]

func library(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency], libraries: [String] = []) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, swiftSettings: strict,
    linkerSettings: libraries.map { .linkedLibrary($0, .when(platforms: [.linux])) })
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, resources: resources,
    swiftSettings: strict)
}

let package = Package(
  name: "dossierd",
  products: [
    .library(name: "Dossiers", targets: ["Dossiers"]),
    .library(name: "Broker", targets: ["Broker"]),
    .library(name: "Settings", targets: ["Settings"]),
    .library(name: "Simulation", targets: ["Simulation"]),
    .library(name: "Store", targets: ["Store"]),
    .library(name: "TestSupport", targets: ["TestSupport"]),
    .executable(name: "dossierd", targets: ["dossierd"]),
    .executable(name: "dossierctl", targets: ["dossierctl"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.0.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(name: "CRabbitMQ", pkgConfig: "librabbitmq", providers: [.apt(["librabbitmq-dev"])]),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),

    library("Dossiers", []),
    library("Simulation", ["Dossiers"]),
    library("Store", ["CSQLite", "Dossiers", grdb, sqlite, crypto]),
    library("Broker", ["CRabbitMQ", log]),
    library("Mail", ["CCurl", crypto, mustache]),
    library("Settings", ["Dossiers", configuration, yams]),
    library("Reporting", ["Dossiers", "Mail", "Store"]),
    library(
      "Web",
      [
        "Dossiers", "Store", crypto, scrypt, hummingbird, hummingbirdCore, nio, httpTypes, lifecycle, mustache, log,
      ], resources: [.embedInCode("API/openapi.yaml")]),
    library(
      "Daemon",
      ["Dossiers", "Store", "Broker", "Mail", "Reporting", "Settings", "Web", crypto, lifecycle, signals, log]),
    .target(name: "Starter", resources: starter, swiftSettings: strict),
    // Its allocator in place of the C library's spares intake a twelfth of its time.
    program(
      "dossierd", ["Daemon", "Broker", "Mail", "Settings", "Store", "Dossiers", arguments, log],
      libraries: ["jemalloc"]),
    program(
      "dossierctl",
      [
        "Daemon", "Dossiers", "Store", "Broker", "Mail", "Reporting", "Settings", "Simulation", "Starter", "Web",
        arguments, crypto, log,
      ]),

    .target(name: "TestSupport", dependencies: ["Dossiers"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("DossiersTests", ["Dossiers"], exclude: ["Event/Corpus", "Event/schema-agrees.py"]),
    tests("SimulationTests", ["Simulation", "Dossiers"]),
    tests("StoreTests", ["Store", "Dossiers", "Simulation", grdb]),
    tests("BrokerTests", ["Broker", log]),
    tests("MailTests", ["Mail"]),
    tests("SettingsTests", ["Settings", "Dossiers"]),
    tests("ReportingTests", ["Reporting", "Dossiers", "Mail", "Store"]),
    tests(
      "DaemonTests",
      ["Daemon", "Broker", "Dossiers", "Mail", "Settings", "Store", "Web", crypto, lifecycle, log],
      exclude: ["Webhook/body-agrees.py"]),
    tests(
      "WebTests", ["Web", "Store", "Settings", "Dossiers", hummingbird, hummingbirdTesting, httpTypes, lifecycle, log]),
    tests(
      "CommandTests", ["dossierctl", "Broker", "Dossiers", log], exclude: ["Adoption/count.py"],
      resources: [.copy("Golden")]),
    tests(
      "AcceptanceTests",
      ["dossierd", "dossierctl", "Broker", "Dossiers", "Settings", "Simulation", "Store", grdb, log],
      exclude: ["Quality/count-figures.py"]),
  ],
  swiftLanguageModes: [.v6]
)
