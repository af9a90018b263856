import Foundation

/// The name of a user of this machine.
enum Login {
  /// The login of the user with this number; `uid-NUMBER` where it has none that an event's source can hold.
  static func name(of uid: UInt32) -> String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 4096)
    guard getpwuid_r(uid, &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.pw_name else {
      return "uid-\(uid)"
    }
    let text = String(cString: name)
    let isPlain = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || [45, 46, 95].contains(byte)
    }
    return isPlain && (1...64).contains(text.utf8.count) ? text : "uid-\(uid)"
  }
}
