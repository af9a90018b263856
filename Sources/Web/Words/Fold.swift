import Foundation

/// Text as it is searched for: without marks and case, so that a phone's keyboard finds Vietnamese names.
enum Fold {
  static func folded(_ text: String) -> String {
    text.prefix(200).folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .replacing("đ", with: "d").trimmingCharacters(in: .whitespaces)
  }
}
