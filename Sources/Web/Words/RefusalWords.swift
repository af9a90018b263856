import Dossiers

extension Refusal.Reason {
  var words: Phrase {
    switch self {
    case .unreadable: Phrase("Không đọc được", "Unreadable")
    case .contract: Phrase("Sai quy ước dữ liệu", "Against the contract")
    case .unknownType: Phrase("Loại sự kiện không rõ", "Unknown type")
    case .contentType: Phrase("Sai kiểu nội dung", "Wrong content type")
    case .unknownOffice: Phrase("Bưu cục không rõ", "Unknown office")
    case .unknownAgency: Phrase("Cơ quan không rõ", "Unknown agency")
    case .unknownDistrict: Phrase("Địa bàn không rõ", "Unknown district")
    case .unknownProcedure: Phrase("Thủ tục không rõ", "Unknown procedure")
    case .early: Phrase("Thời điểm ở tương lai", "Ahead of its time")
    case .stale: Phrase("Quá cũ", "Too old")
    case .notVouched: Phrase("Không rõ người gửi", "Sender not vouched for")
    case .notAllowed: Phrase("Không được phép", "Not allowed")
    case .identityReused: Phrase("Trùng số với sự kiện khác", "Identity used twice")
    case .deadLetter: Phrase("Không giao được nhiều lần", "Dead letter")
    case .crashed: Phrase("Làm dừng chương trình", "Ended the program")
    }
  }
}
