import Dossiers
import Testing

@testable import Settings

@Suite struct ReadersTests {
  private static let hash = "$scrypt$ln=15,r=8,p=3$c2FsdHNhbHRzYWx0$aGFzaA"

  private func problems(_ text: String, mode: Int = 0o640) throws -> [String] {
    try Trial.problems(["readers.yaml": .whole(text)], mode: mode)
  }

  @Test("readers are read with their role, agency and password's hash")
  func readers() throws {
    let text = """
      readers:
        lan:
          role: lead
          agency: H18.101
          password: \(Self.hash)
        thanh-tra@example.org: { role: inspector }

      """
    let readers = try Trial.load(replacing: ["readers.yaml": .whole(text)]).readers
    #expect(readers["lan"]?.viewer == Viewer(name: "lan", role: .lead, agency: AgencyCode("H18.101")))
    #expect(readers["lan"]?.password?.revealed == Self.hash)
    #expect(readers["thanh-tra@example.org"]?.viewer.role == .inspector)
    #expect(readers["thanh-tra@example.org"]?.password == nil)
  }

  @Test("without the file nobody is a reader")
  func none() throws {
    #expect(try Trial.shipped().readers.isEmpty)
  }

  @Test("a mistake in the file is told with its place, and no hash is shown")
  func mistakes() throws {
    for (reader, says) in [
      ("lan: { role: boss }", "one of lead, post, inspector, administrator, found 'boss'"),
      ("lan: { role: lead }", "'agency', the agency that is led"),
      ("lan: { role: lead, agency: H18.999999 }", "an agency of agencies.csv"),
      ("lan: { role: post, agency: H18.101 }", "an agency for a lead alone"),
      ("lan: { role: post, password: hidden }", "a hash that begins with $scrypt$, found something else (not shown)"),
      ("lan: { role: post, pasword: x }", "did you mean 'password'?"),
      ("'a b': { role: post }", "a name of 1 to 64 letters"), ("lan: {}", "'role', what for"),
    ] {
      let found = try problems("readers:\n  \(reader)\n")
      #expect(found.count == 1 && found[0].hasPrefix("readers.yaml:2:") && found[0].contains(says), "\(found)")
      #expect(!found.joined().contains("hidden"))
    }
  }

  @Test("a file with hashes must not be open to all")
  func open() throws {
    let found = try problems("readers:\n  lan:\n    role: post\n    password: \(Self.hash)\n", mode: 0o644)
    #expect(found.contains { $0.hasPrefix("readers.yaml") && $0.contains("cannot read") }, "\(found)")
  }

  @Test("a proxy is one address, and its header a header's name")
  func proxy() throws {
    let address = ["DOSSIERD_WEB_TRUSTED_PROXY": "127.0.0.1"]
    let web = try Trial.shipped(address).web
    #expect(web.proxy?.address == "127.0.0.1" && web.proxy?.header == nil)
    let named = try Trial.shipped(address.merging(["DOSSIERD_WEB_USER_HEADER": "X-Remote-User"]) { $1 }).web
    #expect(named.proxy?.header == "X-Remote-User")
    for (key, value, says) in [
      ("DOSSIERD_WEB_TRUSTED_PROXY", "proxy.example.org", "an IP address"),
      ("DOSSIERD_WEB_TRUSTED_PROXY", "10.0.0.0/8", "an IP address"),
      ("DOSSIERD_WEB_USER_HEADER", "X-User", "the proxy's address beside the header"),
    ] {
      let found = try Trial.problems([:], environment: [key: value])
      #expect(found.count == 1 && found[0].contains(says), "\(found)")
    }
  }
}
