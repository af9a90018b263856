import Foundation

/// How much is broken: what belongs to `make test`, to `make torture`, or to the hours of `make soak`.
enum Size: String {
  case test, torture, soak

  static let here = Size(rawValue: ProcessInfo.processInfo.environment["TORTURE_SIZE"] ?? "") ?? .test

  /// The share of a soak's counts and lengths that is done: `TORTURE_SCALE`, 1 where that is not set.
  static let scale = ProcessInfo.processInfo.environment["TORTURE_SCALE"].flatMap { Double($0) } ?? 1
}

/// A number for each size.
struct Times {
  let test: Int
  let torture: Int
  let soak: Int

  init(_ test: Int, _ torture: Int, _ soak: Int? = nil) {
    self.test = test
    self.torture = torture
    self.soak = soak ?? torture
  }

  var here: Int {
    switch Size.here {
    case .test: test
    case .torture: torture
    case .soak: max(test, Int(Double(soak) * Size.scale))
    }
  }
}

/// What chance starts from: `TORTURE_SEED` where that is set, else a new number, which each score tells.
enum Seed {
  static let here =
    ProcessInfo.processInfo.environment["TORTURE_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)
}
