import Broker
import Testing

@Suite("The broker's address")
struct AddressTests {
  @Test(
    "an address is read with the defaults of the specification",
    arguments: [
      ("amqp://", "amqp://guest:***@localhost:5672/", "/"),
      ("amqps://h", "amqps://guest:***@h:5671/", "/"),
      ("AMQP://h:1", "amqp://guest:***@h:1/", "/"),
      ("amqp://u:p@h/", "amqp://u:***@h:5672/", "/"),
      ("amqp://u:p@h/v", "amqp://u:***@h:5672/v", "v"),
      ("amqp://u:p@h/%2f", "amqp://u:***@h:5672/", "/"),
      ("amqp://u%40x:p@h:10/a%2Fb", "amqp://u%40x:***@h:10/a%2Fb", "a/b"),
      ("amqp://u:p@[::1]:5673/h%E1%BB%93", "amqp://u:***@[::1]:5673/h%E1%BB%93", "hồ"),
    ])
  func reading(uri: String, shown: String, vhost: String) throws {
    let address = try BrokerAddress(parsing: uri)
    #expect(address.description == shown)
    #expect(address.vhost == vhost)
  }

  @Test("escapes in user and password are undone")
  func escapes() throws {
    let address = try BrokerAddress(parsing: "amqp://a%3Ab:p%40%3A%25@h")
    #expect(address.user == "a:b")
    #expect(address.password == "p@:%")
  }

  @Test(
    "what can't be an address is refused with the part's name and without the password",
    arguments: [
      ("http://u:hunter2@h", "scheme"), ("u:hunter2@h", "amqp://"), ("amqp://u:hunter2@h:x", "port"),
      ("amqp://u:hunter2@h:0", "port"), ("amqp://u:hunter2@h:70000", "port"), ("amqp://u:hunter2@h/a/b", "vhost"),
      ("amqp://u:hunter2%zz@h", "password"), ("amqp://u:hunter2@x@h", "%40"), ("amqp://u:hunter2@[::1", "bracket"),
      ("amqp://u:hunter2@h/v?heartbeat=0", "query"), ("amqp://:hunter2@h", "user"), ("amqp://hunter2@h", "password"),
      ("amqp://u:hunter2%FF@h", "UTF-8"), ("amqp://u:hunter2:x@h", "%3A"), ("amqp://u:hunter2%00@h", "zero"),
    ])
  func refusing(uri: String, word: String) throws {
    let error = try #require(throws: BrokerError.self) { try BrokerAddress(parsing: uri) }
    #expect(error.description.contains(word))
    #expect(!error.description.contains("hunter2"))
  }

  @Test("no way of printing an address shows the password")
  func secrecy() throws {
    let options = BrokerOptions(address: try BrokerAddress(parsing: "amqp://u:hunter2@h"))
    var dumped = ""
    dump(options, to: &dumped)
    for text in ["\(options)", String(reflecting: options), dumped] { #expect(!text.contains("hunter2")) }
  }

  @Test("an encrypted link to an IP address is refused in words before anything is sent")
  func numericTLS() throws {
    let options = BrokerOptions(address: try BrokerAddress(parsing: "amqps://u:p@10.0.0.1"))
    let error = try #require(throws: BrokerError.self) { try options.check() }
    #expect(error.description.contains("host name"))
  }

  @Test("a heartbeat of 0 is refused")
  func heartbeat() throws {
    let options = BrokerOptions(address: try BrokerAddress(parsing: "amqp://h"), heartbeat: 0)
    #expect(throws: BrokerError.self) { try options.check() }
  }
}
