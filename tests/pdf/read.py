"""What programs that are not ours see in PDF files: `check` them against the standards, or `look` at all that is in them."""

import json
import re
import sys

import outloud
import page
import pikepdf

# This checker takes a `\r` at the end of a stream for a part of the end of the line behind it. `wrong_lengths` looks again.
STREAM_LENGTH = "PDFA2A-STREAM-LENGTH-001"

# Of the second reader.
SKIPPED = [
    "TAG-002",  # Takes the repeated head of a table for a text that is left out.
    "ORD-001",  # Takes the text of an element before that of the elements within it.
    "PAG-001",  # Takes a question that stands at the top of several pages for a running header.
    "LNK-010",  # Wants every address to be a link: in bold, and in a picture, it is what was typed.
    "TBL-010",  # Counts the heads of rows with those of columns, and finds a small table to have too many.
    "TBL-012",  # Takes a table to fill in by hand for no table.
]


def check(path):
    profiles = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A]
    reports = [page.validate_pdf(path, profile=profile) for profile in profiles]
    failures = [failure for report in reports for failure in report.failures if failure.rule_id != STREAM_LENGTH]
    heard = outloud.check(path, skip=SKIPPED)
    findings = [finding for finding in heard.findings if finding.severity != "info"]
    return {
        "rules": sum(report.rules.total for report in reports),
        "faults": [f"{failure.rule_id}: {failure.message}" for failure in failures]
        + [f"{finding.rule}: {finding.message} {finding.evidence}" for finding in findings]
        + ([heard.error] if heard.error else []),
        "wrong_lengths": wrong_lengths(path),
    }


def wrong_lengths(path):
    """How many streams do not end where they say."""
    with open(path, "rb") as file:
        data = file.read()
    streams = re.finditer(rb"/Length (\d+)[^>]*?>>\s*?stream\r?\n", data)
    ends = [stream.end() + int(stream[1]) for stream in streams]
    right = [end for end in ends if re.match(rb"\r?\nendstream", data[end : end + 12])]
    return len(re.findall(rb"endstream\s+endobj", data)) - len(right)


def look(path):
    with pikepdf.open(path) as pdf:
        return {
            "language": str(pdf.Root.Lang),
            "pages": len(pdf.pages),
            "about": {name: str(value) for name, value in pdf.docinfo.items()},
            "streams": "\n".join(thing.read_bytes().decode("latin-1") for thing in pdf.objects if isinstance(thing, pikepdf.Stream)),
            "strings": "\n".join(text for thing in pdf.objects for text in strings(thing, top=True)),
        }


def strings(thing, top=False):
    """Every string in a thing of the file. A thing that it only names is met by itself."""
    if isinstance(thing, pikepdf.String):
        return [str(thing)]
    if not isinstance(thing, pikepdf.Object) or (thing.is_indirect and not top):
        return []
    if isinstance(thing, pikepdf.Array):
        return [text for part in thing for text in strings(part)]
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return [text for _, part in thing.items() for text in strings(part)]
    return []


how, *paths = sys.argv[1:]
print(json.dumps([{"check": check, "look": look}[how](path) for path in paths]))
