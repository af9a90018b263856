/// An administrative procedure, by its code in the national database (`1.002809`).
public struct ProcedureCode: Code {
  /// A digit from 1 to 9, a point, six digits.
  public let text: String

  /// A digit, a point, six digits.
  public static let expectation = "a procedure code such as 1.004873"

  /// The procedure with this code, or nil where the bytes are of another form.
  ///
  /// A code with a place behind it (`2.000379.000.00.00.X99`) names the same procedure: the place is dropped.
  public init?(utf8 bytes: UTF8Bytes) {
    guard bytes.count >= 8, bytes[0] != UInt8(ascii: "0"), bytes[0].isDigit, bytes[1] == UInt8(ascii: "."),
      bytes[2..<8].allSatisfy(\.isDigit)
    else { return nil }
    if bytes.count > 8 {
      guard bytes[8] == UInt8(ascii: "."), AgencyCode.isValid(bytes.part(from: 9, to: bytes.count)) else { return nil }
    }
    text = bytes.part(from: 0, to: 8).text
  }
}
