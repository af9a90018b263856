"""What a demonstration stands on: a private RabbitMQ, a mail server with a mailbox, and the daemon between them."""

import collections
import datetime
import email
import email.header
import email.policy
import json
import os
import pathlib
import socket
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENDS = time.monotonic() + 110
LOCAL = datetime.timezone(datetime.timedelta(hours=7))
SEED, DAYS = "1788", 4
PASSWORD = "đường lên Điện Biên"
READERS = {
    "lead": "lead\n    agency: H18.101", "post": "post", "inspector": "inspector", "administrator": "administrator"}

Mail = collections.namedtuple("Mail", "headers text")


class Failed(Exception):
    """Why it can't go on, in a sentence."""


def until(what, condition, within=40):
    """The first true value of the condition, which must come within so many seconds."""
    end = min(time.monotonic() + within, ENDS)
    while not (value := condition()):
        if time.monotonic() > end:
            raise Failed(f"{what}: waited in vain")
        time.sleep(0.05)
    return value


def output(*command, given=None):
    done = subprocess.run(command, input=given, capture_output=True, timeout=60)
    if done.returncode != 0:
        raise Failed(f"{pathlib.Path(command[0]).name} ended with {done.returncode}: {done.stderr.decode().strip()}")
    return done.stdout


class Stage:
    """The servers, the daemon, and what can be asked of them; the exit stack ends them."""

    def __init__(self, programs, folder, stack):
        self.programs, self.folder, self.stack = programs, folder, stack
        self.mailbox, self.read = folder / "mailbox", {}
        broker = str(folder / "broker")
        stack.callback(subprocess.run, [ROOT / "Tests/private-broker", "stop", broker], capture_output=True)
        self.uri = output(ROOT / "Tests/private-broker", "start", broker).decode().strip()
        sink = start(stack, [ROOT / "Tests/smtp-sink", "--maildir", self.mailbox], stdout=subprocess.PIPE)
        listen = f"127.0.0.1:{free_port()}"
        self.page = f"http://{listen}"
        os.environ.update(
            DOSSIERD_BROKER_URI=self.uri, DOSSIERD_WEB_LISTEN=listen,
            DOSSIERD_MAIL_PORT=sink.stdout.readline().split()[-1].decode())
        self.log = folder / "dossierd.log"
        self.start_daemon()

    def start_daemon(self, settings="dossierd.yaml"):
        """Starts the daemon with those settings of the demo, on a store of their own."""
        os.environ.update(
            DOSSIERD_CONFIG=str(ROOT / "config/demo" / settings),
            DOSSIERD_STORE_PATH=str((self.folder / settings).with_suffix(".sqlite")))
        self.daemon = start(self.stack, [self.programs / "dossierd", "run", "--declare"], stderr=open(self.log, "ab"))
        until("the daemon's link to the broker", lambda: self.count("broker_up") == 1, within=15)

    def admit_readers(self):
        """Gives the daemons that are started from now on a reader of each role, all with one password."""
        hashed = self.ctl("reader", "password", given=PASSWORD.encode() + b"\n").decode().strip()
        path = self.folder / "readers.yaml"
        path.touch(mode=0o600)
        entries = [f"  {name}:\n    role: {role}\n    password: {hashed}\n" for name, role in READERS.items()]
        path.write_text("readers:\n" + "".join(entries))
        os.environ["DOSSIERD_FILES_READERS"] = str(path)

    def live_a_month(self, dossiers_a_day):
        """Puts the daemon before a month of the province up to now, under the rules and terms that are shipped, with
        readers; returns how many events that were."""
        self.admit_readers()
        self.stop_daemon()
        self.start_daemon("month.yaml")
        now = datetime.datetime.now(LOCAL)
        lines = self.ctl("simulate", "--seed", SEED, "--days", "31", "--start",
                         str(now.date() - datetime.timedelta(days=30)), "--dossiers-per-day", str(dossiers_a_day))
        lived = [line for line in lines.splitlines(True) if time_of(line) < now]
        self.publish([*lived, forgotten(now - datetime.timedelta(days=20))])
        self.amqp_publish("postoffice.381100", '{"specversion": "1.0", "id"')
        until("what needs someone", lambda: self.count("alerts", "breach firing") and self.count("parked"))
        # What a page shows of a whole month is read at the daemon's start.
        self.stop_daemon()
        self.start_daemon("month.yaml")
        return len(lived) + 1

    def ctl(self, *arguments, given=None):
        return output(self.programs / "dossierctl", *arguments, given=given)

    def publish(self, lines):
        """Publishes events through the broker, and waits until the daemon has accounted for each."""
        before = self.count("events_received_total")
        tally = json.loads(self.ctl("publish", "-", "--json", given=b"".join(lines)))
        if tally["confirmed"] != len(lines):
            raise Failed(f"the broker confirmed {tally['confirmed']} of {len(lines)} events")
        until(f"{len(lines)} events from the queue",
              lambda: self.count("events_received_total") - before >= len(lines))

    def amqp_publish(self, routing_key, body):
        """Publishes one message with a client that is not ours."""
        output("amqp-publish", "--url", self.uri.rstrip("/"), "-e", "bcci.events", "-r", routing_key, "-p",
               "-C", "application/cloudevents+json", "-b", body)

    def counts(self):
        """The daemon's metrics: for each name a dictionary from the labels' values to the number."""
        if self.daemon.poll() is not None:
            raise Failed(f"the daemon ended with {self.daemon.returncode}; its log ends with:\n{self.last_words()}")
        try:
            with urllib.request.urlopen(self.page + "/metrics", timeout=5) as page:
                text = page.read().decode()
        except OSError:
            return {}
        counts = {}
        for line in text.splitlines():
            if not line.startswith("#"):
                sample, _, value = line.rpartition(" ")
                name, _, labels = sample.partition("{")
                key = " ".join(label.partition("=")[2].strip('"') for label in labels.rstrip("}").split(",") if label)
                counts.setdefault(name.removeprefix("dossierd_"), {})[key] = int(float(value))
        return counts

    def count(self, name, key=""):
        return self.counts().get(name, {}).get(key, 0)

    def all_told(self):
        """Whether every notice that was posted has left in a mail."""
        counts = self.counts()
        return counts.get("outbox", {}).get("") == 0 and counts["mails_total"].get("accepted", 0) > 0

    def mails(self):
        """The mails of the mailbox, in the order of their coming."""
        for path in sorted(self.mailbox.glob("*.eml")):
            if path not in self.read:
                self.read[path] = read_mail(path.read_bytes())
        return self.read.values()

    def stop_daemon(self):
        """Ends the daemon as a service manager would, and returns how many seconds that took."""
        began = time.monotonic()
        self.daemon.terminate()
        try:
            status = self.daemon.wait(5)
        except subprocess.TimeoutExpired:
            raise Failed("the daemon did not end within 5 s of SIGTERM") from None
        if status != 0:
            raise Failed(f"the daemon ended with {status}; its log ends with:\n{self.last_words()}")
        return time.monotonic() - began

    def last_words(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])


def read_mail(raw):
    # The newer policy reads bodies well, but puts blanks between the encoded words of a name; the older one does not.
    def decoded(value):
        return str(email.header.make_header(email.header.decode_header(value)))

    headers = {name: decoded(value) for name, value in email.message_from_bytes(raw).items()}
    body = email.message_from_bytes(raw, policy=email.policy.default).get_body(("plain",))
    return Mail(headers, body.get_content())


def start(stack, command, **streams):
    # In a session of its own: what a terminal sends reaches us alone, and we end it in our order.
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, **streams)
    stack.callback(end, process)
    return process


def end(process):
    """Asks the process to end, and insists after five seconds."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def forgotten(time):
    """The acceptance of a dossier for the lead's agency, of which nothing is heard from then on."""
    return json.dumps({
        "specversion": "1.0", "id": "forgotten", "type": "vn.bcci.shipment.scanned.v1",
        "source": "/postoffices/381100/scanners/demo", "time": time.isoformat(timespec="milliseconds"),
        "data": {"item": "EA123456785VN", "event": "accepted", "office": "381100", "carries": "dossier",
                 "agency": "H18.101", "destination": "380000",
                 "dossiers": [{"code": f"H18.101-{time:%y%m%d}-1788", "procedure": "1.004873"}]}}).encode() + b"\n"


def time_of(line):
    """When an event happened."""
    return datetime.datetime.fromisoformat(json.loads(line)["time"])


def working_day(stage):
    """The last day, four or more ago, on which the post was at work; what happened on it, and from it on."""
    today = datetime.datetime.now(LOCAL).date()
    for back in range(DAYS, DAYS + 21):
        day = str(today - datetime.timedelta(days=back))
        lines = stage.ctl("simulate", "--seed", SEED, "--days", str(DAYS), "--start", day).splitlines(True)
        of_the_day = [line for line in lines if json.loads(line)["time"].startswith(day)]
        if sum(b'"accepted"' in line for line in of_the_day) > 50:
            return day, of_the_day, lines
    raise Failed("no working day within three weeks; is the calendar right?")
