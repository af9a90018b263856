import Crypto
import Dossiers
import Foundation
import Synchronization

/// Who is logged in. It lives in memory alone: a restart logs everybody out.
final class Sessions: Sendable {
  private struct Session {
    let name: String
    let hash: PasswordHash
    let began: Instant
    var seen: Instant
  }

  private let idle: Span
  private let longest: Span
  private let most: Int
  private let ofOne: Int
  private let sessions = Mutex<[SHA256Digest: Session]>([:])

  init(idle: Span, longest: Span, most: Int = 10_000, ofOne: Int = 20) {
    self.idle = idle
    self.longest = longest
    self.most = most
    self.ofOne = ofOne
  }

  /// Begins a session of `name`, who gave the password of `hash`, and returns its id, which is kept nowhere.
  func begin(_ name: String, _ hash: PasswordHash, at now: Instant) -> String {
    let id = Chance.text()
    sessions.withLock { sessions in
      sessions = sessions.filter { isGood($0.value, now) }
      while let oldest = oldest(of: name, in: sessions) { sessions[oldest] = nil }
      sessions[key(id)] = Session(name: name, hash: hash, began: now, seen: now)
    }
    return id
  }

  /// The name in whose session `id` is, and the hash of the password that was given; `isActive` where somebody asks, and
  /// not a page that refreshes itself.
  func find(_ id: String, isActive: Bool, at now: Instant) -> (name: String, hash: PasswordHash)? {
    sessions.withLock { sessions in
      let key = key(id)
      guard var session = sessions[key] else { return nil }
      guard isGood(session, now) else {
        sessions[key] = nil
        return nil
      }
      if isActive {
        session.seen = max(session.seen, now)
        sessions[key] = session
      }
      return (session.name, session.hash)
    }
  }

  /// Ends a session.
  func end(_ id: String) { sessions.withLock { $0[key(id)] = nil } }

  private func isGood(_ session: Session, _ now: Instant) -> Bool {
    now.since(session.seen) < idle && now.since(session.began) < longest
  }

  /// The session that must make room for a new one of `name`.
  private func oldest(of name: String, in sessions: [SHA256Digest: Session]) -> SHA256Digest? {
    let own = sessions.filter { $0.value.name == name }
    let crowd = own.count >= ofOne ? own : sessions.count >= most ? sessions : [:]
    return crowd.min { $0.value.seen < $1.value.seen }?.key
  }

  /// Looked up by a digest, so that the time of the search tells nothing of an id.
  private func key(_ id: String) -> SHA256Digest { SHA256.hash(data: Array(id.utf8)) }
}

/// What nobody can guess.
enum Chance {
  /// 256 bits by chance, in hexadecimal.
  static func text() -> String {
    var chance = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let word = String(chance.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - word.utf8.count) + word
    }.joined()
  }
}
