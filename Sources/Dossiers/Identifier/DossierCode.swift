/// A dossier, by the code that its agency gave it on receipt.
///
/// Agency, day of receipt as yymmdd, number of the day: `000.00.18.X99-200928-0001` (Circular 01/2018/TT-VPCP art. 19)
/// or, with the agency in the form of 2020, `X99.12-230405-0007`.
public struct DossierCode: Code {
  /// The code as written.
  public let text: String

  /// Agency, day, number.
  public static let expectation = "a dossier code such as X99.101-260302-0001 or 000.00.18.X99-200928-0001"

  /// The dossier with this code, or nil where the bytes are of another form; 64 characters at most.
  public init?(utf8 bytes: UTF8Bytes) {
    guard bytes.count <= 64, let (agency, rest) = bytes.cut(at: UInt8(ascii: "-")), AgencyCode.isValid(agency),
      let (day, number) = rest.cut(at: UInt8(ascii: "-")), day.count == 6, day.allSatisfy(\.isDigit),
      number.count >= 4, number.allSatisfy(\.isDigit)
    else { return nil }
    text = bytes.text
  }

  /// The agency that gave the code.
  public var agency: AgencyCode? { text.firstIndex(of: "-").flatMap { AgencyCode(String(text[..<$0])) } }
}
