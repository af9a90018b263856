import Broker
import Daemon
import Glibc
import Mail
import Settings
import Store

/// Why the daemon did not start or go on, with the exit status of sysexits.
struct StartFailure: Error {
  let lines: [String]
  let status: Int32

  init(_ error: any Error) {
    switch error {
    case let error as SettingsError:
      lines = "\(error)".split(separator: "\n").map(String.init)
      status = EX_CONFIG
    case let error as StoreError:
      lines = ["\(error)"]
      status = EX_IOERR
    case let error as BrokerError:
      lines = ["\(error)"]
      status = EX_UNAVAILABLE
    case is MailError, is WebhookError, is KeyFile.Failure:
      lines = ["\(error)"]
      status = EX_CONFIG
    default:
      lines = ["\(error)"]
      status = EX_SOFTWARE
    }
  }
}
