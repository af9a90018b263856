import ArgumentParser

/// The noun `mail`.
struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "Looks at the mails that people get.", subcommands: [MailPreviewCommand.self])
}
