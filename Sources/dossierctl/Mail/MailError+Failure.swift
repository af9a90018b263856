import Mail

extension MailError: CommandFailure {
  var lines: [String] { ["\(self)."] }

  var status: ExitStatus {
    switch self {
    case .template, .server, .address, .loginRefused, .tls: .configuration
    case .header, .attachment, .refused: .data
    case .unreachable: .unavailable
    case .deferred, .outcomeUnknown, .cancelled: .temporary
    }
  }
}
