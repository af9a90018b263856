import Broker
import Settings

/// An error that a command may end with: it knows its words and its exit status.
protocol CommandFailure: Error {
  /// What is said on standard error: what was found and what to do about it, in whole sentences, one a line.
  var lines: [String] { get }
  /// The exit status.
  var status: ExitStatus { get }
}

extension SettingsError: CommandFailure {
  var lines: [String] {
    switch self {
    case .problems(let problems): problems.map(\.description)
    }
  }

  var status: ExitStatus { .configuration }
}

extension BrokerError: CommandFailure {
  var lines: [String] { [description] }

  var status: ExitStatus {
    switch self {
    case .invalidAddress, .invalidOption, .tls, .loginRefused, .missing, .differs, .forbidden: .configuration
    case .unreachable, .protocolViolated: .unavailable
    case .heartbeatLost, .linkLost, .timedOut, .blocked, .closedByBroker, .consumerCancelled, .released, .stopped:
      .temporary
    case .unsendable: .data
    case .system: .inputOutput
    }
  }
}
