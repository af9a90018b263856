import Dispatch
import Dossiers
import Logging
import ServiceLifecycle

/// Tells systemd how we are, by the socket that it names in the environment; silent where there is none.
struct Notifier: Sendable {
  private let socketPath: String?

  init(environment: [String: String]) {
    socketPath = environment["NOTIFY_SOCKET"]
  }

  func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }
  func status(_ status: String) { send("STATUS=\(status)") }
  func stopping() { send("STOPPING=1") }
  func watchdog() { send("WATCHDOG=1") }

  /// systemd 252 knows no `Type=notify-reload`: the reload is framed by two messages, the first with the monotonic time.
  func reloading() {
    send("RELOADING=1\nMONOTONIC_USEC=\(DispatchTime.now().uptimeNanoseconds / 1000)")
  }

  private func send(_ message: String) {
    guard let socketPath else { return }
    _ = DatagramSocket()?.send(Array(message.utf8), to: socketPath)
  }
}

/// Feeds systemd's watchdog for as long as the work goes round.
struct Watchdog: Service {
  let notifier: Notifier
  let pulse: Pulse
  let hearing: Hearing
  let period: Duration

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var seen: UInt64?
      var lastStatus = ""
      while !Task.isCancelled {
        let turns = pulse.turns
        // Only a loop that has turned since the last time feeds it; a stuck one lets systemd restart us.
        if turns != seen {
          notifier.watchdog()
          seen = turns
        }
        let status = status
        if status != lastStatus {
          notifier.status(status)
          lastStatus = status
        }
        // No longer than a person who looks at the status line would wait for it to be true.
        await Bell().wait(atMost: min(period, .seconds(2)))
      }
      notifier.stopping()
    }
  }

  private var status: String {
    if let trouble = pulse.currentTrouble { return "standing still: \(trouble)" }
    let link = hearing.link
    if !link.isUp { return "no link to the broker since \(link.since.rfc3339)" }
    return link.backlog > 0 ? "reading a backlog of \(link.backlog) messages" : "listening to the queue"
  }
}
