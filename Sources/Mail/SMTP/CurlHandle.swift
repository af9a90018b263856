internal import CCurl
import Dispatch

/// An easy handle of libcurl, with the connection that it keeps open from one mail to the next.
struct CurlHandle: ~Copyable {
  let handle: UnsafeMutableRawPointer
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

  /// A new handle.
  /// - Throws: `MailError.unreachable` where libcurl gives none.
  init(server: String) throws(MailError) {
    guard CurlHandle.isReady, let handle = curl_easy_init() else {
      throw .unreachable(server: server, reason: "libcurl could not start, probably for want of memory")
    }
    self.handle = handle
  }

  deinit {
    // Its QUIT may wait two minutes for a wedged server: not on a thread that tasks need. Nobody else holds the handle
    // any more, so handing it on is safe.
    nonisolated(unsafe) let handle = handle
    DispatchQueue.global().async { curl_easy_cleanup(handle) }
  }

  func set(_ option: CURLoption, _ value: Int) throws(CurlFailure) {
    try CurlFailure.check(ccurl_set_long(handle, option, value))
  }

  func set(_ option: CURLoption, _ value: String?) throws(CurlFailure) {
    try CurlFailure.check(ccurl_set_string(handle, option, value))
  }

  /// Sends one mail from `sender` to `recipient`; returns once it is taken, refused or given up.
  func perform(_ transfer: Transfer, from sender: String, to recipient: String) throws(CurlFailure) {
    let recipients = curl_slist_append(nil, recipient)
    defer { curl_slist_free_all(recipients) }
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    try set(CURLOPT_MAIL_FROM, sender)
    try CurlFailure.check(ccurl_set_list(handle, CURLOPT_MAIL_RCPT, recipients))
    try CurlFailure.check(ccurl_set_offset(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(transfer.size)))
    try CurlFailure.check(ccurl_set_read(handle, Transfer.read, context))
    try CurlFailure.check(ccurl_set_header(handle, Transfer.header, context))
    try CurlFailure.check(ccurl_set_progress(handle, Transfer.progress, nil))
    let code = withExtendedLifetime(transfer) { performExplained() }
    // The handle outlives the transfer and the list: nothing in it may point to them any more.
    _ = ccurl_set_read(handle, Transfer.read, nil)
    _ = ccurl_set_header(handle, Transfer.header, nil)
    _ = ccurl_set_list(handle, CURLOPT_MAIL_RCPT, nil)
    if let failure = code { throw failure }
  }

  /// The code of the server's last reply in the last transfer, 0 where it gave none.
  var lastCode: Int { number(CURLINFO_RESPONSE_CODE) }

  /// Whether the last transfer went over a connection of an earlier one.
  var wasReused: Bool { number(CURLINFO_NUM_CONNECTS) == 0 }

  /// A number that libcurl knows of the last transfer, 0 where it knows none.
  func number(_ info: CURLINFO) -> Int {
    var value = 0
    return ccurl_get_long(handle, info, &value) == CURLE_OK ? value : 0
  }

  /// Performs what is set, and says in libcurl's words what failed.
  func performExplained() -> CurlFailure? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CURL_ERROR_SIZE)) { buffer in
      buffer.initialize(repeating: 0)
      _ = ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, buffer.baseAddress)
      defer { _ = ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, nil) }
      let code = curl_easy_perform(handle)
      guard code != CURLE_OK else { return nil }
      let detail = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return CurlFailure(code: code, detail: detail)
    }
  }
}
