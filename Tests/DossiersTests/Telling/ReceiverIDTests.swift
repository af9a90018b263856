import Dossiers
import TestSupport
import Testing

struct ReceiverIDTests {
  @Test(
    "a receiver comes back from its text", arguments: ["lead/H18.101", "head/000.00.04.H18", "operator", "night-watch"])
  func roundTrip(_ text: String) throws {
    let receiver = try #require(ReceiverID(text))
    #expect(receiver.text == text && receiver.description == text)
  }

  @Test("what names no agency is no receiver", arguments: ["", "/", "lead/", "lead/abc", "/H18.101"])
  func refused(_ text: String) {
    #expect(ReceiverID(text) == nil)
  }

  @Test("a role that each agency has falls to the operator where no agency is known, and others have none")
  func fallsToTheOperator() {
    #expect(ReceiverID(.lead).text == "operator")
    #expect(ReceiverID(.provincialPost, agency: code("H18.101")).text == "provincial-post")
  }
}
