import Dossiers
import Logging
import Store

extension PendingMail {
  /// What the log says of the mail: for each dossier and office a field of its own, so that one finds what was told of it.
  var logFields: Logger.Metadata {
    var fields: Logger.Metadata = ["receiver": "\(receiver)", "notices": "\(notices.count)"]
    func add(_ name: String, _ values: [String]) {
      // More would not fit, and are in the ledger.
      let few = Set(values).sorted().prefix(50)
      if !few.isEmpty { fields[name] = .array(few.map { .string($0) }) }
    }
    let subjects = notices.compactMap(\.subject)
    add("alert", notices.map { "\($0.alert)" })
    add("what", notices.map(\.what.rawValue))
    add("cause", notices.map(\.reason.rawValue))
    add("dossier", subjects.flatMap(\.dossiers).map(\.text))
    add("item", subjects.compactMap { $0.item?.text })
    add("office", subjects.compactMap { $0.office?.text })
    return fields
  }
}
