#!/usr/bin/env python3
"""Prints what the program is built of, as a CycloneDX bill of materials, from what cargo itself says.

    python3 benches/bill_of_materials.py [FEATURE ...]"""

import json
import subprocess
import sys

FEATURES = ["--features", ",".join(sys.argv[1:])] if sys.argv[1:] else []


def said(*words):
    return subprocess.run(["cargo", *words], capture_output=True, text=True, check=True).stdout


metadata = json.loads(said("metadata", "--format-version", "1", "--locked", *FEATURES))
packages = {package["id"]: package for package in metadata["packages"]}
nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}

# What only the tests need is in no program.
inside, waiting = set(), [metadata["resolve"]["root"]]
while waiting:
    one = waiting.pop()
    if one in inside:
        continue
    inside.add(one)
    waiting += [needed["pkg"] for needed in nodes[one]["deps"] if any(kind["kind"] != "dev" for kind in needed["dep_kinds"])]

locked = {}
for block in open("Cargo.lock").read().split("[[package]]")[1:]:
    facts = dict(line.split(" = ", 1) for line in block.splitlines() if " = " in line)
    locked[(facts["name"].strip('"'), facts["version"].strip('"'))] = facts.get("checksum", "").strip('"')


def component(package, sort):
    name, version = package["name"], package["version"]
    hashes = locked.get((name, version))
    made = {"type": sort, "bom-ref": f"pkg:cargo/{name}@{version}", "name": name, "version": version, "purl": f"pkg:cargo/{name}@{version}"}
    made["licenses"] = [{"expression": package["license"].replace("/", " OR ")}] if package["license"] else []
    if hashes:
        made["hashes"] = [{"alg": "SHA-256", "content": hashes}]
    return made


root = metadata["resolve"]["root"]
reference = {one: f"pkg:cargo/{packages[one]['name']}@{packages[one]['version']}" for one in inside}
bill = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.5",
    "version": 1,
    "metadata": {"component": component(packages[root], "application")},
    "components": [component(packages[one], "library") for one in sorted(inside - {root}, key=reference.get)],
    "dependencies": [
        {"ref": reference[one], "dependsOn": sorted({reference[needed["pkg"]] for needed in nodes[one]["deps"] if needed["pkg"] in inside})}
        for one in sorted(inside, key=reference.get)
    ],
}
print(json.dumps(bill, indent=2, ensure_ascii=False))
