import Dossiers
import Foundation
import Logging
import ServiceLifecycle
import Store

/// Does what operators ask over the local socket: the daemon alone writes the database while it runs.
struct ControlServer: Service {
  let path: String
  let isShared: Bool
  let store: any DossierStore
  let reader: Shared<Reader>
  let routing: Shared<Routing>
  let status: @Sendable () async -> DaemonStatus
  let bell: Bell
  let clock: any WallClock
  let logger: Logger

  func run() async throws {
    let listener = try LocalSocket.listen(at: path, isShared: isShared)
    let (calls, continuation) = AsyncStream<Int32>.makeStream(bufferingPolicy: .bufferingOldest(16))
    // The thread ends when the listener is shut down below.
    Thread.detachNewThread {
      while true {
        let call = accept(listener, nil, nil)
        if call < 0, errno == EINTR || errno == ECONNABORTED { continue }
        guard call >= 0 else { break }
        if case .dropped = continuation.yield(call) { close(call) }
      }
      close(listener)
      continuation.finish()
    }
    await withGracefulShutdownHandler {
      for await call in calls {
        await answer(call)
        close(call)
      }
    } onGracefulShutdown: {
      shutdown(listener, Int32(SHUT_RDWR))
    }
    unlink(path)
  }

  private func answer(_ call: Int32) async {
    let peer = LocalSocket.peer(of: call)
    let line = await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: LocalSocket.readLine(call)) }
    }
    let request = line.flatMap { try? JSONDecoder().decode(ControlRequest.self, from: Data($0)) }
    guard let request else {
      return reply(ControlReply(isDone: false, message: "the request was not understood"), to: call)
    }
    if case .status = request {
      return reply(ControlReply(isDone: true, message: "", status: await status()), to: call)
    }
    guard let peer else {
      return reply(ControlReply(isDone: false, message: "the kernel does not say who asks"), to: call)
    }
    let login = Login.name(of: peer)
    do {
      let desk = ControlDesk(
        store: store, reader: reader.value, longestSilence: routing.value.longestSilence, login: login)
      let answer = try await desk.handle(request, at: clock.now)
      log(request, answer, by: login)
      reply(answer, to: call)
      bell.ring()
    } catch {
      let answer = ControlReply(isDone: false, message: "\(error)")
      log(request, answer, by: login)
      reply(answer, to: call)
    }
  }

  private func log(_ request: ControlRequest, _ answer: ControlReply, by login: String) {
    var fields: Logger.Metadata = [
      "request": "\(request.name)", "login": "\(login)", "done": "\(answer.isDone)", "answer": "\(answer.message)",
      "event": .array(answer.told.map { .string($0) }),
    ]
    if let why = request.why { fields["cause"] = "\(why)" }
    logger.notice("asked over the local socket", metadata: fields)
  }

  private func reply(_ reply: ControlReply, to call: Int32) {
    guard let bytes = try? JSONEncoder().encode(reply) else { return }
    LocalSocket.write(Array(bytes) + [UInt8(ascii: "\n")], to: call)
  }
}
