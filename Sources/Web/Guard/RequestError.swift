import Dossiers
import Hummingbird

/// Why a request is not answered with what it asks for.
enum RequestError: Error {
  /// There is nothing under that path.
  case noSuchPage
  /// The text in the address is no dossier code.
  case badCode(String)
  /// Nothing is known of that dossier.
  case unknownDossier(DossierCode)
  /// Something else than reading.
  case notReading
  /// The address is longer than any page's.
  case longAddress
  /// The request carries a body.
  case body
  /// The store does not answer.
  case storeFailed
  /// A mistake of this program.
  case broken

  var status: HTTPResponse.Status {
    switch self {
    case .noSuchPage, .unknownDossier: .notFound
    case .badCode: .badRequest
    case .notReading: .methodNotAllowed
    case .longAddress: .uriTooLong
    case .body: .contentTooLarge
    case .storeFailed: .serviceUnavailable
    case .broken: .internalServerError
    }
  }

  /// What is wrong, in a few words.
  var title: Phrase {
    switch self {
    case .noSuchPage: Phrase("Không có trang này", "No such page")
    case .badCode: Phrase("Mã hồ sơ không hợp lệ", "Not a dossier code")
    case .unknownDossier: Phrase("Không tìm thấy hồ sơ", "Dossier not found")
    case .notReading: Phrase("Chỉ được xem", "Reading only")
    case .longAddress: Phrase("Địa chỉ quá dài", "Address too long")
    case .body: Phrase("Yêu cầu không được có nội dung", "Request with a body")
    case .storeFailed: Phrase("Chưa đọc được dữ liệu", "The data cannot be read")
    case .broken: Phrase("Lỗi của hệ thống", "Internal error")
    }
  }

  /// What was expected, what was found, and what to do.
  var detail: Phrase {
    switch self {
    case .noSuchPage:
      Phrase("Hãy bắt đầu lại từ trang tổng quan.", "Start again from the overview.")
    case .badCode(let text):
      Phrase(
        "Mã hồ sơ có dạng H18.101-260302-0001 hoặc 000.00.18.H18-200928-0001; đã nhận “\(text.prefix(80))”.",
        "Expected \(DossierCode.expectation); found “\(text.prefix(80))”.")
    case .unknownDossier(let code):
      Phrase(
        "Chưa có sự kiện nào về hồ sơ \(code). Hãy kiểm tra lại mã, hoặc đợi bưu cục quét bưu gửi.",
        "Nothing was heard of dossier \(code) yet. Check the code, or wait for its first scan.")
    case .notReading:
      Phrase("Máy chủ này chỉ nhận GET và HEAD.", "This server takes GET and HEAD only.")
    case .longAddress:
      Phrase(
        "Địa chỉ không được dài quá \(ReadOnly.longestAddress) ký tự.",
        "An address has at most \(ReadOnly.longestAddress) characters.")
    case .body:
      Phrase("Hãy gửi lại yêu cầu không kèm nội dung.", "Send the request again without a body.")
    case .storeFailed:
      Phrase("Hãy thử lại sau; /readyz cho biết lý do.", "Try again later; /readyz says what is wrong.")
    case .broken:
      Phrase("Hãy báo cho người vận hành; nhật ký ghi lý do.", "Tell the operator; the log says why.")
    }
  }
}
