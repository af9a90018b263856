internal import CCurl

/// A code of libcurl that is not success, with its words.
struct CurlFailure: Error {
  let code: CURLcode
  let reason: String

  /// `code`, explained by `detail` where libcurl gave any.
  init(code: CURLcode, detail: String = "") {
    self.code = code
    reason = (detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail).printable
  }

  /// Whether the way to TLS failed, or its certificates were not trusted.
  var isTLS: Bool {
    switch code {
    case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      true
    default: false
    }
  }

  static func check(_ code: CURLcode) throws(CurlFailure) {
    if code != CURLE_OK { throw CurlFailure(code: code) }
  }
}
