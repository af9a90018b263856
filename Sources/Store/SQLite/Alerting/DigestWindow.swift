import Dossiers
import Foundation

/// What a digest tells beside where things stand when it leaves: the deliveries of its time.
struct DigestWindow: Codable {
  var since: Int64
  var until: Int64
  var delivered: [Entry] = []

  struct Entry: Codable {
    let time: Int64
    let item: String
    let dossiers: [String]
  }

  init(since: Instant, until: Instant) {
    self.since = since.microseconds
    self.until = until.microseconds
  }

  /// The window that a row keeps.
  init(_ data: Data) throws { self = try JSONDecoder().decode(DigestWindow.self, from: data) }

  var data: Data { get throws { try JSONEncoder().encode(self) } }

  var deliveries: [Digest.Delivery] {
    delivered.compactMap { entry in
      LogReader.item(entry.item).map {
        Digest.Delivery(
          time: Instant(microseconds: entry.time), item: $0, dossiers: entry.dossiers.compactMap(DossierCode.init))
      }
    }
  }
}
