#!/usr/bin/env python3
"""What was tried to make regio lose, leak or fall, and how often it did: writes the table of docs/betrouwbaarheid.md.

    python3 benches/trust.py [PROGRAM] [--times N] [--only PART ...]

Only Linux, with strace. N times as much of everything that can be done more often."""

import concurrent.futures
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
OPTIONS = {"--times": [], "--only": []}
ARGUMENTS, words = [], iter(sys.argv[1:])
for word in words:
    OPTIONS[word].append(next(words)) if word in OPTIONS else ARGUMENTS.append(word)
TIMES, ONLY = int((OPTIONS["--times"] or ["1"])[-1]), OPTIONS["--only"]
PROGRAM = str(pathlib.Path(ARGUMENTS[0] if ARGUMENTS else ROOT / "target/release/regio").resolve())
EXAMPLE = (ROOT / "examples/halverwege/regio.toml").read_text()
TODAY = "2026-11-24"
FAULTS = ["ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT"]
CALLS = ["openat", "write", "fsync", "rename", "unlink", "link", "ftruncate", "fchmod", "mkdir", "read", "statx", "flock"]
HOSTILE = [
    "\x1b[2J\x1b]0;weg\x07", "\u202etxt.exe\u202c", "=HYPERLINK(\"http://x.example\")", "+1+1|cmd", "@SUM(A1)", "-2+3", "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>", "[klik](javascript:alert(1))", "{{ geheim }}", "{% for a in b %}", "\u0085\u009b31m", "\u2028\u2029", "]]>&lt;",
    "BEGIN:VEVENT\r\nSUMMARY:weg", "../../etc/passwd", "$(rm -rf .)", "'; DROP TABLE", "\u200b\u2060\ufeff", "a" * 5000, "#set page()", "\\input{x}", "%0d%0a", "🦠" * 50,
]
panics = [0]


def run(folder, words, before=(), today=TODAY, state="state"):
    surroundings = {"PATH": os.environ["PATH"], "REGIO_STATE": str(folder / state), "REGIO_VANDAAG": today}
    done = subprocess.run([*before, PROGRAM, *words], cwd=folder, env=surroundings, capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
    if b"liep vast" in done.stderr or b"panicked" in done.stderr:
        panics[0] += 1
        print("panic:", words, done.stderr[:300], file=sys.stderr)
    return done


def new(text=EXAMPLE):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="regio-trust-"))
    (folder / "regio.toml").write_text(text)
    return folder


def is_whole(folder, before, word):
    """The project is what it was, or what it became with all that was in it."""
    now = (folder / "regio.toml").read_text()
    if now == before:
        return "before"
    lines = set(now.splitlines())
    return "after" if word in now and all(line in lines for line in before.splitlines() if not line.startswith("regio =")) else "broken"


def swept(failures):
    """Every call of every kind fails once, in three commands. How often, and how often something was lost."""
    tried = lost = 0
    commands = [["gebeurtenis", "nieuw", "Het is gelukt"], ["besluit", "nieuw", "Het is gelukt"],
                ["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Het is gelukt"]]
    for words in commands[: 1 if TIMES == 1 else 3]:
        for failure in failures:
            for call in CALLS:
                for when in range(1, 200):
                    folder = new()
                    inject = f"inject={call}:{failure}:when={when}"
                    done = run(folder, words, ["strace", "-f", "-qq", "-o", str(folder / "calls"), "-e", f"trace={call}", "-e", inject])
                    calls = (folder / "calls").read_text() if (folder / "calls").exists() else ""
                    happened = "INJECTED" in calls or "killed by" in calls
                    state = is_whole(folder, EXAMPLE, "Het is gelukt")
                    shutil.rmtree(folder)
                    if not happened:
                        break
                    tried += 1
                    # Broken, or said to be kept and not there.
                    if state == "broken" or (done.returncode == 0 and state != "after"):
                        lost += 1
                        print("lost:", words, inject, done.returncode, done.stderr[:300], file=sys.stderr)
    return tried, lost


def writers():
    """Four people on four machines, in one file at the same time."""
    folder, each = new(), 12 * TIMES
    def one(person):
        kept = []
        for number in range(each):
            word = f"Van {person} nummer {number}."
            if run(folder, ["gebeurtenis", "nieuw", word], state=f"state-{person}").returncode == 0:
                kept.append(word)
        return kept
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        said = [word for kept in pool.map(one, range(4)) for word in kept]
    now = (folder / "regio.toml").read_text()
    shutil.rmtree(folder)
    return len(said), sum(word not in now for word in said)


def editions():
    """One hidden thing changes, and no byte of what others get may change with it."""
    answers = [place.start() for place in re.finditer(r'^\[answer\.[^\n]*\]\nvalue = "', EXAMPLE, re.M)]
    random.Random(1).shuffle(answers)
    compared = leaked = 0
    def told(text, edition):
        folder = new(text)
        run(folder, ["document", "alles", "--editie", edition, "--uit", "uit"])
        made = {path.name: path.read_bytes() for path in sorted((folder / "uit").rglob("*")) if path.is_file()} if (folder / "uit").exists() else {}
        shutil.rmtree(folder)
        return made
    for start in answers[: 6 * TIMES]:
        head = EXAMPLE[start:].split("\n", 1)[0]
        place = start + len(head) + 1
        line = EXAMPLE[place:].split("\n", 1)[0]
        # A choice has to stay one of the choices: there only the remark changes.
        is_words = " " in line
        def hidden(word):
            value = f'value = "{word}"' if is_words else line
            return EXAMPLE[:place] + value + f'\ntlp = "RED"\nnote = "{word}"' + EXAMPLE[place + len(line):]
        for edition in ["openbaar", "deelnemers"]:
            one, other = told(hidden("Het een"), edition), told(hidden("Heel wat anders"), edition)
            assert one, f"no documents for {edition}"
            compared += len(one)
            leaked += sum(one.get(name) != other.get(name) for name in one.keys() | other.keys())
    return compared, leaked


def hostile():
    """Hostile words in fields, through every output that is text. What steers a terminal may stand nowhere in what is shown."""
    steers = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
    shown = escaped = 0
    for text in HOSTILE * TIMES:
        project = EXAMPLE + f"\n[[event]]\nkind = \"succes\"\ntext = {json.dumps(text)}\ndate = 2026-11-02\n\n[[decision]]\nid = \"vijandig\"\ntext = {json.dumps(text)}\ndate = 2026-11-02\n"
        folder = new(project)
        for words in [["status"], ["gebeurtenis"], ["besluit"], ["geschiedenis"], ["document", "overzicht"], ["gebeurtenis", "--formaat", "markdown"],
                      ["besluit", "--formaat", "html"], ["gebeurtenis", "--formaat", "json"], ["gebeurtenis", "nieuw", text], ["fase", "--geen-vragen", "--antwoord", f"verkennen.grens={text}"],
                      ["organisatie", "nieuw", text], ["status", "--project", text], [text]]:
            if any("\0" in word for word in words):
                continue
            done = run(folder, words)
            shown += 1
            said = (done.stdout + done.stderr).decode("utf-8", "replace").replace("\r\n", "\n")
            raw_script = "<script>" in said and "html" in words
            if steers.search(said) or raw_script:
                escaped += 1
                print("shown raw:", words, repr(steers.search(said)), file=sys.stderr)
        shutil.rmtree(folder)
    return shown, escaped


def mangled():
    """Projects with pieces gone, doubled and replaced: looked at and changed, never made worse."""
    chance, tried, worse = random.Random(7), 0, 0
    for _ in range(60 * TIMES):
        raw = bytearray(EXAMPLE.encode())
        for _ in range(chance.randint(1, 4)):
            start = chance.randrange(len(raw))
            end = min(len(raw), start + chance.randrange(60))
            raw[start:end] = chance.choice([b"", bytes(raw[start:end]) * 2, bytes([chance.randrange(256)]), b'"""', b"\x1b", b"[", b"= = =", "\u202e".encode()])
        folder = new("")
        (folder / "regio.toml").write_bytes(raw)
        for words in [["status"], ["checklist"], ["controleer"]]:
            done = run(folder, words)
            tried += 1
            worse += (folder / "regio.toml").read_bytes() != bytes(raw) or done.returncode not in (0, 1, 3)
        done = run(folder, ["gebeurtenis", "nieuw", "Het is gelukt"])
        tried += 1
        now = (folder / "regio.toml").read_bytes()
        worse += now != bytes(raw) and (done.returncode != 0 or run(folder, ["status"]).returncode != 0)
        shutil.rmtree(folder)
    return tried, worse


def network():
    """Calls to the network, of commands of every sort."""
    folder, commands, calls = new(), 0, 0
    for words in [["status"], ["checklist", "--alles"], ["document", "alles", "--uit", "uit"], ["rondvraag", "maak", "--uit", "rondvraag"], ["geschiedenis"], ["organisatie"],
                  ["controleer"], ["herstel"], ["bijwerken"], ["gebeurtenis", "nieuw", "Gelukt"], ["stap", "lijst"], ["label"], ["document", "agenda", "--uit", "a.ics"]]:
        run(folder, words, ["strace", "-f", "-qq", "-o", str(folder / "calls"), "-e", "trace=network"])
        commands += 1
        calls += sum("AF_UNIX" not in line and "(" in line for line in (folder / "calls").read_text().splitlines())
    shutil.rmtree(folder)
    return commands, calls


def memory():
    """Megabytes of memory for each megabyte of a project, to look at it and to change it: the highest of three sorts of content."""
    megabytes = 4
    sorts = {
        "lange teksten": lambda number: f'[[lapsed]]\nquestion = "verkennen.aanleiding"\nask = "Wat?"\nvalue = "{"Wij bellen elkaar. " * 100}"\nwhy = "weg {number}"\n\n',
        "geschiedenis": lambda number: f'[[history]]\nat = 2026-11-20T10:00:00+01:00\nsubject = "answer"\nquestion = "verkennen.aanleiding"\nfrom = "{"Een storing. " * 8}"\nto = "Nummer {number}"\n\n',
        "korte regels": lambda number: f'[[event]]\nkind = \"succes\"\ntext = "Gelukt {number}"\ndate = 2026-11-02\n\n',
    }
    measure = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    found = []
    for sort, part in sorts.items():
        head = 'schema = 1\n\n[project]\nid = "proef"\nname = "Samen Sterk"\ncreated = 2026-11-01\n\n'
        parts, size, number = [head], len(head), 0
        while size < megabytes * 1024 * 1024:
            parts.append(part(number))
            size, number = size + len(parts[-1]), number + 1
        times = []
        for words in [["status"], ["besluit", "nieuw", "Proef"]]:
            folder = new("".join(parts))
            said = run(folder, words, [sys.executable, "-c", measure]).stdout
            times.append(round(int(said.split()[-1]) / 1024 / megabytes))
            shutil.rmtree(folder)
        found.append((sort, *times))
    return found


PARTS = {
    "kills": ("Programma afgebroken vóór een systeemaanroep", "antwoorden verloren", lambda: swept(["signal=KILL"])),
    "errors": ("Systeemaanroep die mislukt (" + ", ".join(FAULTS) + ")", "antwoorden verloren", lambda: swept([f"error={fault}" for fault in FAULTS])),
    "writers": ("Vier schrijvers tegelijk, elk op een eigen machine: wat ze bewaarden", "gebeurtenissen verloren", writers),
    "editions": ("Documenten voor anderen, met één verborgen ding anders", "documenten die ervan veranderen", editions),
    "hostile": ("Vijandige teksten in opdrachten en uitvoer", "stuurtekens of scripts getoond", hostile),
    "mangled": ("Opdrachten op verminkte projecten", "projecten die erger werden", mangled),
    "network": ("Opdrachten onder strace", "netwerkaanroepen", network),
}


def page(measured):
    """The tables, of all parts that were measured, each with its day."""
    lines = ["| Geprobeerd | Aantal | Wat niet mag | Gevonden | Vastgelopen | Gemeten |", "| --- | ---: | --- | ---: | ---: | --- |"]
    for name, (what, promise, _) in PARTS.items():
        if name in measured:
            tried, failed, fell, how = measured[name]
            lines.append(f"| {what} | {tried} | {promise} | {failed} | {fell} | {how} |")
    if "memory" in measured:
        lines += ["", "| Project van 4 MB met | Geheugen bij lezen | Geheugen bij bewaren |", "| --- | ---: | ---: |"]
        lines += [f"| {sort} | {read} × het bestand | {write} × het bestand |" for sort, read, write in measured["memory"]]
    place = ROOT / "docs/betrouwbaarheid.md"
    before, _, rest = place.read_text().partition("<!-- begin: benches/trust.py -->")
    after = rest.partition("<!-- einde -->")[2]
    place.write_text(f"{before}<!-- begin: benches/trust.py -->\n\n" + "\n".join(lines) + f"\n\n<!-- einde -->{after}")


def main():
    build = next((name for name in ("release", "dist") if name in PROGRAM), "debug")
    found = ROOT / "target/trust.json"
    measured = json.loads(found.read_text()) if found.exists() else {}
    for name in ONLY or [*PARTS, "memory"]:
        started, panics[0] = time.time(), 0
        if name == "memory":
            measured[name] = memory()
        else:
            tried, failed = PARTS[name][2]()
            measured[name] = (tried, failed, panics[0], f"{time.strftime('%Y-%m-%d')}, {build}, {time.time() - started:.0f} s")
        print(name, measured[name], file=sys.stderr)
        # What was measured stands there, also when the rest is broken off.
        found.write_text(json.dumps(measured))
        page(measured)
    return 1 if any(measured[name][1] or measured[name][2] for name in PARTS if name in measured) else 0


sys.exit(main())
