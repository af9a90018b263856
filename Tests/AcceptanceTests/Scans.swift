import Dossiers
import Foundation

/// Events as their JSON, at times counted from now so that they are never stale.
enum Scans {
  static let item = "EA123456785VN"
  static let dossier = "H18.101-260302-0001"

  /// 08:15 on the day `daysAgo` days before today.
  static func morning(daysAgo: Int, minute: Int = 15) -> Instant {
    LocalDate(Instant(seconds: Int64(Date().timeIntervalSince1970))).adding(-daysAgo)
      .at(secondOfDay: 8 * 3600 + minute * 60)
  }

  static func accepted(
    id: String, at time: Instant, item: String = item, dossier: String = dossier, agency: String = "H18.101",
    procedure: String = "1.004873", carries: String = "dossier"
  ) -> String {
    scan(
      id: id, at: time, item: item, event: "accepted",
      more: """
        , "carries": "\(carries)", "agency": "\(agency)", "destination": "380000", \
        "dossiers": [{ "code": "\(dossier)", "procedure": "\(procedure)" }]
        """)
  }

  static func delivered(id: String, at time: Instant, item: String = item) -> String {
    scan(id: id, at: time, item: item, event: "delivered")
  }

  /// Takes back what the same scanner said under `voided`.
  static func voided(id: String, at time: Instant, voided: String) -> String {
    """
    { "specversion": "1.0", "id": "\(id)", "type": "vn.bcci.event.voided.v1", \
    "source": "/postoffices/381100/scanners/s2", "time": "\(time.rfc3339)", "data": { "reason": "did-not-occur", \
    "voids": { "source": "/postoffices/381100/scanners/s2", "id": "\(voided)" } } }
    """
  }

  static func scan(id: String, at time: Instant, item: String, event: String, more: String = "") -> String {
    """
    { "specversion": "1.0", "id": "\(id)", "type": "vn.bcci.shipment.scanned.v1", \
    "source": "/postoffices/381100/scanners/s2", "time": "\(time.rfc3339)", \
    "data": { "item": "\(item)", "event": "\(event)", "office": "381100"\(more) } }
    """
  }
}
