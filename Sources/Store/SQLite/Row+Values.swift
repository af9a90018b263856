import Dossiers
import Foundation
import GRDB

extension Row {
  func bytes(_ column: String) -> [UInt8] {
    let data: Data = self[column]
    return Array(data)
  }

  func instant(_ column: String) -> Instant? {
    let microseconds: Int64? = self[column]
    return microseconds.map { Instant(microseconds: $0) }
  }

  func agency(_ column: String) -> AgencyCode? {
    let text: String? = self[column]
    return text.flatMap { AgencyCode($0) }
  }
}
