import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ServiceLifecycle

/// Serves health, metrics and pages over HTTP until it is told to stop.
///
/// It speaks plain HTTP: where it listens on more than this machine, a proxy with TLS stands in front.
public struct WebServer: Service {
  private let host: String
  private let port: Int
  let site: Site
  private let logger: Logger

  /// A server for `host` and `port`; a port of 0 is any free one.
  ///
  /// - Parameters:
  ///   - host: The address or name to listen on.
  ///   - port: The port to listen on.
  ///   - source: What is shown.
  ///   - access: To whom.
  ///   - desk: What somebody can have done.
  ///   - logger: Where trouble is told.
  public init(
    host: String, port: Int, source: WebSource, access: WebAccess, desk: any WebDesk, logger: Logger
  ) {
    self.host = host
    self.port = port
    site = Site(source: source, access: access, desk: desk)
    self.logger = logger
  }

  /// Serves until a graceful shutdown or cancellation; answers that are under way are finished first.
  /// - Throws: `WebError` where the address cannot be listened on.
  public func run() async throws {
    let application = try application()
    // What the overview asks for is there when the first reader comes.
    _ = await site.figureBook.figures(FigureBook.Question(period: site.thisMonth), logger: logger)
    do {
      try await application.run()
      await site.stop()
    } catch let error as CancellationError {
      await site.stop()
      throw error
    } catch {
      await site.stop()
      throw WebError.cannotServe(host: host, port: port, why: "\(error)")
    }
  }

  /// The server with its routes and bounds.
  func application() throws(WebError) -> some ApplicationProtocol {
    let connections = 256
    let bounds = HTTP1Channel.Configuration(
      idleTimeout: .seconds(30),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 8 * 1024, maxHeaderListSize: 16 * 1024, maxHeaderFieldCount: 64))
    return Application(
      router: try site.router(), server: .http1(configuration: bounds),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: .maximum(connections, logger: logger)),
      logger: logger)
  }
}
