import Foundation
import Mail
import TestSupport

extension Sample {
  static let secret = "whsec_" + Data((0..<32).map { UInt8($0) }).base64EncodedString()
  static let otherSecret = "whsec_" + Data((32..<64).map { UInt8($0) }).base64EncodedString()

  static func webhook(
    _ sink: WebhookSink, _ scheme: String = "http", path: String = "/alerts", secrets: String = secret,
    ca: String? = nil
  ) throws -> WebhookEndpoint {
    WebhookEndpoint(
      url: try WebhookURL("\(scheme)://127.0.0.1:\(sink.port)\(path)"), secrets: try WebhookSecrets(secrets), caFile: ca
    )
  }

  static func webhookMessage(_ text: String = "Kính gửi", sent: Int64 = 1_772_414_130) -> WebhookMessage {
    WebhookMessage(id: WebhookID(stable: [text]), sentSeconds: sent, body: Array(#"{"text":"\#(text)"}"#.utf8))
  }
}

extension WebhookError {
  /// The name of the error's case.
  var kind: String {
    Mirror(reflecting: self).children.first?.label ?? "cancelled"
  }
}
