import Foundation
import Logging
import TestSupport
import Testing

@testable import Daemon

@Suite struct JournalTests {
  private func line(_ message: String, _ fields: Logger.Metadata = [:], level: Logger.Level = .notice) -> LogLine {
    LogLine(
      LogEvent(
        level: level, message: "\(message)", metadata: fields, source: nil, file: "", function: "", line: 0), [:])
  }

  private func text(_ line: LogLine) -> String { String(decoding: JournalEntry(line).bytes, as: UTF8.self) }

  @Test("an entry has the message with its fields, the priority, and each field by itself")
  func entry() {
    let fields: Logger.Metadata = ["office": "381100", "dossier": ["H18.101-260302-0001", "H18.101-260302-0002"]]
    #expect(
      text(line("parked", fields)) == """
        MESSAGE=parked (dossier: H18.101-260302-0001, dossier: H18.101-260302-0002, office: 381100)
        PRIORITY=5
        SYSLOG_IDENTIFIER=dossierd
        DOSSIER=H18.101-260302-0001
        DOSSIER=H18.101-260302-0002
        OFFICE=381100

        """)
  }

  @Test("a value of several lines goes behind its length, so that none can pretend to be another field")
  func lines() {
    let bytes = JournalEntry(line("a\nPRIORITY=0")).bytes
    let head = Array("MESSAGE\n".utf8) + [12, 0, 0, 0, 0, 0, 0, 0] + Array("a\nPRIORITY=0\n".utf8)
    #expect(bytes.starts(with: head))
  }

  @Test(
    "a field's name is one that the journal takes, and none that it goes by itself",
    arguments: [
      ("retry-in", "RETRY_IN"), ("9_lives", "LIVES"), ("_PID", "PID"), ("message_id", "DOSSIERD_MESSAGE_ID"),
      ("tỉnh", "T_NH"), ("", "DOSSIERD_"), (String(repeating: "a", count: 90), String(repeating: "A", count: 64)),
    ])
  func names(_ name: String, _ expected: String) {
    #expect(JournalEntry.fieldName(name) == expected)
  }

  @Test("a value that no datagram could take is cut off")
  func longValue() {
    #expect(JournalEntry(line(String(repeating: "x", count: 1_000_000))).bytes.count < 20_000)
  }

  @Test("levels are syslog's")
  func levels() {
    #expect(Logger.Level.allCases.map(\.priority) == [7, 7, 6, 5, 4, 3, 2])
  }

  @Test("a log line arrives at the journal's socket whole, with what the logger bears")
  func sending() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString.prefix(8))").path
    let listener = try Listener(path)
    var logger = Logger(label: "dossierd") { _ in
      DaemonLog(DatagramSocket().map { DaemonLog.Outlet.journal($0, path: path) } ?? .text)
    }
    logger[metadataKey: "agency"] = "H18.101"
    logger.debug("not this")
    logger.error("mail refused", metadata: ["cause": "550"])
    #expect(
      listener.read() == """
        MESSAGE=mail refused (agency: H18.101, cause: 550)
        PRIORITY=3
        SYSLOG_IDENTIFIER=dossierd
        AGENCY=H18.101
        CAUSE=550

        """)
  }

  @Test("a socket that is not there is said, and so is a path that is none")
  func nobody() throws {
    let socket = try #require(DatagramSocket())
    #expect(!socket.send([1], to: "/nonexistent/socket"))
    #expect(!socket.send([1], to: ""))
    #expect(!socket.send([1], to: String(repeating: "x", count: 200)))
  }
}

/// A datagram socket that is listened to.
private final class Listener {
  private let descriptor: Int32
  private let path: String

  init(_ path: String) throws {
    self.path = path
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(status == 0)
    var wait = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  func read() -> String {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
  }
}
