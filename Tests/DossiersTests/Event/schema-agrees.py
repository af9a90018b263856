#!/usr/bin/python3
"""Holds the JSON Schema and the AsyncAPI document of the contract against the corpus.

Prints one line for each disagreement, and ends with 1 where there is one.
usage: schema-agrees.py CONTRACT-FOLDER CORPUS-FOLDER
"""

import json
import pathlib
import re
import sys

import yaml
from jsonschema import Draft202012Validator, ValidationError, validators

contract, corpus = map(pathlib.Path, sys.argv[1:3])
schema = json.loads((contract / "event.schema.json").read_text())
problems = []


def pattern(validator, wanted, instance, schema):
    """ECMA-262's `$` ends the text alone; Python's also stands before a last line break."""
    if isinstance(instance, str) and not re.search(wanted.replace("$", r"\Z"), instance):
        yield ValidationError(f"{instance!r} does not match {wanted!r}")


def rows(name):
    return [json.loads(line) for line in (corpus / name).read_text().split("\n") if line]


def find(document, pointer):
    for step in filter(None, pointer.split("/")):
        document = document[step.replace("~1", "/").replace("~0", "~")]
    return document


def references(document):
    if isinstance(document, dict):
        for key, value in document.items():
            if key == "$ref":
                yield value
            else:
                yield from references(value)
    elif isinstance(document, list):
        for value in document:
            yield from references(value)


Draft202012Validator.check_schema(schema)
validator = validators.extend(Draft202012Validator, {"pattern": pattern})(schema)

for row in rows("good.ndjson"):
    event = row["event"] if "event" in row else json.loads(row["raw"])
    problems += [f"refused by the schema: {row['why']}: {error.message}" for error in validator.iter_errors(event)]
for row in rows("bad.ndjson"):
    if "event" in row and validator.is_valid(row["event"]) != (row.get("schema") == "silent"):
        problems.append(f"the schema {'misses' if 'schema' not in row else 'is not silent on'}: {row['why']}")
for example in sorted((contract / "examples").glob("*.json")):
    for error in validator.iter_errors(json.loads(example.read_text())):
        problems.append(f"{example.name}: {error.message}")

for name in ["asyncapi.yaml", "event.schema.json"]:
    document = yaml.safe_load((contract / name).read_text())
    for reference in references(document):
        file, _, pointer = reference.partition("#")
        try:
            find(yaml.safe_load((contract / file).read_text()) if file else document, pointer)
        except (KeyError, OSError) as error:
            problems.append(f"{name}: {reference} leads nowhere ({error})")

print("\n".join(problems))
sys.exit(1 if problems else 0)
