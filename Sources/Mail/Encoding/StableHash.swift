/// A hash that is the same in every process and on every machine: FNV-1a of 128 bits.
///
/// It tells contents apart and proves nothing about who wrote them.
enum StableHash {
  private static let basis: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b

  /// The hash of `parts` as 32 hexadecimal digits; `["ab", "c"]` and `["a", "bc"]` differ.
  static func hex(_ parts: [String]) -> String {
    var hash = basis
    for part in parts {
      for byte in "\(part.utf8.count):\(part)".utf8 { hash = (hash ^ UInt128(byte)) &* prime }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
