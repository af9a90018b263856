import Dossiers
import Foundation
import Logging
import ServiceLifecycle
import Store

/// Does what operators ask over the local socket: the daemon alone writes the database while it runs.
struct ControlServer: Service {
  let path: String
  let store: any DossierStore
  let reader: Shared<Reader>
  let routing: Shared<Routing>
  let bell: Bell
  let clock: any WallClock
  let logger: Logger

  func run() async throws {
    let listener = try LocalSocket.listen(at: path)
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
    guard let peer else {
      return reply(ControlReply(isDone: false, message: "the kernel does not say who asks"), to: call)
    }
    let login = Login.name(of: peer)
    logger.notice("asked over the local socket", metadata: ["request": "\(request.name)", "login": "\(login)"])
    do {
      let desk = ControlDesk(
        store: store, reader: reader.value, longestSilence: routing.value.longestSilence, login: login)
      reply(try await desk.handle(request, at: clock.now), to: call)
      bell.ring()
    } catch {
      reply(ControlReply(isDone: false, message: "\(error)"), to: call)
    }
  }

  private func reply(_ reply: ControlReply, to call: Int32) {
    guard let bytes = try? JSONEncoder().encode(reply) else { return }
    LocalSocket.write(Array(bytes) + [UInt8(ascii: "\n")], to: call)
  }
}
