import Broker
import TestSupport
import Testing

/// One broker for all: starting one takes seconds.
@Suite("TLS", .serialized)
struct TLSTests {
  private static let starting = Task { try await PrivateBroker.startWithTLS() }

  private func options(_ broker: PrivateBroker, host: String = "localhost", _ tls: BrokerTLS) throws -> BrokerOptions {
    let address = try BrokerAddress(parsing: try #require(broker.encryptedURI))
    return BrokerOptions(
      address: try BrokerAddress(isEncrypted: true, host: host, port: address.port), connectTimeout: .seconds(5),
      tls: tls)
  }

  private func refusal(_ options: BrokerOptions) async throws -> String {
    let error = await #expect(throws: BrokerError.self) { _ = try await Topology().missing(options) }
    guard case .tls = error else {
      Issue.record("\(String(describing: error))")
      return ""
    }
    return error?.description ?? ""
  }

  @Test("with its authority's file a broker is spoken to by amqps, and messages come whole")
  func consuming() async throws {
    let broker = try await Self.starting.value
    var bench = try await Bench(broker)
    bench.options = try options(broker, BrokerTLS(authorities: broker.certificate("ca.pem")))
    try await bench.publish(["a"])
    let large = OutgoingMessage(
      exchange: bench.topology.exchange, routingKey: "agency.x", body: [UInt8](repeating: 7, count: 1_000_000))
    let publisher = try Publisher(bench.options, PublisherOptions(deadline: .seconds(20)), logger: Bench.logger)
    #expect(try await publisher.publish([large]) == [.confirmed])
    await publisher.close()
    try await bench.consuming {
      $0.topology = bench.topology
    } _: { consumer in
      let taken = try await consumer.take(2)
      #expect(taken[0] == "a" && taken[1].utf8.count == 1_000_000)
    }
  }

  @Test("a broker whose authority is not known is refused, and the sentence asks for the authority's file")
  func unknownAuthority() async throws {
    let broker = try await Self.starting.value
    let words = try await refusal(options(broker, BrokerTLS(authorities: broker.certificate("other-ca.pem"))))
    #expect(words.contains("authorities that signed the broker's certificate"))
  }

  @Test("a certificate for another host is refused, and the sentence asks for a host name that it carries")
  func otherHost() async throws {
    let broker = try await Self.starting.value
    let tls = BrokerTLS(authorities: try broker.certificate("ca.pem"))
    try await broker.certify("mq.example.org")
    let words = try await refusal(options(broker, tls))
    #expect(words.contains("a host name (not an IP address) that the certificate carries"))
    try await broker.certify("localhost")
    #expect(try await !Topology(exchange: "none").missing(options(broker, tls)).isEmpty)
  }

  @Test("an IP address is refused before a link is tried, as no certificate is matched against one")
  func address() async throws {
    let broker = try await Self.starting.value
    let tls = BrokerTLS(authorities: try broker.certificate("ca.pem"))
    let words = try await refusal(options(broker, host: "127.0.0.1", tls))
    #expect(words.contains("name the broker by a host name"))
  }

  @Test("where the broker asks for a certificate, ours is taken, and none is refused in words")
  func clientCertificate() async throws {
    let broker = try await Self.starting.value
    try await broker.restartAskingForCertificates()
    let authorities = try broker.certificate("ca.pem")
    let ours = BrokerTLS(
      authorities: authorities, certificate: try broker.certificate("client.pem"),
      key: try broker.certificate("client.key"))
    #expect(try await !Topology(exchange: "none").missing(options(broker, ours)).isEmpty)
    let words = try await refusal(options(broker, BrokerTLS(authorities: authorities)))
    #expect(words.contains("certificate-file"))
  }
}
