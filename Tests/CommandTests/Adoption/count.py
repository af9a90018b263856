#!/usr/bin/python3
"""Counts adoption from the configuration's tables, by other means than dossierd, to be held against it.

usage: count.py CONFIG-FOLDER DAY...

Prints a line of JSON for each day: by level, district and agency [counted, served, needed or null], and the agencies
below their target with what each lacks, the largest lack first.
"""
import csv
import json
import sys
from datetime import date
from fractions import Fraction
from math import ceil

folder, days = sys.argv[1], sys.argv[2:]


def table(name):
    with open(f"{folder}/{name}", encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def day(text, default):
    return date.fromisoformat(text) if text else default


AGENCIES = {row["code"]: row for row in table("registry/agencies.csv")}
SERVICES = table("registry/services.csv")
TARGETS = table("targets.csv")


def spans(row, begin, end, on):
    return day(row[begin], date.min) <= on <= day(row[end], date.max)


def holder(code, on):
    """Who has the agency's procedures on the day; None where it ended and nobody took over."""
    while True:
        row = AGENCIES[code]
        if on <= day(row["until"], date.max):
            return code if day(row["since"], date.min) <= on else None
        if not row["successor"]:
            return None
        code = row["successor"]


def target(level, on):
    rows = [row for row in TARGETS if row["level"] == level and date.fromisoformat(row["from"]) <= on]
    row = max(rows, key=lambda row: row["from"], default=None)
    return None if row is None else Fraction(row["share"]) / 100


def count(on):
    served, counted = set(), set()
    for row in SERVICES:
        agency = holder(row["agency"], on)
        if agency is None or not spans(row, "listed_from", "listed_to", on):
            continue
        pair = (agency, row["procedure"])
        if row["served_from"] and spans(row, "served_from", "served_to", on):
            served.add(pair)
        if row["survey"] != "unsuitable":
            counted.add(pair)

    def group(key):
        groups = {}
        for pair in counted:
            name = key(AGENCIES[pair[0]], pair[0])
            if name:
                groups.setdefault(name, []).append(pair)
        result = {}
        for name, pairs in groups.items():
            shares = [target(AGENCIES[agency]["level"], on) for agency, _ in pairs]
            needed = None if None in shares else ceil(sum(shares, Fraction(0)))
            result[name] = [len(pairs), sum(pair in served for pair in pairs), needed]
        return result

    agencies = group(lambda _, code: code)
    lacks = {code: need - has for code, (_, has, need) in agencies.items() if need is not None and need > has}
    still_open = {code: agencies[code][0] - agencies[code][1] for code in lacks}
    order = sorted(lacks, key=lambda code: (-lacks[code], -still_open[code], code))
    return {
        "on": on.isoformat(), "levels": group(lambda row, _: row["level"]),
        "districts": group(lambda row, _: row["district"]), "agencies": agencies,
        "missing": [[code, lacks[code]] for code in order],
    }


for text in days:
    print(json.dumps(count(date.fromisoformat(text)), ensure_ascii=False))
