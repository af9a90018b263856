import Testing

@Suite("the shipped systemd unit", .serialized)
struct SystemdTests {
  @Test("the unit is up once the daemon has said so, with a state directory that only its own user may enter")
  func starts() async throws {
    let seen = try await UnitTrial.run(
      """
      systemctl start dossierd
      of ActiveState; of Type
      until_true said 'listening to the queue'
      stat -c '%U %a' /var/lib/dossierd
      find /var/lib/dossierd/ -mindepth 1 -perm /077 -o -mindepth 1 ! -user dossierd
      """)
    #expect(seen == ["active", "notify", "dossierd 700"])
  }

  @Test("SIGTERM ends the daemon within five seconds, cleanly")
  func stops() async throws {
    let seen = try await UnitTrial.run(
      """
      systemctl start dossierd
      until_true said 'listening to the queue'
      began=${EPOCHREALTIME/./}
      systemctl stop dossierd
      echo $((${EPOCHREALTIME/./} - began))
      of ActiveState; of Result; of ExecMainStatus
      """)
    #expect(seen.dropFirst() == ["inactive", "success", "0"])
    let microseconds = try #require(seen.first.flatMap { Int($0) })
    #expect(microseconds < 5_000_000)
  }

  @Test("a reload takes what was changed, in the same process")
  func reloads() async throws {
    let seen = try await UnitTrial.run(
      """
      systemctl start dossierd
      before=$(of MainPID)
      echo '<!-- changed -->' >>/etc/dossierd/templates/alerts.html.mustache
      systemctl reload dossierd
      until_true said 'configuration reloaded'
      until_true is ActiveState active
      [[ $(of MainPID) == "$before" ]] && echo 'the same'
      """)
    #expect(seen == ["the same"])
  }

  @Test("a reload with a mistake keeps what is in use and says where the mistake is")
  func refusesToReload() async throws {
    let seen = try await UnitTrial.run(
      """
      systemctl start dossierd
      echo 'nonsense: true' >>/etc/dossierd/dossierd.yaml
      systemctl reload dossierd
      until_true said 'what is in use stays'
      journal | grep -c 'dossierd.yaml:[0-9]*:[0-9]*:.*nonsense'
      until_true is ActiveState active
      """)
    #expect(seen == ["1"])
  }

  @Test("a daemon that stands still is replaced, one that was killed too")
  func isReplaced() async throws {
    let seen = try await UnitTrial.run(
      """
      setting WatchdogSec=2 TimeoutAbortSec=1 RestartSec=100ms
      systemctl start dossierd
      kill -STOP "$(of MainPID)"
      until_true is NRestarts 1
      until_true is ActiveState active
      kill -KILL "$(of MainPID)"
      until_true is NRestarts 2
      until_true is ActiveState active
      until_true said 'listening to the queue'
      echo up
      """)
    #expect(seen == ["up"])
  }

  @Test("a daemon at rest feeds its watchdog")
  func feedsTheWatchdog() async throws {
    let seen = try await UnitTrial.run(
      """
      setting WatchdogSec=2
      systemctl start dossierd
      fed() { [[ $(of WatchdogTimestampMonotonic) -ge $1 ]]; }
      export -f fed
      until_true fed $(($(of ExecMainStartTimestampMonotonic) + 6000000))
      of NRestarts; of ActiveState
      """)
    #expect(seen == ["0", "active"])
  }

  @Test("a wrong configuration is said, and not tried again and again")
  func staysDown() async throws {
    let seen = try await UnitTrial.run(
      """
      setting RestartSec=100ms
      echo 'nonsense: true' >>/etc/dossierd/dossierd.yaml
      ! systemctl start dossierd 2>/dev/null
      until_true is ActiveState failed
      of ExecMainStatus; of NRestarts
      """)
    #expect(seen == ["78", "0"])
  }

  @Test("the unit's exposure, as systemd-analyze rates it, is at most 1.5 of 10")
  func isHardened() async throws {
    let seen = try await UnitTrial.run(
      """
      systemctl start dossierd
      systemd-analyze security dossierd --threshold=15 | grep -o 'exposure level for dossierd.service: [0-9.]*'
      """)
    let words = try #require(seen.first)
    let exposure = try #require(words.split(separator: " ").last.flatMap { Double($0) })
    #expect(exposure <= 1.5)
  }

  @Test("the backup unit makes a backup beside the running daemon, for its user alone, every day, as hardened")
  func backsUp() async throws {
    let seen = try await UnitTrial.run(
      """
      systemctl start dossierd
      until_true said 'listening to the queue'
      systemctl start dossierd-backup.service
      systemctl start dossierd-backup.timer
      systemctl show -P NextElapseUSecRealtime dossierd-backup.timer | grep -c .
      stat -c '%U %a' /var/lib/dossierd/backups /var/lib/dossierd/backups/dossierd-*.sqlite
      find /var/lib/dossierd -mindepth 1 ! -user dossierd
      systemd-analyze security dossierd-backup --threshold=15 >/dev/null && echo hardened
      of ActiveState
      """)
    #expect(seen == ["1", "dossierd 700", "dossierd 600", "hardened", "active"])
  }
}
