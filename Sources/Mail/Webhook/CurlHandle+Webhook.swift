internal import CCurl

extension CurlHandle {
  /// Posts `message` to `webhook`; returns once it is answered or given up.
  ///
  /// What was set for an earlier request is forgotten; its connection is kept.
  func post(
    _ message: WebhookMessage, to webhook: WebhookEndpoint, as agent: String, within limits: WebhookLimits,
    _ exchange: WebhookExchange
  ) throws(CurlFailure) {
    curl_easy_reset(handle)
    let headers = try CurlList(message.headers(signedBy: webhook.secrets))
    try set(CURLOPT_URL, webhook.url.text)
    try set(CURLOPT_PROTOCOLS_STR, "http,https")
    try set(CURLOPT_FOLLOWLOCATION, 0)
    try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
    try set(CURLOPT_USERAGENT, agent)
    // Timeouts by signal would strike any thread of the process.
    try set(CURLOPT_NOSIGNAL, 1)
    // Else the environment's https_proxy would be taken.
    try set(CURLOPT_PROXY, "")
    try set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds)
    try set(CURLOPT_TIMEOUT_MS, limits.whole.milliseconds)
    try setTrust(verify: true, caFile: webhook.caFile)
    try CurlFailure.check(ccurl_set_list(handle, CURLOPT_HTTPHEADER, headers.first))
    try setBody(message.body)
    let context = Unmanaged.passUnretained(exchange).toOpaque()
    try CurlFailure.check(ccurl_set_write(handle, WebhookExchange.body, context))
    try CurlFailure.check(ccurl_set_header(handle, WebhookExchange.header, context))
    try CurlFailure.check(ccurl_set_progress(handle, Transfer.progress, nil))
    let failure = withExtendedLifetime(exchange) { performExplained() }
    // The handle outlives the exchange and the list: nothing in it may point to them any more.
    _ = ccurl_set_write(handle, WebhookExchange.body, nil)
    _ = ccurl_set_header(handle, WebhookExchange.header, nil)
    _ = ccurl_set_list(handle, CURLOPT_HTTPHEADER, nil)
    if let failure { throw failure }
  }

  /// Whether any of the last request was sent.
  var hasSent: Bool { number(CURLINFO_REQUEST_SIZE) > 0 }

  /// How long the receiver asked to be left alone, in seconds or by a date; nil where it did not.
  var retryAfter: Duration? {
    var seconds: curl_off_t = 0
    guard ccurl_get_offset(handle, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK, seconds > 0 else { return nil }
    return .seconds(Int(clamping: seconds))
  }

  private func setBody(_ body: [UInt8]) throws(CurlFailure) {
    try CurlFailure.check(ccurl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
    let code = body.withUnsafeBytes { bytes in
      ccurl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    }
    try CurlFailure.check(code)
  }
}

/// A list of libcurl's.
private struct CurlList: ~Copyable {
  private(set) var first: UnsafeMutablePointer<curl_slist>?

  init(_ lines: [String]) throws(CurlFailure) {
    for line in lines {
      guard let longer = curl_slist_append(first, line) else {
        curl_slist_free_all(first)
        throw CurlFailure(code: CURLE_OUT_OF_MEMORY)
      }
      first = longer
    }
  }

  deinit { curl_slist_free_all(first) }
}
