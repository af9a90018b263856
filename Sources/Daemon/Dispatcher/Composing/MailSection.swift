import Dossiers
import Store

/// The parts of a mail, in the order in which they should be worked off.
enum MailSection: Int, CaseIterable, Comparable {
  /// What stands in for the dossiers behind it, or is the daemon's own matter.
  case causes
  /// Deadlines missed.
  case breaches
  /// Items lost or damaged.
  case lost
  /// Deadlines near.
  case warnings
  /// Due dates that moved.
  case changed
  /// Done, late.
  case resolved
  /// In time after all.
  case retracted
  /// No longer owed.
  case cancelled

  init(_ what: Notice.What) {
    self =
      switch what {
      case .deaf, .silentOffice, .sequenceGap, .tallyDiffers, .mailRefused, .calendarHorizon: .causes
      case .breach: .breaches
      case .lost, .damaged: .lost
      case .warning: .warnings
      case .changed: .changed
      case .resolved: .resolved
      case .retracted: .retracted
      case .cancelled: .cancelled
      }
  }

  static func < (lhs: MailSection, rhs: MailSection) -> Bool { lhs.rawValue < rhs.rawValue }

  /// The name of its list in the templates.
  var name: String { "\(self)" }

  /// What stands above it.
  var heading: Phrase {
    switch self {
    case .causes: Phrase("Nguyên nhân chung", "One cause for many")
    case .breaches: Phrase("Quá hạn", "Overdue")
    case .lost: Phrase("Thất lạc, hư hỏng", "Lost, damaged")
    case .warnings: Phrase("Sắp quá hạn", "Due soon")
    case .changed: Phrase("Đổi thời hạn", "Changed")
    case .resolved: Phrase("Đã xong, trễ hạn", "Met late")
    case .retracted: Phrase("Rút lại: thực ra đúng hạn", "Retracted: was on time")
    case .cancelled: Phrase("Không còn phải làm", "No longer owed")
    }
  }

  /// The class that gives it its colour in HTML.
  var tone: String {
    switch self {
    case .breaches, .lost: "late"
    case .causes, .warnings, .changed: "soon"
    case .resolved, .retracted, .cancelled: "well"
    }
  }
}

extension Notice {
  /// The part of the mail that it stands in.
  var section: MailSection { MailSection(what) }

  /// Whether it is told as a line about dossiers or an item, and not as a cause or a note.
  var isLine: Bool {
    guard let subject, section != .causes else { return false }
    return subject.clock != nil || subject.item != nil || !subject.dossiers.isEmpty
  }

  /// How long its deadline is missed; zero where it is not.
  func delay(at now: Instant) -> Span {
    guard what == .breach else { return .zero }
    if let missed = subject?.deadline?.delay(at: now), missed > .zero { return missed }
    return max(now.since(subject?.due ?? since), .zero)
  }
}

extension [Notice] {
  /// The notices with what to do first in front: by part; breaches by their delay, the longest first; warnings by their
  /// due instant; all else by since when it is true.
  func sortedByUrgency(at now: Instant) -> [Notice] {
    let keys = enumerated().map { index, notice in
      let place = notice.what == .breach ? notice.delay(at: now).microseconds : 0
      let time = notice.what == .warning ? notice.subject?.due ?? notice.since : notice.since
      return (section: notice.section.rawValue, lateness: -place, time: time.microseconds, id: notice.id, index: index)
    }
    let sorted = keys.sorted {
      ($0.section, $0.lateness, $0.time, $0.id) < ($1.section, $1.lateness, $1.time, $1.id)
    }
    return sorted.map { self[$0.index] }
  }
}
