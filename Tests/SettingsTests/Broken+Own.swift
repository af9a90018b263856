extension Broken {
  private static let file = "dossierd.yaml"

  /// Mistakes in the daemon's own file.
  static let own = [
    Broken("an unknown key", file, "  port: 25 ", "  prot: 25 ", "'prot' is unknown here; did you mean 'port'?"),
    Broken("an unknown section", file, "alerts:", "alarts:", "'alarts' is unknown here; did you mean 'alerts'?"),
    Broken(
      "a word for a number", file, "heartbeat-seconds: 30 ", "heartbeat-seconds: soon ", "from 1 to 600, found 'soon'"),
    Broken("a number out of range", file, "prefetch: 16384 ", "prefetch: 70000 ", "from 1 to 65535, found '70000'"),
    Broken("a huge number", file, "stale-days: 60 ", "stale-days: 99999999999999999999 ", "from 1 to 3650"),
    Broken("a list for a value", file, "host: localhost", "host: [a, b]", "a single value for 'host', found a list"),
    Broken(
      "a value for a section", file, "web:\n", "web: on\nwebb:\n", "a section of keys and values, found a single value",
      others: 1),
    Broken("a value for a list", file, "domestic-item-forms: []", "domestic-item-forms: AA99", "a list"),
    Broken(
      "a list in a list", file, "domestic-item-forms: []", "domestic-item-forms: [[A]]", "a single value, found a list"),
    Broken("a bad item form", file, "domestic-item-forms: []", "domestic-item-forms: [AB]", "found 'AB'"),
    Broken("yes for true", file, "require-user-id: false", "require-user-id: yes", "true or false, found 'yes'"),
    Broken("an unknown protection", file, "security: plain ", "security: startls ", "did you mean 'starttls'?"),
    Broken(
      "plain mail to another machine", file, "host: localhost", "host: mail.example.org", "starttls or tls"),
    Broken(
      "a host with blanks", file, "host: localhost", "host: my host", "a host name or an IP address, found 'my host'"),
    Broken(
      "a sender that is no address", file, "dossierd@localhost", "dossierd at localhost", "a mail address such as"),
    Broken(
      "a user without a password", file, "  # user: dossierd", "  user: dossierd", at: -8,
      "both 'user' and 'password-file'"),
    Broken(
      "a password file that is missing", file, "  # password-file: /etc", "  user: a\n  password-file: nowhere", at: 1,
      "found none at"),
    Broken(
      "retries that shrink", file, "retry-max-seconds: 3600", "retry-max-seconds: 5",
      "a longest pause of at least the first, 30"),
    Broken(
      "a broker by http", file, "uri: amqp://localhost", "uri: http://me:hidden@host", "found something else (not shown"
    ),
    Broken(
      "plain AMQP to another machine", file, "uri: amqp://localhost", "uri: amqp://me:hidden@broker.example.org",
      "amqps:// to a broker on another machine, found amqp://broker.example.org:5672", others: 1),
    Broken(
      "senders that nobody vouches for at another machine's broker", file, "uri: amqp://localhost",
      "uri: amqps://broker.example.org", at: 20, "senders that the broker vouches for"),
    Broken(
      "a batch above the prefetch", file, "batch-size: 4096 ", "batch-size: 20000 ",
      "a batch of at most the prefetch, 16384"),
    Broken(
      "a day that is none", file, "  # since: 2026-03-02", "  since: 02/03/2026",
      "a day as YYYY-MM-DD, found '02/03/2026'"),
    Broken(
      "one queue for all", file, "dead-queue: dossierd.dead", "dead-queue: dossierd.events",
      "another queue for dead letters"),
    Broken(
      "a queue of the broker's", file, "  queue: dossierd.events", "  queue: amq.mine", "does not begin with 'amq.'"),
    Broken(
      "a certificate without a key", file, "  # certificate-file: tls/dossierd.pem",
      "  certificate-file: dossierd.yaml", at: -9, "both 'certificate-file' and 'key-file'"),
    Broken(
      "a missing authority", file, "  # ca-file: tls/ca.pem\n  # certificate", "  ca-file: tls/ca.pem\n  # certificate",
      "found none at tls/ca.pem"),
    Broken(
      "a listener without a port", file, "127.0.0.1:8788", "localhost", "host:port such as 127.0.0.1:8788, or off"),
    Broken("a listener for all the world", file, "127.0.0.1:8788", "0.0.0.0:8788", "an address of this machine alone"),
    Broken(
      "missing templates", file, "templates: templates ", "templates: nowhere ",
      "a folder of mail templates, found none at nowhere"),
    Broken("a missing policy", file, "policy/1788.yaml", "policy/1789.yaml", "a file, found none at policy/1789.yaml"),
    Broken(
      "a folder for a file", file, "calendar/dien-bien.yaml", "calendar", "a file, found something else at calendar"),
    Broken("a tab", file, "store:\n", "store:\n\t", at: 1, "it is no YAML"),
    Broken("a key twice", file, "store:\n", "web: {}\nstore:\n", "each key once, found 'web' more than once"),
  ]
}
