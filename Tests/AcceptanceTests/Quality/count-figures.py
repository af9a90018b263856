#!/usr/bin/python3
"""Counts the quality figures of some periods from the events themselves, in another way than dossierd does.

Knows the terms of Circular 17/2017/TT-BTTTT art. 7(2) and of config/policy/1788.yaml by heart, and reads the offices,
procedures and days off. Prints a JSON object: period, then a list of {id, subject, code, numerator, denominator, value}.
A period may be of one agency, office or district alone: FIRST/LAST@agency=H18.101.
usage: count-figures.py CONFIG-FOLDER EVENTS.ndjson PARKED.ndjson FIRST/LAST[@KIND=CODE]...
"""

import collections
import csv
import datetime
import json
import math
import pathlib
import sys

config = pathlib.Path(sys.argv[1])
HOUR = 3_600_000_000
DAY = 24 * HOUR
LOCAL = 7 * HOUR
EPOCH = datetime.date(1970, 1, 1)
MILESTONES = ("accepted departed arrived misrouted redirected held out-for-delivery attempted damaged lost returned "
              "delivered cancelled").split()
PAUSING = {"force-majeure", "later-delivery-asked", "pickup-asked", "identity-not-shown"}
OPEN = [(7.5, 11.5), (13.5, 17)]


def table(path):
    with open(config / path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


OFFICES = {row["code"]: row for row in table("registry/post-offices.csv")}
AGENCIES = {row["code"]: row for row in table("registry/agencies.csv")}
PROCEDURES = {row["code"]: (int(row["days"]), row["unit"]) for row in table("registry/procedures.csv")}
SPECIAL = {row["date"]: row["kind"] for row in table("calendar/holidays.csv")}


def micros(text):
    return round(datetime.datetime.fromisoformat(text).timestamp() * 1_000_000)


def number(date):
    return (date - EPOCH).days


def day_of(time):
    return (time + LOCAL) // DAY


def start_of(day):
    return day * DAY - LOCAL


def is_working(day):
    date = EPOCH + datetime.timedelta(days=day)
    kind = SPECIAL.get(date.isoformat())
    return date.weekday() < 5 if kind is None else kind != "day-off"


def rolled(day):
    while not is_working(day):
        day += 1
    return day


def worked(day, since, pauses):
    """The part of a working day, in millionths, that no pause takes."""
    if not is_working(day):
        return 0
    paused = 0
    for begin, end in pauses:
        for opens, closes in OPEN:
            low = max(begin, since, start_of(day) + round(opens * HOUR))
            high = min(end if end is not None else start_of(day + 1), start_of(day) + round(closes * HOUR))
            paused += max(high - low, 0)
    return 1_000_000 - paused * 1_000_000 // round(7.5 * HOUR)


def last_working_day(count, begin, pauses):
    day, rest = day_of(begin), count * 1_000_000
    if count == 0:
        day = rolled(day)
        rest = 1_000_000 - worked(day, begin, pauses)
        if rest <= 0:
            return day
    for _ in range(3000):
        day += 1
        rest -= worked(day, start_of(day), pauses)
        if rest <= 0:
            return day
    return None


def last_plain_day(count, begin, pauses):
    at, rest = start_of(day_of(begin) + 1), count * DAY
    for low, high in pauses:
        if high is not None and high <= at:
            continue
        free = max(low - at, 0)
        if free >= rest:
            break
        if high is None:
            return None
        rest, at = rest - free, high
    return rolled(day_of(at + rest - 1))


Run = collections.namedtuple("Run", "part agency offices district route began end done last_day pauses")


def delay(run):
    """How late a run was done, without the pauses behind its last day."""
    due = start_of(run.last_day + 1)
    excused = sum(max(min(run.done if end is None else end, run.done) - max(begin, due), 0) for begin, end in run.pauses)
    return max(run.done - due - excused, 0)


class Shipment:
    def __init__(self, item, event):
        data = event["data"]
        self.item, self.time, self.office, self.key = item, event["at"], data["office"], event["key"]
        self.carries, self.agency, self.destination = data["carries"], data["agency"], data["destination"]
        self.first_destination = self.destination
        self.dossiers = [(d["code"], d["procedure"]) for d in data.get("dossiers", [])]
        self.named = []
        self.slip = data.get("slip", False)
        self.is_collection = self.carries in ("dossier", "supplement")
        self.steps, self.losses, self.damages, self.end = [], [], [], None

    def take(self, event):
        data = event["data"]
        if "note" in data:
            if not self.dossiers and self.carries == "dossier" and data["dossier"] not in [n[0] for n in self.named]:
                self.named.append((data["dossier"], data.get("procedure")))
            return
        what, time = data["event"], event["at"]
        if what == "accepted" or self.end or (what == "cancelled" and data["office"] != self.office):
            return
        if what == "damaged":
            self.damages.append(time)
        elif what == "lost":
            self.losses.append([time, None])
        else:
            for loss in self.losses:
                loss[1] = loss[1] or time
            self.steps.append((what, time, data.get("reason")))
            if what == "redirected":
                self.destination = data["destination"]
            if what == "cancelled":
                self.end = ("cancelled", time)
            if what == "delivered":
                self.end = ("returned" if data.get("to") == "sender" else "delivered", time)

    def first_try(self):
        for what, time, _ in self.steps:
            if what == "returned":
                return None
            if what == "attempted":
                return (time, False)
            if what == "delivered":
                return (time, True) if self.end[0] == "delivered" else None
        return None

    def is_whole(self):
        words = {"departed": "D", "arrived": "A", "misrouted": "A", "out-for-delivery": "o", "attempted": "o",
                 "delivered": "o" if self.end[0] == "delivered" else "r"}
        away, there = False, self.office == self.first_destination
        for letter in (words[what] for what, _, _ in self.steps if what in words):
            if away == (letter != "A"):
                return False
            if letter == "o" and not there:
                return False
            away, there = letter == "D", there or letter == "A"
        return True

    def route(self):
        one, two = OFFICES[self.office], OFFICES[self.destination]
        if "yes" in (one["remote"], two["remote"]):
            return "remote"
        return "same-district" if one["district"] == two["district"] else "within-province"

    def offices(self):
        return (self.office, self.destination)

    def district(self):
        """The citizen's."""
        return OFFICES[self.office if self.is_collection else self.destination]["district"]

    def leg(self, told):
        """The run of the leg's own clock."""
        part, waits = ("collection", self.slip) if self.is_collection else ("return", False)
        moments = [(max(time, self.time), time, what, reason) for what, time, reason in self.steps]
        if waits and told is not None:
            place = next((i for i, m in enumerate(moments) if m[2] != "attempted" and m[0] >= told or m[1] >= told),
                         len(moments))
            moments.insert(place, (told, told, "told", None))
        pauses, held, going_back, end, done = [], None, False, None, None
        for placed, time, what, reason in moments:
            if held is not None and what not in ("cancelled", "told"):
                pauses.append((held, max(placed, held)))
                held = None
            if what == "told":
                end = done = time
            elif what == "held":
                if reason in PAUSING:
                    held = max(placed, self.time)
                if reason == "ready-for-pickup" and not going_back and part == "return":
                    end = done = time
            elif what == "attempted" and not going_back and part == "return":
                end = done = time
            elif what == "returned":
                going_back = True
            elif what == "delivered":
                if self.end[0] == "returned":
                    end = time
                elif not waits:
                    end = done = time
            elif what == "cancelled":
                end = time
            if end is not None:
                break
        if held is not None:
            pauses.append((held, None if end is None else max(end, held)))
        days = {"same-district": 1, "within-province": 2, "remote": 3}[self.route()]
        days = {1: 2, 2: 4, 3: 6}[days] if waits else days
        last = last_working_day(days, self.time, pauses)
        return Run(part, self.agency, self.offices(), self.district(), self.route(), self.time, end, done, last, pauses)


def shipments(item, events):
    found, waiting = [], []
    for event in sorted(events, key=lambda e: e["key"]):
        current, time = (found[-1] if found else None), event["at"]
        within = current is not None and time - current.time <= 120 * DAY
        if event["data"].get("event") == "accepted" and not (within and current.end is None):
            found.append(Shipment(item, event))
            for early in [w for w in waiting if w["at"] >= time - 30 * DAY]:
                found[-1].take(early)
                waiting.remove(early)
        elif within:
            current.take(event)
        else:
            waiting.append(event)
    return found


class Dossier:
    def __init__(self):
        self.carried, self.notes = [], []

    def settle(self):
        self.carried.sort(key=lambda c: c[0].key)
        self.notes.sort(key=lambda e: e["key"])

    def postings(self, *papers):
        groups = collections.OrderedDict()
        for shipment, _ in self.carried:
            if shipment.carries in papers and not (shipment.end and shipment.end[0] == "cancelled"):
                groups.setdefault((shipment.carries, shipment.office, day_of(shipment.time)), []).append(shipment)
        return list(groups.values())

    def delivered(self, *papers):
        return [max(s.end[1] for s in group) for group in self.postings(*papers)
                if all(s.end and s.end[0] == "delivered" for s in group)]

    def said(self, *words):
        return [(e["at"], e["data"]) for e in self.notes if e["data"]["note"] in words]

    def told(self, since):
        times = [time for time, _ in self.said("date-told")]
        times += [s.end[1] for s, _ in self.carried if s.carries == "slip" and s.end and s.end[0] == "delivered"]
        return min((time for time in times if time >= since), default=None)

    def procedure(self):
        named = [procedure for _, procedure in self.carried if procedure]
        named += [data["procedure"] for _, data in self.said("received") if data.get("procedure")]
        return named[0] if named else None

    def supplements(self, lodged, finish):
        steps = sorted((time, 0) for time in self.delivered("supplement"))
        steps += [(time, 1 if data["note"] == "supplement-requested" else 2)
                  for time, data in self.said("supplement-requested", "supplement-received")]
        waits, by_note, by_post, life = False, 0, 0, []
        for time, kind in sorted(steps, key=lambda step: step[0]):
            if finish is not None and time >= finish:
                continue
            if kind == 1:
                if not waits:
                    waits, by_note, by_post = True, 0, 0
                    life.append((time, "asked"))
            elif kind == 2 and not waits and by_post:
                by_post -= 1
            elif kind == 0 and not waits and by_note:
                by_note -= 1
            else:
                if lodged is None or time >= lodged:
                    by_note, by_post = by_note + (kind == 2), by_post + (kind == 0)
                waits = False
                life.append((time, "complete"))
        return life

    def runs(self):
        receipts = [time for time, _ in self.said("received")]
        lodged = min(receipts[:1] + self.delivered("dossier"), default=None)
        if lodged is None or self.procedure() not in PROCEDURES:
            return []
        given_up = min((time for time, _ in self.said("given-up")), default=None)
        decided = [time for time, _ in self.said("result-ready", "refused")][:1]
        decided = min(decided + [s.time for group in self.postings("result", "refusal") for s in group], default=None)
        finish = min((t for t in (decided, given_up) if t is not None), default=None)
        life = [(max(decided, lodged), 2, decided, "decided")] if decided is not None else []
        life += [(max(given_up, lodged), 3, given_up, "given-up")] if given_up is not None else []
        asked = self.supplements(lodged, finish)
        early = [step for step in asked if step[0] < lodged][-1:]
        for step in asked:
            place = lodged if [step] == early and step[1] == "asked" else step[0]
            if place >= lodged:
                life.append((place, 4, step[0], step[1]))
        life.sort(key=lambda step: (step[0], step[2], step[1]))
        carried = self.carried[0][0] if self.carried else None
        agency = carried.agency if carried and (not receipts or carried.time <= receipts[0]) else \
            self.said("received")[0][1]["agency"]
        runs, began, held = [], lodged, None
        pauses, end, done = [], None, None
        for _, _, time, what in life:
            if what == "asked":
                held = max(time, began)
            elif what == "complete":
                pauses = [(held, max(time, held))] if held is not None else []
                runs.append(self.run(agency, began, time, None, pauses))
                began, held, pauses = time, None, []
            else:
                end, done = time, time if what == "decided" else None
                break
        if held is not None:
            pauses = [(held, None if end is None else max(end, held))]
        return runs + [self.run(agency, began, end, done, pauses)]

    def run(self, agency, began, end, done, pauses):
        days, unit = PROCEDURES[self.procedure()]
        counted = began
        if days == 0 and (began + LOCAL) % DAY // 1_000_000 > 15 * 3600 and is_working(day_of(began)):
            counted = start_of(rolled(day_of(began) + 1))
        last = (last_plain_day if unit == "day" else last_working_day)(days, counted, pauses)
        return Run("processing", agency, (), AGENCIES[agency]["district"], None, began, end, done, last, pauses)


def read(path):
    standing, log, voided, seen = [], [], set(), set()
    for line in open(path, encoding="utf-8"):
        event = json.loads(line)
        name = (event["source"], event["id"])
        if name in seen:
            continue
        seen.add(name)
        event["at"] = micros(event["time"])
        rank = MILESTONES.index(event["data"]["event"]) if "event" in event["data"] else 255
        event["key"] = (event["at"], rank, event["source"], event["id"])
        log.append(event)
        if event["type"].endswith("voided.v1"):
            voided.add((event["data"]["voids"]["source"], event["data"]["voids"]["id"]))
    for event in log:
        event["voided"] = (event["source"], event["id"]) in voided
    return log


log = read(sys.argv[2])
parked = [json.loads(line) for line in open(sys.argv[3], encoding="utf-8")]
items = collections.defaultdict(list)
dossiers = collections.defaultdict(Dossier)
for event in log:
    if event["voided"]:
        continue
    if event["type"].endswith(("scanned.v1", "noted.v1")) and "item" in event["data"]:
        items[event["data"]["item"]].append(event)
    if event["type"].endswith("noted.v1"):
        dossiers[event["data"]["dossier"]].notes.append(event)
everything = [shipment for item, events in items.items() for shipment in shipments(item, events)]
for shipment in everything:
    for code, procedure in shipment.dossiers + shipment.named:
        dossiers[code].carried.append((shipment, procedure))
for dossier in dossiers.values():
    dossier.settle()
all_runs = [run for dossier in dossiers.values() for run in dossier.runs()]
for shipment in everything:
    told = [dossiers[code].told(shipment.time) for code, _ in shipment.dossiers + shipment.named]
    all_runs.append(shipment.leg(min((time for time in told if time is not None), default=None)))


def figures(first, last, kind=None, meant=None):
    low, high = start_of(first), start_of(last + 1)

    def is_meant(agency, offices, district):
        return meant in {None: [None], "agency": [agency], "office": offices, "district": [district]}[kind]

    sent = [s for s in everything if is_meant(s.agency, s.offices(), s.district())]
    runs = [run for run in all_runs if is_meant(run.agency, run.offices, run.district)]
    # An agency's dossiers are scanned by all offices' scanners.
    places = {code for code, row in OFFICES.items() if kind != "agency" and is_meant(None, [code], row["district"])}
    days = [day for day in range(first, last + 1) if is_working(day)]
    out = []

    def inside(time):
        return time is not None and low <= time < high

    def add(name, scale, top, bottom, subject="all", code=None):
        out.append(dict(id=name, subject=subject, code=code, numerator=top, denominator=bottom,
                        value=scale * top / bottom if bottom else None))

    def single(name, count, value, subject="all", code=None, top=None):
        out.append(dict(id=name, subject=subject, code=code, numerator=top, denominator=count, value=value))

    def weeks(times):
        return collections.Counter((day_of(time) + 3) // 7 for time in times)

    accepted = [s for s in sent if inside(s.time)]
    add("lost", 10_000, sum(any(inside(a) and not (b is not None and b < high) and
                                not (s.end and s.end[1] < high) for a, b in s.losses) for s in sent), len(accepted))
    add("damaged", 10_000, sum(any(map(inside, s.damages)) for s in sent), len(accepted))
    ended = [s for s in sent if s.end and inside(s.end[1])]
    handed = [s for s in ended if s.end[0] != "cancelled"]
    add("misrouted", 10_000, sum(any(step[0] == "misrouted" for step in s.steps) for s in handed), len(handed))
    add("withdrawn", 10_000, len(ended) - len(handed), len(accepted))
    tries = [(s, s.first_try()) for s in sent]
    tries = [(s, first[1]) for s, first in tries if first and inside(first[0])]
    for subject, code, meant in [("all", None, (True, False)), ("part", "collection", (True,)), ("part", "return", (False,))]:
        some = [succeeded for s, succeeded in tries if s.is_collection in meant]
        add("first-try", 100, sum(some), len(some), subject, code)
        some = [s.is_whole() for s in handed if s.is_collection in meant]
        add("unbroken", 100, sum(some), len(some), subject, code)

    scans = [e for e in log
             if e["type"].endswith("scanned.v1") and inside(e["at"]) and e["data"]["office"] in places]
    add("voided-scans", 10_000, sum(e["voided"] for e in scans), len(scans))
    senders = [message["key"].split(".", 1) for message in parked if inside(micros(message["recorded"]))]
    left = sum(kind is None or key[0] == "postoffice" and key[1] in places or key == [kind, meant] for key in senders)
    add("parked", 10_000, left, len(scans) + left)
    counts = collections.defaultdict(collections.Counter)
    for e in scans:
        if not e["voided"]:
            counts[e["data"]["office"]][day_of(e["at"])] += 1
            counts[e["data"]["office"]][(day_of(e["at"]), e["data"]["event"])] += 1
    silent = {office: "".join("." if seen[day] else "x" for day in days) for office, seen in counts.items()}
    add("silent-days", 100, sum(s.count("x") for s in silent.values()), len(silent) * len(days))
    for office, marks in silent.items():
        add("silent-days", 100, marks.count("x"), len(days), "office", office)
    add("silent-offices", 100, len(places) - len(silent), len(places))
    longest = max((len(run) for marks in silent.values() for run in marks.split(".")), default=None)
    single("longest-outage", len(silent), longest, top=longest)

    lists = {}
    for e in sorted((e for e in log if e["type"].endswith("tallied.v1") and not e["voided"]), key=lambda e: e["key"]):
        day = number(datetime.date.fromisoformat(e["data"]["date"]))
        if first <= day <= last and e["source"].split("/")[2] in places:
            lists[(e["source"].split("/")[2], day)] = e["data"]
    sums = collections.defaultdict(lambda: [0] * 6, {None: [0] * 6})
    for (office, day), data in lists.items():
        missing = [data[what] - counts[office][(day, what)] for what in ("accepted", "delivered")]
        row = [max(missing[0], 0), data["accepted"], max(missing[1], 0), data["delivered"], int(any(missing)), 1]
        for key in (office, None):
            sums[key] = [a + b for a, b in zip(sums[key], row)]
    for office, row in sums.items():
        subject = "all" if office is None else "office"
        add("unscanned-acceptances", 10_000, row[0], row[1], subject, office)
        add("differing-lists", 100, row[4], row[5], subject, office)
    add("unscanned-deliveries", 10_000, sums[None][2], sums[None][3])

    heard, told = collections.defaultdict(set), collections.defaultdict(set)
    for e in log:
        if e["source"].startswith("/postoffices/") and e["source"].split("/")[2] in places and inside(e["at"]):
            if e["type"].endswith("alive.v1"):
                told[e["source"]].add(int(e["data"]["sequence"]))
            elif "sequence" in e:
                heard[e["source"]].add(int(e["sequence"]))
    missing = sum(len(set(range(min(heard[s] | {n + 1 for n in told[s]}), max(heard[s] | told[s]) + 1)) - heard[s])
                  for s in set(heard) | set(told))
    numbers = sum(map(len, heard.values()))
    add("missing-sequences", 10_000, missing, numbers + missing)

    def score(run):
        return 0 if run.done >= start_of(run.last_day + 1) else 2 if day_of(run.done) < run.last_day else 1

    done = [run for run in runs if inside(run.done)]
    points = {id(run): score(run) for run in done if run.last_day is not None}

    def brief(some, subject, code):
        scores = [points[id(run)] for run in done if some(run) and id(run) in points]
        add("score", 1, sum(scores), len(scores), subject, code)
        add("within", 100, sum(s > 0 for s in scores), len(scores), subject, code)
        return scores

    def quantile(name, lengths, share, subject, code):
        lengths = sorted(lengths)
        value = lengths[math.ceil(len(lengths) * share / 100) - 1] // (HOUR // 4) / 4 if lengths else None
        single(name, len(lengths), value, subject, code)

    def full(some, subject, code):
        scores = brief(some, subject, code)
        for name, wanted in (("earlier", 2), ("on-last-day", 1), ("later", 0)):
            add(name, 100, scores.count(wanted), len(scores), subject, code)
        running = [run for run in runs if some(run) and run.began < high and not (run.end is not None and run.end < high)]
        add("overdue", 100, sum(run.last_day is not None and start_of(run.last_day + 1) <= high for run in running),
            len(running), subject, code)
        lengths = [max(run.done - run.began, 0) for run in done if some(run)]
        quantile("median", lengths, 50, subject, code)
        quantile("p90", lengths, 90, subject, code)
        late = [run for run in done if some(run) and points.get(id(run)) == 0]
        quantile("median-delay", [delay(run) for run in late], 50, subject, code)
        add("mean-delay", 1, sum(sum(map(is_working, range(run.last_day + 1, day_of(run.done) + 1))) for run in late),
            len(late), subject, code)

    for part in ("collection", "processing", "return"):
        full(lambda run: run.part == part, "part", part)
    brief(lambda run: run.part != "processing", "party", "post")
    brief(lambda run: run.part == "processing", "party", "agency")
    for route in ("same-district", "within-province", "between-provinces", "remote"):
        brief(lambda run: run.route == route, "route", route)
    touched = {run.agency for run in runs if run.part == "processing" and (run.end is None or run.end >= low)
               and (run.began if run.end is None else min(run.began, run.end)) < high}
    for agency in touched:
        full(lambda run: run.part == "processing" and run.agency == agency, "agency", agency)

    shares = collections.defaultdict(list)
    for run in done:
        if run.part != "processing" and id(run) in points:
            shares[(day_of(run.done) + 3) // 7].append(points[id(run)] > 0)
    shares = [100 * sum(week) / len(week) for week in shares.values()]
    single("weekly-spread", len(shares), max(shares) - min(shares) if len(shares) > 1 else None)
    open_days = collections.Counter((day + 3) // 7 for day in days)
    came = weeks(s.time for s in accepted)
    rates = [came[week] / count for week, count in open_days.items()]
    mean = sum(rates) / max(len(rates), 1)
    deviation = math.sqrt(sum((rate - mean) ** 2 for rate in rates) / max(len(rates), 1))
    single("weekly-variation", len(rates), 100 * deviation / mean if mean and len(rates) > 1 else None)
    return out


answer = {}
for name in sys.argv[4:]:
    period, _, scope = name.partition("@")
    ends = [number(datetime.date.fromisoformat(text)) for text in period.split("/")]
    answer[name] = figures(*ends, *(scope.split("=") if scope else ()))
json.dump(answer, sys.stdout)
