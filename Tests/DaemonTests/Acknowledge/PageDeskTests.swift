import Crypto
import Dossiers
import Logging
import Store
import TestSupport
import Testing
import Web

@testable import Daemon

struct PageDeskTests {
  private static let key = AcknowledgeKey(current: SymmetricKey(size: .bits256), old: nil)
  private let now = instant("2026-03-06 09:00")

  private func right(_ token: String, key: AcknowledgeKey? = key) -> Result<AcknowledgeRight, LinkRefusal> {
    let read = { () throws(LinkRefusal) in try PageDesk.right(of: token, key: key, at: now) }
    return Result(catching: read)
  }

  @Test("the link of a mail gives its receiver the right to acknowledge its alert at its step")
  func link() {
    let link = AcknowledgeLink(
      alert: 17, step: 2, receiver: ReceiverID(.lead, agency: code("H18.101")), expiry: instant("2026-03-09 09:00"))
    let token = link.token(signedBy: Self.key)
    #expect(right(token) == .success(AcknowledgeRight(alert: 17, step: 2, person: "lead/H18.101")))
    #expect(right(token, key: nil) == .failure(.notOurs))
    #expect(right(token + "A") == .failure(.notOurs))
    #expect(right("") == .failure(.notOurs))
    let late = AcknowledgeLink(alert: 17, step: 2, receiver: link.receiver, expiry: now)
    #expect(right(late.token(signedBy: Self.key)) == .failure(.expired(now)))
  }
}
