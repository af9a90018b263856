#!/usr/bin/python3
"""Holds bodies of webhooks, one a line, and the example of the README, against the contract's schema.

Prints one line for each disagreement, and ends with 1 where there is one. No member is let pass that the schema does not
name, although a receiver should: a name that only the daemon knows is a mistake.
usage: body-agrees.py CONTRACT-FOLDER BODIES
"""

import json
import pathlib
import re
import sys

from jsonschema import Draft202012Validator, ValidationError, validators

contract, bodies = map(pathlib.Path, sys.argv[1:3])


def pattern(validator, wanted, instance, schema):
    """ECMA-262's `$` ends the text alone; Python's also stands before a last line break."""
    if isinstance(instance, str) and not re.search(wanted.replace("$", r"\Z"), instance):
        yield ValidationError(f"{instance!r} does not match {wanted!r}")


def closed(schema, is_part=False):
    """The schema without room for other members."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    # What lies in an allOf must let pass what its neighbour names.
    schema = {
        name: [closed(each, True) for each in value] if name == "allOf" else closed(value)
        for name, value in schema.items()
    }
    if isinstance(schema.get("properties"), dict) and not is_part:
        schema["unevaluatedProperties"] = False
    return schema


schema = closed(json.loads((contract / "webhook.schema.json").read_text()))
# An alert is made of the subject, which is closed where it stands alone.
schema["$defs"]["part"] = {**schema["$defs"]["subject"]}
del schema["$defs"]["part"]["unevaluatedProperties"]
for name in ["alert", "line"]:
    schema["$defs"][name]["allOf"] = [{"$ref": "#/$defs/part"}]
Draft202012Validator.check_schema(schema)
validator = validators.extend(Draft202012Validator, {"pattern": pattern})(schema)

examples = re.findall(r'```json\n(\{ "version".*?)```', (contract / "README.md").read_text(), re.S)
lines = [line for line in bodies.read_text().split("\n") if line]
problems = [] if examples and lines else ["expected an example in the README and bodies, found none"]
for text in examples + lines:
    for error in validator.iter_errors(json.loads(text)):
        problems.append(f"{'/'.join(map(str, error.absolute_path))}: {error.message} in {text}")
print("\n".join(problems))
sys.exit(1 if problems else 0)
