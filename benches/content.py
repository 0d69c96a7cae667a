#!/usr/bin/env python3
"""Counts what the questionnaires ask and say: in the walk and in all, and the prompts for a kopgroep of five.

    python3 benches/content.py [FOLDER OF A CHECKOUT]
"""
import re
import sys
import tomllib
from pathlib import Path

ORGANISATIONS = 5
# Nobody fills a group with less than two things; each thing is asked field by field.
THINGS = 2

root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")


def prompts(question):
    each = ORGANISATIONS if "per" in question else 1
    fields = len(question.get("field", []))
    return each * (THINGS * fields if fields else 1)


def words(value):
    if isinstance(value, str):
        return len(re.findall(r"\w+", value))
    if isinstance(value, dict):
        told = {key: one for key, one in value.items() if key in TEXTS or isinstance(one, (dict, list))}
        return sum(words(one) for one in told.values())
    return sum(words(one) for one in value) if isinstance(value, list) else 0


TEXTS = {"title", "intro", "ask", "help", "why", "example", "label", "text", "advice", "how", "about", "consequence", "item"}

print("| fase | vragen | in de loop | alleen bij een gekozen activiteit | invoer voor vijf | in de loop | stappen | signalen | woorden |")
print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
for name in ["verkennen", "ontwikkelen", "uitbouwen"]:
    whole = tomllib.loads((root / "questionnaires" / f"{name}.toml").read_text())
    asked = [(section, question) for section in whole["section"] for question in section["question"]]
    core = [(section, question) for section, question in asked if question.get("depth") != "verdieping"]
    walked = [question for section, question in core if "walk_when" not in section]
    chosen = [question for section, question in core if "walk_when" in section]
    row = [
        name,
        len(asked),
        len(walked),
        len(chosen),
        sum(prompts(question) for _, question in asked),
        sum(prompts(question) for question in walked),
        len(whole.get("action", [])),
        len(whole.get("signal", [])),
        words(whole),
    ]
    print("| " + " | ".join(str(one) for one in row) + " |")
