import GRDB

/// The database's tables, as a list of named steps that never change once they were shipped.
///
/// `events` and `versions` are the truth, together with those of the archive where any were moved there; every other
/// table can be made anew from them.
enum Schema {
  private static let steps = [
    ("log", log), ("projections", projections), ("telling", telling), ("parked", parked), ("attempts", attempts),
    ("watching", watching), ("rules changed", rulesChanged), ("receivers", receivers), ("devices", devices),
    ("mails that follow", mailsThatFollow), ("totals", totals), ("looks", looks), ("tallies", tallies),
    ("report mails", reportMails), ("restores", restores), ("archived", archived), ("stages", stages),
    ("uncertain mails", uncertainMails),
  ]

  /// What knows which steps a database has taken.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (name, sql) in steps { migrator.registerMigration(name) { try $0.execute(sql: sql) } }
    return migrator
  }

  /// Takes all steps that are missing, or none: a database between two programs would be of use to neither.
  static func migrate(_ database: DatabaseQueue) throws {
    try database.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        // As the migrator keeps it.
        try db.execute(sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        let applied = try migrator.appliedIdentifiers(db)
        for (name, sql) in steps where !applied.contains(name) {
          try db.execute(sql: sql)
          try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES (?)", arguments: [name])
        }
        return .commit
      }
    }
  }

  /// The tables that a fold writes, as they are after all steps: what a database for trials is made of.
  static let foldedTables = [
    projections, telling, receivers, devices, mailsThatFollow, restores, stages, uncertainMails,
  ]

  /// Identity begins with the id: ids in time order then touch few pages of the index, where a random key would dirty
  /// one of its own for every event. `previous` chains the events of one item in order of arrival, so that an item is
  /// folded anew without an index on it.
  private static let log = """
    CREATE TABLE sources (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      source INTEGER NOT NULL,
      type INTEGER NOT NULL,
      time INTEGER NOT NULL,
      recorded INTEGER NOT NULL,
      previous INTEGER,
      voided_by INTEGER,
      body BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX events_identity ON events (id, source);
    CREATE INDEX events_closures ON events (seq) WHERE type = 5;
    CREATE TABLE voidings (
      source TEXT NOT NULL,
      id TEXT NOT NULL,
      by INTEGER NOT NULL,
      found INTEGER NOT NULL,
      PRIMARY KEY (source, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE versions (
      seq INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      recorded INTEGER NOT NULL,
      body BLOB NOT NULL
    ) STRICT;
    """

  /// Items and dossiers, one row each. `key` puts those of one time near each other: it is made of the S10 number or of
  /// the code, and negative for what has no such form. `next` is when the clocks of the row must be looked at again,
  /// or earlier; null once they have all ended, and the end of time while one runs that nothing but news can change.
  private static let projections = """
    CREATE TABLE agencies (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE item_keys (
      key INTEGER PRIMARY KEY,
      item TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE dossier_keys (
      key INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE shipments (
      key INTEGER PRIMARY KEY,
      last_event INTEGER NOT NULL,
      next INTEGER,
      is_alerted INTEGER NOT NULL,
      fold BLOB
    ) STRICT;
    CREATE INDEX shipments_next ON shipments (next) WHERE next IS NOT NULL;
    CREATE TABLE dossiers (
      key INTEGER PRIMARY KEY,
      stage INTEGER,
      next INTEGER,
      is_alerted INTEGER NOT NULL,
      evidence BLOB NOT NULL
    ) STRICT;
    CREATE INDEX dossiers_next ON dossiers (next) WHERE next IS NOT NULL;
    CREATE TABLE devices (
      source TEXT PRIMARY KEY,
      last_heard INTEGER NOT NULL,
      last_sequence INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE replanning (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      of_item INTEGER NOT NULL,
      owner INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE counters (
      name TEXT PRIMARY KEY,
      value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// A Message-ID is made from the numbers of mail and notices, and people name parked messages by theirs: none is given
  /// a second time.
  private static let telling = """
    CREATE TABLE alerts (
      id INTEGER PRIMARY KEY,
      of_item INTEGER,
      owner INTEGER,
      clock TEXT NOT NULL,
      round INTEGER NOT NULL,
      kind TEXT NOT NULL,
      state TEXT NOT NULL,
      since INTEGER NOT NULL,
      due INTEGER,
      agency TEXT,
      raised INTEGER NOT NULL,
      changed INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX alerts_subject ON alerts (owner, of_item, clock, round);
    CREATE INDEX alerts_firing ON alerts (since) WHERE state = 'firing';
    CREATE TABLE mails (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      agency TEXT,
      created INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      not_before INTEGER NOT NULL,
      lease INTEGER,
      last_error TEXT
    ) STRICT;
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      alert INTEGER NOT NULL REFERENCES alerts (id),
      agency TEXT,
      what TEXT NOT NULL,
      created INTEGER NOT NULL,
      not_before INTEGER NOT NULL,
      mail INTEGER REFERENCES mails (id)
    ) STRICT;
    CREATE INDEX outbox_alert ON outbox (alert);
    CREATE INDEX outbox_waiting ON outbox (not_before) WHERE mail IS NULL;
    CREATE INDEX outbox_mail ON outbox (mail) WHERE mail IS NOT NULL;
    CREATE TABLE notices (
      id INTEGER PRIMARY KEY,
      alert INTEGER NOT NULL REFERENCES alerts (id),
      what TEXT NOT NULL,
      agency TEXT,
      address TEXT NOT NULL,
      message_id TEXT NOT NULL,
      told INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      reply TEXT NOT NULL
    ) STRICT;
    CREATE INDEX notices_alert ON notices (alert);
    """

  private static let parked = """
    CREATE TABLE parked (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      reason TEXT NOT NULL,
      detail TEXT NOT NULL,
      body BLOB NOT NULL,
      queue TEXT NOT NULL,
      routing_key TEXT NOT NULL,
      content_type TEXT,
      message_id TEXT,
      user_id TEXT,
      recorded INTEGER NOT NULL,
      retry INTEGER
    ) STRICT;
    CREATE INDEX parked_retry ON parked (retry) WHERE retry IS NOT NULL;
    CREATE INDEX parked_reason ON parked (reason, id);
    """

  /// A row of `runs` stands while a program runs, and one of `attempts` while a message is tried alone: what is found at
  /// a start was left by a crash.
  private static let attempts = """
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      began INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE attempts (
      digest INTEGER PRIMARY KEY,
      tries INTEGER NOT NULL
    ) STRICT;
    """

  /// From when deadlines are watched, as they were last planned; no row stands for ever since.
  private static let watching = """
    CREATE TABLE watching (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      since INTEGER NOT NULL
    ) STRICT;
    """

  /// From when events are judged by the rules for which deadlines are planned anew: the end of time where the rules are
  /// the same. A planning that an earlier program left unfinished counts as one of ever since.
  private static let rulesChanged = """
    ALTER TABLE replanning ADD COLUMN rules_changed INTEGER NOT NULL DEFAULT 0;
    """

  /// Who is told, and the life of an alert beyond its evidence: steps, holds, repeats, silences, digests.
  ///
  /// `subject` names what an alert is about that no item or dossier owns. `tell_again` is when an alert that still stands
  /// is told once more, `held_until` until when an acknowledgement keeps it from climbing. `silence` and `behind` say what
  /// holds a notice back.
  private static let receivers = """
    ALTER TABLE alerts ADD COLUMN subject TEXT;
    ALTER TABLE alerts ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE alerts ADD COLUMN held_until INTEGER;
    ALTER TABLE alerts ADD COLUMN held_for INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE alerts ADD COLUMN tell_again INTEGER;
    CREATE INDEX alerts_again ON alerts (tell_again) WHERE tell_again IS NOT NULL;
    CREATE INDEX alerts_standing ON alerts (clock, subject) WHERE owner IS NULL AND state = 'firing';
    CREATE INDEX alerts_of_agency ON alerts (agency) WHERE state = 'firing';
    ALTER TABLE outbox ADD COLUMN receiver TEXT NOT NULL DEFAULT 'operator';
    ALTER TABLE outbox ADD COLUMN grp TEXT NOT NULL DEFAULT '';
    ALTER TABLE outbox ADD COLUMN reason TEXT NOT NULL DEFAULT 'first';
    ALTER TABLE outbox ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE outbox ADD COLUMN silence INTEGER;
    ALTER TABLE outbox ADD COLUMN behind INTEGER;
    ALTER TABLE mails ADD COLUMN receiver TEXT NOT NULL DEFAULT 'operator';
    ALTER TABLE mails ADD COLUMN grp TEXT NOT NULL DEFAULT '';
    ALTER TABLE mails ADD COLUMN digest BLOB;
    ALTER TABLE notices ADD COLUMN receiver TEXT NOT NULL DEFAULT 'operator';
    ALTER TABLE notices ADD COLUMN grp TEXT NOT NULL DEFAULT '';
    ALTER TABLE notices ADD COLUMN reason TEXT NOT NULL DEFAULT 'first';
    ALTER TABLE notices ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
    UPDATE outbox SET receiver = 'lead/' || agency WHERE agency IS NOT NULL;
    UPDATE mails SET receiver = 'lead/' || agency WHERE agency IS NOT NULL;
    UPDATE notices SET receiver = 'lead/' || agency WHERE agency IS NOT NULL;
    CREATE INDEX outbox_group ON outbox (receiver, grp, not_before) WHERE mail IS NULL;
    CREATE TABLE groups (
      receiver TEXT NOT NULL,
      grp TEXT NOT NULL,
      told INTEGER NOT NULL,
      PRIMARY KEY (receiver, grp)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE transitions (
      id INTEGER PRIMARY KEY,
      alert INTEGER NOT NULL REFERENCES alerts (id),
      at INTEGER NOT NULL,
      what TEXT NOT NULL,
      cause TEXT NOT NULL,
      event INTEGER
    ) STRICT;
    CREATE INDEX transitions_alert ON transitions (alert);
    CREATE TABLE silences (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      matchers BLOB NOT NULL,
      author TEXT NOT NULL,
      reason TEXT NOT NULL,
      begins INTEGER NOT NULL,
      ends INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX silences_ends ON silences (ends);
    CREATE TABLE acknowledgements (
      id INTEGER PRIMARY KEY,
      alert INTEGER NOT NULL REFERENCES alerts (id),
      step INTEGER NOT NULL,
      person TEXT NOT NULL,
      at INTEGER NOT NULL,
      until INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX acknowledgements_alert ON acknowledgements (alert, step);
    CREATE TABLE watched_devices (
      source INTEGER PRIMARY KEY,
      heard INTEGER NOT NULL,
      received BLOB
    ) STRICT;
    CREATE TABLE digests (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      until INTEGER NOT NULL,
      seq INTEGER NOT NULL
    ) STRICT;
    """

  /// A device's counter in columns of its own, as it is written with every batch; `holes` is null while nothing is
  /// missing. A receiver says of which agency it is.
  private static let devices = """
    ALTER TABLE watched_devices ADD COLUMN first INTEGER;
    ALTER TABLE watched_devices ADD COLUMN last INTEGER;
    ALTER TABLE watched_devices ADD COLUMN holes BLOB;
    UPDATE watched_devices SET first = counter ->> 'first', last = counter ->> 'last',
      holes = CASE WHEN counter ->> '$.holes[0]' IS NULL THEN NULL ELSE CAST(counter ->> 'holes' AS BLOB) END
      FROM (SELECT source AS device, CAST(received AS TEXT) AS counter FROM watched_devices) AS told
      WHERE told.device = source;
    ALTER TABLE watched_devices DROP COLUMN received;
    ALTER TABLE outbox DROP COLUMN agency;
    ALTER TABLE mails DROP COLUMN agency;
    ALTER TABLE notices DROP COLUMN agency;
    """

  /// Whether mails of its group left before a mail, kept with it so that each try of it says the same.
  private static let mailsThatFollow = """
    ALTER TABLE mails ADD COLUMN follows INTEGER NOT NULL DEFAULT 0;
    """

  /// What agencies say that they received, by post and otherwise: told by people, and so in no log.
  private static let totals = """
    CREATE TABLE totals (
      month TEXT NOT NULL,
      agency TEXT NOT NULL,
      procedure TEXT NOT NULL,
      received INTEGER NOT NULL CHECK (received >= 0),
      person TEXT NOT NULL,
      imported INTEGER NOT NULL,
      PRIMARY KEY (month, agency, procedure)
    ) STRICT, WITHOUT ROWID;
    """

  /// The numbers of the hand-over lists that were found to differ from the scans, by the subject of their alerts; the
  /// lists themselves stand in the log, where the index finds them.
  private static let tallies = """
    CREATE INDEX events_tallies ON events (seq) WHERE type = 6;
    CREATE TABLE compared_tallies (
      subject TEXT PRIMARY KEY,
      listed_accepted INTEGER NOT NULL,
      listed_delivered INTEGER NOT NULL,
      scanned_accepted INTEGER NOT NULL,
      scanned_delivered INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// Who looked at which dossier: a ledger of its own, beside the log.
  private static let looks = """
    CREATE TABLE looks (
      id INTEGER PRIMARY KEY,
      dossier TEXT NOT NULL,
      at INTEGER NOT NULL,
      viewer TEXT NOT NULL,
      role TEXT NOT NULL,
      address TEXT NOT NULL,
      path TEXT NOT NULL
    ) STRICT;
    CREATE INDEX looks_dossier ON looks (dossier, at);
    """

  /// Who is owed the report over a period, and who was mailed it: a ledger of its own, beside the log.
  private static let reportMails = """
    CREATE TABLE report_mails (
      id INTEGER PRIMARY KEY,
      first TEXT NOT NULL,
      last TEXT NOT NULL,
      receiver TEXT NOT NULL,
      round INTEGER NOT NULL,
      known INTEGER NOT NULL,
      begun INTEGER NOT NULL,
      told INTEGER,
      outcome TEXT,
      address TEXT,
      message_id TEXT,
      reply TEXT,
      UNIQUE (first, last, receiver, round)
    ) STRICT;
    """

  /// What was ever moved to the archive: how much, and up to which instant things happened that are there.
  private static let archived = """
    CREATE TABLE archived (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      at INTEGER NOT NULL,
      until INTEGER NOT NULL,
      dossiers INTEGER NOT NULL,
      events INTEGER NOT NULL
    ) STRICT;
    """

  /// How many dossiers are at each stage, kept with their rows: to count them goes over all.
  private static let stages = """
    CREATE TABLE stages (
      stage INTEGER PRIMARY KEY,
      dossiers INTEGER NOT NULL
    ) STRICT;
    INSERT INTO stages SELECT stage, count(*) FROM dossiers WHERE stage IS NOT NULL GROUP BY stage;
    """

  /// When the database was put back from a backup, and the number behind which its alerts are numbered since.
  private static let restores = """
    CREATE TABLE restores (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      alerts INTEGER NOT NULL
    ) STRICT;
    """

  /// Whether a mail that is to be tried again may have been taken by its server already.
  private static let uncertainMails = """
    ALTER TABLE mails ADD COLUMN uncertain INTEGER NOT NULL DEFAULT 0;
    """
}
