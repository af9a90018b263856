import Dossiers
import Logging
import ServiceLifecycle
import Store

/// Logs how alerts change, read from the store beside intake: a line for a change of an alert, none for an event.
struct AlertLog: Service {
  private static let period = Duration.seconds(2)
  /// How many changes are read in one transaction, and how long the store is left to intake then: no more than 200 lines a
  /// second, as the journal throws away what comes faster than 300.
  private static let portion = 50
  private static let rest = Duration.milliseconds(250)

  let store: any DossierStore
  /// The last change that is not told any more.
  let after: Int64
  let logger: Logger

  func run() async throws {
    var last = await cancelWhenGracefulShutdown {
      var last = after
      while !Task.isCancelled {
        let isMore = await tell(after: &last)
        await Bell().wait(atMost: isMore ? AlertLog.rest : AlertLog.period)
      }
      return last
    }
    // What changed since, as far as one portion goes: a stop must not wait.
    _ = await tell(after: &last)
  }

  /// Logs the next changes after `last`, and says whether there may be more.
  private func tell(after last: inout Int64) async -> Bool {
    do throws(StoreError) {
      let changes = try await store.alertChanges(after: last, limit: AlertLog.portion)
      for change in changes {
        logger.log(level: change.level, "\(change.words)", metadata: change.logFields)
        last = change.id
      }
      return changes.count == AlertLog.portion
    } catch {
      logger.warning("changes of alerts can't be read to be logged", metadata: ["error": "\(error)"])
      // What can never be read is left out, rather than told of for ever.
      if !error.mayPass, let newest = try? await store.lastAlertChange() { last = newest }
      return false
    }
  }
}

extension AlertChange {
  /// What it became, where that is a kind or an end.
  private var outcome: Notice.What? { Notice.What(rawValue: what) }

  private var isRaise: Bool { outcome.map { !$0.isFollowUp } ?? false }

  /// A miss, a mishap or a silence is for an administrator to know of; all else is the work as it goes.
  var level: Logger.Level { isRaise && outcome != .warning ? .notice : .info }

  /// What a person reads in front of the fields.
  var words: String {
    isRaise ? "alert raised" : outcome == nil ? "alert changed" : "alert over"
  }

  /// What it is about, each thing under its name; no address, as that may be a person's.
  var logFields: Logger.Metadata {
    var fields: Logger.Metadata = [
      "alert": "\(alert.id)", "kind": "\(alert.kind)", "what": "\(what)", "cause": "\(cause)",
    ]
    let subject = alert.subject
    fields["clock"] = subject?.clock.map { "\($0.rawValue)" }
    fields["item"] = subject?.item.map { "\($0)" }
    fields["office"] = (subject?.lastSeen?.office ?? subject?.office).map { "\($0)" }
    fields["agency"] = alert.origin.map { "\($0)" }
    fields["event"] = event.map { "\($0.source.text) \($0.id)" }
    // More would not fit, and are in the store.
    let dossiers = (subject?.dossiers ?? []).prefix(50)
    if !dossiers.isEmpty { fields["dossier"] = .array(dossiers.map { .string($0.text) }) }
    return fields
  }
}
