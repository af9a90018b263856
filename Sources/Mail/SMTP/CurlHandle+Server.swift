internal import CCurl

extension CurlHandle {
  /// Sets all that every mail to `server` has in common.
  func configure(for server: SMTPServer) throws(CurlFailure) {
    try set(CURLOPT_URL, server.url)
    try set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    try set(CURLOPT_UPLOAD, 1)
    // Timeouts by signal would strike any thread of the process.
    try set(CURLOPT_NOSIGNAL, 1)
    // Else the environment's all_proxy would be taken.
    try set(CURLOPT_PROXY, "")
    try set(CURLOPT_CONNECTTIMEOUT_MS, server.connectTimeout.milliseconds)
    try set(CURLOPT_TIMEOUT_MS, server.transferTimeout.milliseconds)
    if server.security != .plain { try set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
    try setTrust(verify: server.verify, caFile: server.caFile)
    if let certificate = server.certificate {
      try set(CURLOPT_SSLCERT, certificate.file)
      try set(CURLOPT_SSLKEY, certificate.key)
    }
    if let login = server.login {
      try set(CURLOPT_USERNAME, login.user)
      try set(CURLOPT_PASSWORD, login.password)
    }
  }

  /// Sets whose certificates are trusted: those of the authorities in `caFile`, or of the system's.
  func setTrust(verify: Bool, caFile: String?) throws(CurlFailure) {
    try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    try set(CURLOPT_SSL_VERIFYPEER, verify ? 1 : 0)
    try set(CURLOPT_SSL_VERIFYHOST, verify ? 2 : 0)
    guard let caFile else { return }
    try set(CURLOPT_CAINFO, caFile)
    // The system's folder of authorities would be trusted beside the file.
    try set(CURLOPT_CAPATH, nil)
  }
}

extension Duration {
  /// Whole milliseconds, at least one, at most a day.
  var milliseconds: Int {
    let (seconds, attoseconds) = min(self, .seconds(86_400)).components
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
