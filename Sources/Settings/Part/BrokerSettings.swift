/// How to reach the broker, and how much to take from it at once.
public struct BrokerSettings: Sendable, Hashable {
  /// Where it is and who we are to it.
  public let uri: BrokerURI
  /// Seconds between heartbeats; a dead link is noticed after two.
  public let heartbeatSeconds: Int
  /// How many deliveries may be unacknowledged.
  public let prefetch: Int
  /// The most deliveries in a batch.
  public let batchSize: Int
  /// How long a batch waits for more after its first delivery.
  public let lingerMilliseconds: Int
  /// The topic exchange that scanners and desks publish to.
  public let exchange: String
  /// The quorum queue of events.
  public let queue: String
  /// The exchange for dead letters.
  public let deadExchange: String
  /// The quorum queue of dead letters.
  public let deadQueue: String
  /// How often a message comes again before it is a dead letter.
  public let deliveryLimit: Int
  /// The authorities that the broker's certificate is checked against, in PEM; nil for the system's.
  public let caFile: String?
  /// Our certificate in PEM, where the broker asks for one.
  public let certificateFile: String?
  /// Our certificate's key in PEM.
  public let keyFile: String?
  /// Whether an event without a user vouched for by the broker is parked.
  public let requireUserID: Bool

  init(_ section: Section, folder: String) {
    uri = BrokerSettings.uri(section, folder)
    heartbeatSeconds = section["heartbeat-seconds"]?.integer(1...600) ?? 30
    prefetch = section["prefetch"]?.integer(1...65_535) ?? 16_384
    batchSize = section["batch-size"]?.integer(1...65_535) ?? 4096
    lingerMilliseconds = section["linger-milliseconds"]?.integer(0...10_000) ?? 5
    exchange = section["exchange"]?.name() ?? "bcci.events"
    queue = section["queue"]?.name() ?? "dossierd.events"
    deadExchange = section["dead-exchange"]?.name() ?? "dossierd.dead"
    deadQueue = section["dead-queue"]?.name() ?? "dossierd.dead"
    deliveryLimit = section["delivery-limit"]?.integer(3...1_000_000) ?? 20
    caFile = section.path("ca-file", in: folder)?.existing()
    (certificateFile, keyFile) = section.certificate(in: folder)
    requireUserID = section["require-user-id"]?.boolean() ?? true
    check(section)
  }

  private func check(_ section: Section) {
    let problems = section.problems
    if batchSize > prefetch {
      problems.error(
        section.place(of: "batch-size", "prefetch"), expected: "a batch of at most the prefetch, \(prefetch)",
        found: "\(batchSize)", advice: "lower 'batch-size' or raise 'prefetch'")
    }
    if queue == deadQueue {
      problems.error(
        section.place(of: "dead-queue", "queue"), expected: "another queue for dead letters than for events",
        found: "'\(queue)' for both", advice: "choose another name")
    }
    if exchange == deadExchange {
      problems.error(
        section.place(of: "dead-exchange", "exchange"), expected: "another exchange for dead letters than for events",
        found: "'\(exchange)' for both", advice: "choose another name")
    }
    if !requireUserID, !uri.endpoint.isLoopback {
      problems.error(
        section.place(of: "require-user-id"), expected: "senders that the broker vouches for",
        found: "'require-user-id: false' with a broker on another machine",
        advice: "take the line out; it is meant for trials on one machine alone")
    }
    let mayBePlain = section["allow-plain"]?.boolean() ?? false
    if !uri.isEncrypted, !uri.endpoint.isLoopback {
      problems.checkPlain(
        section.place(of: "uri-file", "uri"), isAllowed: mayBePlain,
        expected: "amqps:// to a broker on another machine",
        found: "\(uri)", advice: "use TLS")
    }
  }

  /// A variable goes before the file, and within each `uri-file` before `uri`.
  private static func uri(_ section: Section, _ folder: String) -> BrokerURI {
    let file = section["uri-file"]
    let inline = section["uri"]
    if let file, file.isFromEnvironment || !(inline?.isFromEnvironment ?? false) {
      return fromFile(file, folder)
    }
    guard let inline else { return local }
    let uri = parse(inline.text, inline)
    if uri.holdsPassword, !inline.isFromEnvironment, TextFile.isReadableByOthers(inline.place.file) {
      inline.refuse(
        "a password that other users cannot read", found: "one in a file open to all",
        advice: "chmod 0640 the file, or move the URI to a file of its own and name that as 'uri-file'")
    }
    return uri
  }

  private static func fromFile(_ file: Written, _ folder: String) -> BrokerURI {
    if file.text.contains("://") {
      file.refuse("the path of a file", found: "a URI (not shown)", advice: "write it at 'uri', or into a file")
      return local
    }
    let path = Written(
      text: TextFile.resolve(file.text, in: folder), place: file.place, problems: file.problems)
    return SecretFile.read(path).map { parse($0.revealed, path) } ?? local
  }

  private static func parse(_ text: String, _ place: Written) -> BrokerURI {
    if let uri = BrokerURI(text) { return uri }
    place.refuse(
      "amqp://user:password@host:port/vhost, or amqps://", found: "something else (not shown, it may hold a password)",
      advice: "correct the URI")
    return local
  }

  private static let local = BrokerURI(host: "localhost")
}
