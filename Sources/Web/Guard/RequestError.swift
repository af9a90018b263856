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
  /// The text in the address is no item.
  case badItem(String)
  /// The text in the address is no agency's code.
  case badAgency(String)
  /// The text in the address is no day.
  case badDate(String)
  /// What was known at the end of a day is asked for before that end.
  case dayNotOver(LocalDate)
  /// The text in the address is no period.
  case badPeriod(String)
  /// The text in the address is no post office's code.
  case badOffice(String)
  /// Nothing is known of that item.
  case unknownItem(ItemID)
  /// What was searched for is neither a dossier's code nor an item.
  case badSearch(String)
  /// Nobody is known who looks.
  case loginNeeded
  /// Whoever looks may not look at this, or not do this.
  case notAllowed
  /// The proxy's header names nobody, or this machine is called by a foreign name.
  case notKnown
  /// A form that was not given out to whoever posts it.
  case foreignForm
  /// A form that cannot be read.
  case badForm
  /// A form that is too long.
  case longForm
  /// A mail's link that gives no right.
  case badLink(LinkRefusal)
  /// Too much of one kind was asked.
  case tooMany
  /// Too much of all kinds was asked from one address.
  case tooFast
  /// The store does not answer.
  case storeFailed
  /// A mistake of this program.
  case broken

  var status: HTTPResponse.Status {
    switch self {
    case .noSuchPage, .unknownDossier, .unknownItem: .notFound
    case .badCode, .badItem, .badAgency, .badDate, .dayNotOver, .badPeriod, .badOffice, .badSearch, .badForm:
      .badRequest
    case .loginNeeded: .unauthorized
    case .notAllowed, .notKnown, .foreignForm, .badLink: .forbidden
    case .tooMany, .tooFast: .tooManyRequests
    case .notReading: .methodNotAllowed
    case .longAddress: .uriTooLong
    case .body, .longForm: .contentTooLarge
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
    case .badItem: Phrase("Số hiệu bưu gửi không hợp lệ", "Not an item's identifier")
    case .badAgency: Phrase("Mã cơ quan không hợp lệ", "Not an agency's code")
    case .badDate: Phrase("Ngày không hợp lệ", "Not a day")
    case .dayNotOver: Phrase("Ngày chưa hết", "Not over yet")
    case .badPeriod: Phrase("Kỳ không hợp lệ", "Not a period")
    case .badOffice: Phrase("Mã bưu cục không hợp lệ", "Not a post office's code")
    case .unknownItem: Phrase("Không tìm thấy bưu gửi", "Item not found")
    case .badSearch: Phrase("Không hiểu nội dung tìm", "Not understood")
    case .loginNeeded: Phrase("Cần đăng nhập", "Log in first")
    case .notAllowed: Phrase("Không có quyền", "Not allowed")
    case .notKnown: Phrase("Không rõ ai đang xem", "Nobody known")
    case .foreignForm: Phrase("Biểu mẫu đã hết hiệu lực", "The form is no longer good")
    case .badLink: Phrase("Liên kết không dùng được", "The link is not good")
    case .badForm: Phrase("Không đọc được biểu mẫu", "The form cannot be read")
    case .longForm: Phrase("Biểu mẫu quá dài", "The form is too long")
    case .tooMany: Phrase("Quá nhiều lần", "Too many requests")
    case .tooFast: Phrase("Quá nhiều yêu cầu", "Too many requests")
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
        "Mã hồ sơ có dạng X99.101-260302-0001 hoặc 000.00.18.X99-200928-0001; đã nhận “\(text.prefix(80))”.",
        "Expected \(DossierCode.expectation); found “\(text.prefix(80))”.")
    case .unknownDossier(let code):
      Phrase(
        "Chưa có sự kiện nào về hồ sơ \(code). Hãy kiểm tra lại mã, hoặc đợi bưu cục quét bưu gửi.",
        "Nothing was heard of dossier \(code) yet. Check the code, or wait for its first scan.")
    case .badItem(let text):
      Phrase(
        "Số hiệu bưu gửi có dạng EA123456785VN, với số kiểm tra đúng; đã nhận “\(text.prefix(80))”.",
        "Expected \(ItemID.expectation); found “\(text.prefix(80))”.")
    case .badAgency(let text):
      Phrase(
        "Mã cơ quan có dạng X99.101; đã nhận “\(text.prefix(80))”.",
        "Expected \(AgencyCode.expectation); found “\(text.prefix(80))”.")
    case .badDate(let text):
      Phrase(
        "Ngày có dạng 2026-10-31; đã nhận “\(text.prefix(80))”.",
        "Expected a day such as 2026-10-31; found “\(text.prefix(80))”.")
    case .dayNotOver(let day):
      Phrase(
        "Ngày \(day.vietnamese) chưa hết: hãy chọn một ngày trước đó, hoặc để trống để xem số liệu theo những gì nay được biết.",
        "\(day) is not over: choose a day before, or none for the figures as known now.")
    case .badPeriod(let text):
      Phrase(
        "Kỳ có dạng 2026-10, 2026-Q3, 2026-H1 hoặc 2026; đã nhận “\(text.prefix(80))”.",
        "Expected a period such as 2026-10, 2026-Q3, 2026-H1 or 2026; found “\(text.prefix(80))”.")
    case .badOffice(let text):
      Phrase(
        "Mã bưu cục có dạng 990000; đã nhận “\(text.prefix(80))”.",
        "Expected \(OfficeCode.expectation); found “\(text.prefix(80))”.")
    case .unknownItem(let item):
      Phrase(
        "Chưa có lần quét nào của bưu gửi \(item). Hãy kiểm tra lại số hiệu.",
        "Nothing was heard of item \(item) yet. Check the identifier.")
    case .badSearch(let text):
      Phrase(
        "Hãy nhập mã hồ sơ (X99.101-260302-0001) hoặc số hiệu bưu gửi (EA123456785VN); đã nhận “\(text.prefix(80))”.",
        "Expected a dossier code (X99.101-260302-0001) or an item (EA123456785VN); found “\(text.prefix(80))”.")
    case .loginNeeded:
      Phrase("Hãy đăng nhập để xem trang này.", "Log in to see this page.")
    case .notAllowed:
      Phrase(
        "Vai trò của quý vị không cho phép việc này. Hãy hỏi người quản trị.",
        "Your role does not allow this. Ask the administrator.")
    case .notKnown:
      Phrase(
        "Máy chủ ủy quyền không nêu tên ai có trong readers.yaml, hoặc trang được gọi bằng tên máy khác.",
        "The proxy names nobody of readers.yaml, or the page was called by another host's name.")
    case .foreignForm:
      Phrase(
        "Hãy mở lại trang có biểu mẫu và gửi lần nữa. Không có gì bị thay đổi.",
        "Open the page of the form again and send it once more. Nothing was changed.")
    case .badLink(.notOurs):
      Phrase(
        "Hãy chép đủ cả liên kết trong thư mới nhất.", "Copy all of the link from the newest mail.")
    case .badLink(.expired(let instant)):
      Phrase(
        "Liên kết đã hết hạn lúc \(Moment(instant, .vi).human). Hãy mở liên kết trong thư mới nhất.",
        "The link was good until \(Moment(instant, .en).human). Open it from the newest mail.")
    case .badForm:
      Phrase("Hãy mở lại trang và gửi lần nữa.", "Open the page again and send it once more.")
    case .longForm:
      Phrase(
        "Biểu mẫu không được dài quá \(Form.longest) byte.", "A form has at most \(Form.longest) bytes.")
    case .tooMany:
      Phrase("Hãy đợi vài phút rồi thử lại.", "Wait a few minutes, then try again.")
    case .tooFast:
      Phrase(
        "Đã nhận quá nhiều yêu cầu từ địa chỉ mạng này. Hãy đợi \(Turnstile.wait) giây rồi thử lại.",
        "Too many requests came from this network address. Wait \(Turnstile.wait) seconds, then try again.")
    case .notReading:
      Phrase("Máy chủ này chỉ nhận GET và HEAD.", "This server takes GET and HEAD only.")
    case .longAddress:
      Phrase(
        "Địa chỉ không được dài quá \(Bounds.longestAddress) ký tự.",
        "An address has at most \(Bounds.longestAddress) characters.")
    case .body:
      Phrase("Hãy gửi lại yêu cầu không kèm nội dung.", "Send the request again without a body.")
    case .storeFailed:
      Phrase("Hãy thử lại sau; /readyz cho biết lý do.", "Try again later; /readyz says what is wrong.")
    case .broken:
      Phrase("Hãy báo cho người vận hành; nhật ký ghi lý do.", "Tell the operator; the log says why.")
    }
  }
}
