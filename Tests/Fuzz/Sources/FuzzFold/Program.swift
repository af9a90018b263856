import Foundation
import TestSupport

/// `FuzzFold EVENTS SEED`: folds random events until there were so many. A trap ends it; so does a history that is another
/// one when it is extended event by event.
@main
enum Program {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    guard arguments.count == 2 else {
      print("usage: FuzzFold EVENTS SEED")
      exit(64)
    }
    var fuzz = FoldFuzz(seed: arguments[1])
    guard try fuzz.run(arguments[0]) else {
      print("fuzz: extending differs from folding anew, seed \(arguments[1]), in the chunk up to event \(fuzz.count)")
      exit(1)
    }
    print("fuzz: the fold took \(fuzz.count) events and made \(fuzz.reports) reports")
  }
}
