import Testing

@testable import Settings

@Suite("A path") struct PathTests {
  @Test(
    "in a file is seen from the file's folder",
    arguments: [
      ("config/dossierd.yaml", "registry", "config/registry"), ("dossierd.yaml", "registry", "registry"),
      ("/etc/dossierd/dossierd.yaml", "tls/ca.pem", "/etc/dossierd/tls/ca.pem"),
      ("/dossierd.yaml", "registry", "/registry"), ("config/dossierd.yaml", "/var/lib/x", "/var/lib/x"),
    ])
  func resolved(file: String, path: String, expected: String) {
    #expect(TextFile.resolve(path, in: TextFile.folder(of: file)) == expected)
  }
}

@Suite("The nearest word") struct NearestTests {
  @Test(
    "is suggested where it is near",
    arguments: [
      ("prot", "port" as String?), ("heartbeat-second", "heartbeat-seconds"), ("PORT", "port"), ("zzzzz", nil),
    ])
  func suggested(word: String, expected: String?) {
    let known = ["port", "host", "heartbeat-seconds", "uri"]
    #expect(Nearest.word(to: word, among: known) == expected)
  }
}
