import Foundation
import TestSupport
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

  @Test("the journal has the fields of what happened, and levels to pick by; a person reads them in the message too")
  func writesTheJournal() async throws {
    let seen = try await UnitTrial.run(
      """
      systemctl start dossierd
      until_true said 'listening to the queue'
      amqp-publish --url "$TRIAL_AMQP" -e "$TRIAL_NAME" -r postoffice.381100 -C application/cloudevents+json -b '{"a":'
      until_true said 'parked ('
      journalctl --sync
      journalctl -q -u dossierd OFFICE=381100 REASON=unreadable -o json |
        python3 -c 'import json, sys
      entry = json.load(sys.stdin)
      print(*(entry[name] for name in ["PRIORITY", "SYSLOG_IDENTIFIER", "COUNT", "_TRANSPORT", "MESSAGE"]), sep="|")
      print(bool(entry["CAUSE"]))'
      journalctl -q -u dossierd -p warning -o cat | grep -c 'listening to the queue' || true
      """)
    #expect(seen.count == 3)
    #expect(seen.first?.hasPrefix("5|dossierd|1|journal|parked (cause: ") == true, "\(seen)")
    #expect(seen.dropFirst() == ["True", "0"])
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
      status_says() { of StatusText | grep -q 'the configuration was not reloaded: .*dossierd.yaml:[0-9]'; }
      export -f status_says
      until_true status_says
      sed -i '$d' /etc/dossierd/dossierd.yaml
      systemctl reload dossierd
      status_is_good() { [[ $(of StatusText) == 'listening to the queue' ]]; }
      export -f status_is_good
      until_true status_is_good
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

  @Test("the report's unit mails it once, beside the running daemon, and again tries what did not leave")
  func mailsTheReport() async throws {
    let mailServer = try await SMTPSink.start()
    defer { mailServer.stop() }
    let seen = try await UnitTrial.run(
      """
      systemctl start dossierd
      until_true said 'listening to the queue'
      report() { journalctl --sync && journalctl -q -o cat -u dossierd-report; }
      state() { [[ $(systemctl show -P ActiveState dossierd-report) == inactive ]]; }
      tried() { [[ $(systemctl show -P NRestarts dossierd-report) -ge 2 ]]; }
      export -f report state tried
      printf '[Service]\nEnvironment=DOSSIERD_MAIL_PORT=1\n' >/etc/systemd/system/dossierd-report.service.d/zz.conf
      systemctl daemon-reload
      systemctl start --no-block dossierd-report
      until_true tried
      rm /etc/systemd/system/dossierd-report.service.d/zz.conf
      systemctl daemon-reload
      until_true state || { report; exit 1; }
      systemctl show -P Result dossierd-report; systemctl show -P ExecMainStatus dossierd-report
      systemctl start dossierd-report
      report | grep -c ' mailed ' >/dev/null
      report >&2
      """, mailServer: mailServer)
    #expect(seen == ["success", "0"])
    let mails = try mailServer.mails()
    #expect(Set(mails.compactMap { $0.headers["Message-ID"] }).count == mails.count && !mails.isEmpty)
    let hasPDF = FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
    #expect(mails.allSatisfy { mail in mail.parts.contains { $0.type == "application/pdf" } } == hasPDF)
  }

  @Test("the report's timer runs on the 5th of each month by Vietnam's clock, and makes up for a day it was off")
  func timesTheReport() async throws {
    let seen = try await UnitTrial.run(
      """
      systemd-analyze verify /etc/systemd/system/dossierd-report.{service,timer} 2>&1 | grep dossierd-report || true
      systemctl enable --now dossierd-report.timer 2>/dev/null
      systemctl show -P ActiveState dossierd-report.timer; systemctl show -P Persistent dossierd-report.timer
      TZ=Asia/Ho_Chi_Minh date -d "$(systemctl show -P NextElapseUSecRealtime dossierd-report.timer)" +%d
      systemd-analyze security dossierd-report --threshold=20 | grep -o 'exposure level for .*: [0-9.]*' >&2
      """)
    #expect(seen == ["active", "yes", "05"])
  }

  @Test("secrets come from systemd's store, readable by the daemon alone; without them the settings hold")
  func takesCredentials() async throws {
    let seen = try await UnitTrial.run(
      """
      systemctl start dossierd
      until_true said 'listening to the queue'
      pid=$(of MainPID)
      stat -c '%a' /run/credentials/dossierd.service/dossierd.broker-uri
      runuser -u nobody -- cat /run/credentials/dossierd.service/dossierd.broker-uri 2>/dev/null || echo 'kept from others'
      strings() { tr '\\0' '\\n' <"/proc/$pid/$1"; }
      ! strings environ | grep -F amqp:
      ! strings cmdline | grep -F amqp:
      systemctl stop dossierd
      uri=$(cat /etc/credstore/dossierd.broker-uri)
      rm /etc/credstore/dossierd.broker-uri
      chmod 640 /etc/dossierd/dossierd.yaml && chgrp dossierd /etc/dossierd/dossierd.yaml
      sed -i "s|^  uri: .*|  uri: $uri|" /etc/dossierd/dossierd.yaml
      systemctl start dossierd
      heard() { [[ $(journal | grep -c 'listening to the queue') == 2 ]]; }
      export -f heard
      until_true heard
      """)
    #expect(seen == ["400", "kept from others"])
  }

  @Test("the daemon can write to its own folder and nowhere else, sees no home and no device, and may gain nothing")
  func isSandboxed() async throws {
    let seen = try await UnitTrial.run(
      """
      systemctl start dossierd
      until_true said 'listening to the queue'
      pid=$(of MainPID)
      grep -E '^(NoNewPrivs|Seccomp|CapEff|CapBnd):' /proc/$pid/status | tr -d '\\t'
      mkdir -p /tmp/outside
      inside() { nsenter -t "$pid" -m -- setpriv --reuid dossierd --regid dossierd --clear-groups "$@" 2>/dev/null; }
      for place in /var/lib/dossierd /tmp /etc/dossierd /var/lib /usr /run /var/log; do
        inside touch $place/probe && echo "writes to $place"
      done
      inside test -e /tmp/outside || echo 'has a /tmp of its own'
      inside ls /root /home | grep -v : || echo 'sees no home'
      inside test -e /dev/kmsg || echo 'sees no device'
      """)
    #expect(
      seen == [
        "CapEff:0000000000000000", "CapBnd:0000000000000000", "NoNewPrivs:1", "Seccomp:2",
        "writes to /var/lib/dossierd", "writes to /tmp", "has a /tmp of its own", "sees no home", "sees no device",
      ])
  }

  @Test("the unit's exposure, as systemd-analyze rates it, is at most 1.5 of 10")
  func isHardened() async throws {
    let outcome = try await ProcessRunner.run(
      "systemd-analyze",
      ["security", "--offline=yes", "--threshold=15", Built.root.appending(path: "systemd/dossierd.service").path])
    #expect(outcome.status == 0, "\(outcome.output.suffix(200))\(outcome.errors)")
    #expect(outcome.output.contains("Overall exposure level for dossierd.service"))
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
