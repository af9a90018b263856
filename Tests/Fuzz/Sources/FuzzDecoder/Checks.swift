import Dossiers

/// What must hold of every body, whatever stands in it.
enum Checks {
  /// Decodes `body`; an event must come out the same when it is encoded and decoded once more, as the log does.
  static func run(_ body: UnsafeBufferPointer<UInt8>) {
    _ = ContentType.isCloudEvent(String(decoding: body, as: UTF8.self))
    guard let event = try? EventDecoder().decode(body) else { return }
    let encoded = EventEncoder().encode(event)
    guard let again = try? EventDecoder().decode(encoded) else {
      fail("an event that was decoded is not decoded again", encoded)
    }
    guard again.identity == event.identity, again.hasSameContent(as: event) else {
      fail("an event is another one after it was encoded", encoded)
    }
  }

  /// libFuzzer keeps the body of a process that ends this way.
  private static func fail(_ why: String, _ encoded: [UInt8]) -> Never {
    preconditionFailure("\(why): \(String(decoding: encoded, as: UTF8.self))")
  }
}
