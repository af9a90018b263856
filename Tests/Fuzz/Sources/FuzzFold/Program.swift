import Dossiers
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
    let (wanted, seed) = (arguments[0], arguments[1])
    var run = FoldRun(seed: seed)
    while run.count < wanted {
      guard try run.chunk() else {
        print("fuzz: extending differs from folding anew, seed \(seed), at the chunk that ends with event \(run.count)")
        exit(1)
      }
    }
    print("fuzz: the fold took \(run.count) events and made \(run.reports) reports")
  }
}
