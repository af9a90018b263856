import Dossiers
import ServiceLifecycle

/// Says that the daemon is ready, keeps the line true that `systemctl status` shows, and says when the end has begun.
struct StatusLine: Service {
  let notifier: Notifier
  let pulse: Pulse
  let hearing: Hearing
  /// Said once the group runs: a signal before that would end the process where it stands.
  let ready: @Sendable () -> Void

  func run() async throws {
    ready()
    await cancelWhenGracefulShutdown {
      var last = ""
      while !Task.isCancelled {
        let current = current
        if current != last {
          notifier.status(current)
          last = current
        }
        // No longer than a person who looks at it would wait for it to be true.
        await Bell().wait(atMost: .seconds(2))
      }
      notifier.stopping()
    }
  }

  private var current: String {
    let troubles = [
      pulse.currentMailTrouble.map { "mail does not leave: \($0)" },
      pulse.currentConfigurationTrouble.map { "the configuration was not reloaded: \($0)" },
    ]
    return ([work] + troubles.compactMap(\.self)).joined(separator: "; ")
  }

  private var work: String {
    if let trouble = pulse.currentTrouble { return "standing still: \(trouble)" }
    let link = hearing.link
    if !link.isUp { return "no link to the broker since \(link.since.rfc3339)" }
    return link.backlog > 0 ? "reading a backlog of \(link.backlog) messages" : "listening to the queue"
  }
}
