import Dossiers
import Foundation

/// Holds what was told against what came to the mail server.
struct Ledger {
  /// Words that somebody was told twice in mails of different names, with nothing in between that would call for it.
  let doubled: Int
  /// Mails that came more than once.
  let repeated: Int
  /// The names of mails that one side knows and the other does not.
  let unmatched: Set<String>

  private static let closings: Set<String> = ["resolved", "retracted", "cancelled"]

  /// The ledger's words, and the mails of a folder.
  init(_ words: [StoreView.Word], mails: URL) throws {
    var said: [String: Set<String>] = [:]
    var doubled = 0
    for word in words where ["first", "escalated", "follow-up"].contains(word.reason) && word.what != "changed" {
      let about = "\(word.alert) \(word.receiver)"
      // What closes an alert makes room for everything else to be told anew, and the other way round.
      said[about, default: []] = said[about, default: []].filter {
        Ledger.closings.contains($0) == Ledger.closings.contains(word.what)
      }
      let sentence = Ledger.closings.contains(word.what) ? word.what : "\(word.what) \(word.step) \(word.reason)"
      if !said[about, default: []].insert(sentence).inserted { doubled += 1 }
    }
    self.doubled = doubled
    let came = try Ledger.messageIDs(in: mails)
    repeated = came.count - Set(came).count
    unmatched = Set(came).symmetricDifference(words.map { "<\($0.messageID)>" })
  }

  private static func messageIDs(in folder: URL) throws -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return try names.filter { $0.hasSuffix(".eml") }.map { name in
      let mail = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
      guard let id = mail.firstMatch(of: /(?mi)^Message-ID:\s*(<[^>]+>)/)?.1 else {
        throw DaemonTrial.Failed(description: "the mail \(name) has no Message-ID")
      }
      return String(id)
    }
  }
}
