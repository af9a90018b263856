import ArgumentParser
import Broker

/// How events are published.
struct PublishOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The exchange (default: that of the settings).", valueName: "name"))
  var exchange: String?

  @Option(help: ArgumentHelp("The most messages under way without a confirm.", valueName: "n"))
  var window = 1000

  @Option(help: ArgumentHelp("How long the broker may take for what one read brings.", valueName: "seconds"))
  var deadline = 30

  func validate() throws {
    guard (1...1_000_000).contains(window) else { throw ValidationError("Expected a --window of 1 to 1000000.") }
    guard (1...86_400).contains(deadline) else { throw ValidationError("Expected a --deadline of 1 to 86400 seconds.") }
    if let exchange, !(1...255).contains(exchange.utf8.count) {
      throw ValidationError("Expected an --exchange of 1 to 255 bytes.")
    }
  }

  /// The same, as the publisher takes it.
  var publisherOptions: PublisherOptions { PublisherOptions(window: window, deadline: .seconds(deadline)) }
}
