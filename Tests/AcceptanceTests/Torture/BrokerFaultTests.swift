import Foundation
import TestSupport
import Testing

extension Torture {
  /// The broker fails, or is set against the daemon.
  struct BrokerFaultTests {
    /// One for all: none of them minds what another did to it.
    private static let spare = Task { try await PrivateBroker.start() }

    @Test("a broker that is killed and comes back is found again, with all that it had confirmed")
    func killed() async throws {
      let broker = try await Self.spare.value
      let ordeal = try await Ordeal("broker killed and restarted", broker: broker)
      // RabbitMQ 3.10 writes the names of new quorum queues down after minutes, and makes such a one anew, empty and without
      // a leader, when it was killed before: this one is to be as old as any in service.
      try await broker.control("eval", "[dets:sync(Table) || Table <- dets:all()].")
      try await ordeal.undergo(Times(1, 10, 50), within: .seconds(2)) { ordeal in
        let publishing = try ordeal.telling(300)
        try await ordeal.wait(upTo: 100)
        try await broker.kill()
        try await broker.restart()
        try ordeal.isMended()
        try await publishing.value
      }
      try await ordeal.judge()
    }

    @Test("a queue that is deleted is missed in words, and read again once it is made anew")
    func queueDeleted() async throws {
      let ordeal = try await Ordeal("queue deleted and made again")
      try await ordeal.undergo(Times(1, 5), within: .seconds(5)) { ordeal in
        // What the queue held would be gone with it, by nobody's fault but the administrator's. And a daemon that has just
        // begun declares it as it should be, to hear in what it differs: that would make it anew, and unbound.
        try await ordeal.commitsAll()
        try await ordeal.daemon.waitForLog("listening to the queue")
        let before = ordeal.daemon.lines(with: "dossierctl topology apply")
        try await ProcessRunner.succeed(
          "amqp-delete-queue",
          ["--url", ordeal.trial.broker.uri, "-q", ordeal.trial.environment["DOSSIERD_BROKER_QUEUE"] ?? ""])
        try await ordeal.daemon.waitForMoreLines(than: before, with: "dossierctl topology apply")
        try await ordeal.trial.control("topology", "apply")
        try ordeal.isMended()
      }
      try await ordeal.judge()
    }

    @Test("a consumer that the broker ends subscribes again")
    func consumerCancelled() async throws {
      let broker = try await Self.spare.value
      let ordeal = try await Ordeal("consumer cancelled", broker: broker)
      let queue = ordeal.trial.environment["DOSSIERD_BROKER_QUEUE"] ?? ""
      try await ordeal.undergo(Times(2, 5), within: .seconds(2)) { ordeal in
        let before = ordeal.daemon.lines(with: "ended the consumer")
        let publishing = try ordeal.telling(200)
        // As a queue without a leader would have it: a frame on the daemon's channel.
        try await broker.control(
          "eval",
          """
          [begin Channel = element(2, element(4, sys:get_state(Pid))), rabbit_writer:send_command(element(6, Channel), \
          {'basic.cancel', <<"\(queue)">>, true}) end || Pid <- rabbit_channel:list_local()].
          """)
        try ordeal.isMended()
        try await ordeal.daemon.waitForMoreLines(than: before, with: "ended the consumer")
        try await publishing.value
      }
      try await ordeal.judge()
    }

    @Test("a connection that an administrator closes is made anew")
    func connectionClosed() async throws {
      let broker = try await Self.spare.value
      let ordeal = try await Ordeal("connection closed by the broker", broker: broker)
      try await ordeal.undergo(Times(2, 5), within: .seconds(2)) { ordeal in
        let before = ordeal.daemon.lines(with: "An administrator closed it")
        let publishing = try ordeal.telling(200)
        try await ordeal.wait(upTo: 50)
        try await broker.control("close_all_connections", "torture")
        try ordeal.isMended()
        try await ordeal.daemon.waitForMoreLines(than: before, with: "An administrator closed it")
        try await publishing.value
      }
      try await ordeal.judge()
    }

    @Test("a channel that is closed as a delivery was held too long is opened anew, and what was committed counts once")
    func consumerTimeout() async throws {
      let broker = try await Self.spare.value
      let ask = "application:set_env(rabbit, consumer_timeout, "
      try await broker.control("eval", ask + "1000), application:set_env(rabbit, channel_tick_interval, 500).")
      let ordeal = try await Ordeal("channel closed by consumer timeout (406)", broker: broker)
      try await ordeal.undergo(Times(1, 5), within: .seconds(2)) { ordeal in
        let before = ordeal.daemon.lines(with: "406")
        let writer = try ForeignWriter(ordeal.trial.database)
        let publishing = try ordeal.telling(100)
        try await ordeal.daemon.waitForMoreLines(than: before, with: "406")
        try writer.end()
        try ordeal.isMended()
        try await publishing.value
      }
      try await broker.control(
        "eval", ask + "1800000), application:set_env(rabbit, channel_tick_interval, 60000).")
      try await ordeal.judge()
    }

    @Test("permissions that are taken away are asked for in words, and used as soon as they are back")
    func permissionsTaken() async throws {
      let broker = try await Self.spare.value
      try await broker.control("add_user", "clerk", "clerk")
      try await broker.control("set_permissions", "clerk", ".*", ".*", ".*")
      let ordeal = try await Ordeal(
        "permissions taken away", broker: broker, declares: false,
        settings: ["DOSSIERD_BROKER_URI": broker.uri.replacing("guest:guest", with: "clerk:clerk")])
      try await ordeal.undergo(Times(1, 5), within: .seconds(10)) { ordeal in
        let before = ordeal.daemon.lines(with: "rabbitmqctl set_permissions")
        try await broker.control("set_permissions", "clerk", "^$", "^$", "^$")
        try await broker.control("close_all_connections", "torture")
        try await ordeal.daemon.waitForMoreLines(than: before, with: "rabbitmqctl set_permissions")
        try await broker.control("set_permissions", "clerk", ".*", ".*", ".*")
        try ordeal.isMended()
      }
      try await ordeal.judge()
      try await broker.control("delete_user", "clerk")
    }

    @Test("a vhost that is gone is asked for in words, and used again once it is made anew")
    func vhostGone() async throws {
      let broker = try await Self.spare.value
      func make() async throws {
        try await broker.control("add_vhost", "province")
        try await broker.control("set_permissions", "-p", "province", "guest", ".*", ".*", ".*")
      }
      try await make()
      let ordeal = try await Ordeal(
        "vhost gone", broker: broker, declares: false,
        settings: ["DOSSIERD_BROKER_URI": broker.uri + "/province"])
      try await ordeal.undergo(Times(1, 5), within: .seconds(10)) { ordeal in
        try await ordeal.commitsAll()
        let before = ordeal.daemon.lines(with: "that the vhost exists")
        try await broker.control("delete_vhost", "province")
        try await ordeal.daemon.waitForMoreLines(than: before, with: "that the vhost exists")
        try await make()
        try await ordeal.trial.control("topology", "apply")
        try ordeal.isMended()
      }
      try await ordeal.judge()
    }

    /// A resource that the broker runs out of, and how that is brought about and mended.
    struct Alarm: Sendable, CustomTestStringConvertible {
      let name: String
      let raising: [String]
      let clearing: [String]
      var testDescription: String { name }

      static let all = [
        Alarm(
          name: "memory alarm", raising: ["set_vm_memory_high_watermark", "absolute", "1MB"],
          clearing: ["set_vm_memory_high_watermark", "absolute", "2GB"]),
        Alarm(
          name: "disk alarm", raising: ["set_disk_free_limit", "9999GB"], clearing: ["set_disk_free_limit", "50MB"]),
      ]
    }

    @Test("a broker that takes nothing for want of memory or disk is waited for", arguments: Alarm.all)
    func alarm(_ alarm: Alarm) async throws {
      let broker = try await Self.spare.value
      let ordeal = try await Ordeal(alarm.name, broker: broker)
      try await ordeal.undergo(Times(1, 5), within: .seconds(5)) { ordeal in
        try await ordeal.tell(100)
        try await broker.control(alarm.raising)
        try await waitUntil("the alarm") {
          try await broker.control("eval", "rabbit_alarm:get_alarms().").contains("resource_limit")
        }
        let publishing = try ordeal.telling(100)
        try await ordeal.wait(upTo: 1_000)
        try await broker.control(alarm.clearing)
        try ordeal.isMended()
        try await publishing.value
      }
      try await ordeal.judge()
    }
  }
}
