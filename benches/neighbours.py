#!/usr/bin/env python3
"""How long a person waits, beside other programs that ask and write: the same three questions, the same three answers, one file.

    python3 benches/neighbours.py REGIO [--write]

Copier, Cookiecutter and Questionary come from PyPI into a folder of their own. Each runs on a terminal of its own; what counts is the
time from the start to the first question, and to the end without the typing. Medians; they hold for one machine, quiet.
With --write the table goes into docs/snelheid.md."""
import os
import pty
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
PATIENCE = 30.0
# What comes faster than this is a paste to some; it is taken off again.
TYPING = 0.1
DOCS = Path(__file__).resolve().parent.parent / "docs/snelheid.md"
BEGIN, END = "<!-- begin: benches/neighbours.py -->", "<!-- einde: benches/neighbours.py -->"
QUESTIONARY = """import questionary
names = ["naam", "regio", "trekker"]
said = {name: questionary.text(f"{name}?").ask() for name in names}
with open("antwoorden.toml", "w") as file:
    file.writelines(f'{name} = "{value}"\\n' for name, value in said.items())
"""


def read(master, wanted, since):
    """Reads until the words are there; answers what a program asks of the terminal. Seconds since the start, and what was read."""
    seen = b""
    while wanted is None or wanted not in seen:
        if time.perf_counter() - since > PATIENCE:
            raise SystemExit(f"fout: {wanted!r} kwam niet: {seen[-300:]!r}")
        if not select.select([master], [], [], 0.2)[0]:
            continue
        try:
            new = os.read(master, 65536)
        except OSError:
            break
        if not new:
            break
        seen += new
        if b"\x1b[6n" in new:
            os.write(master, b"\x1b[1;1R")
    return time.perf_counter() - since


def run(command, folder, questions):
    """To the first question, and to the end, in milliseconds."""
    since = time.perf_counter()
    process, master = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.environ.update(TERM="xterm", LANG="C.UTF-8", REGIO_STATE=str(folder / "state"))
        os.execvp(command[0], command)
    first = read(master, questions[0][0], since)
    for number, (_, answer) in enumerate(questions):
        os.write(master, answer)
        time.sleep(TYPING)
        os.write(master, b"\r")
        if number + 1 < len(questions):
            read(master, questions[number + 1][0], since)
    last = read(master, None, since) - TYPING * len(questions)
    os.close(master)
    os.waitpid(process, 0)
    return first * 1000, last * 1000


def prepared(place):
    """The programs, with what each needs for the job."""
    venv = place / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    pip = [venv / "bin/pip", "install", "--quiet", "copier", "cookiecutter", "questionary"]
    subprocess.run(pip, check=True)
    copier = place / "copier"
    copier.mkdir()
    asked = "".join(f'{name}:\n  type: str\n  default: ""\n' for name in ("naam", "regio", "trekker"))
    (copier / "copier.yml").write_text(asked)
    lines = '{% raw %}{% endraw %}naam = "{{ naam }}"\nregio = "{{ regio }}"\ntrekker = "{{ trekker }}"\n'
    (copier / "antwoorden.toml.jinja").write_text(lines)
    cutter = place / "cookiecutter" / "{{ cookiecutter.naam }}"
    cutter.mkdir(parents=True)
    (cutter.parent / "cookiecutter.json").write_text('{"naam": "x", "regio": "x", "trekker": "x"}')
    (cutter / "antwoorden.toml").write_text(lines.replace("{{ ", "{{ cookiecutter."))
    script = place / "asks.py"
    script.write_text(QUESTIONARY)
    bare = [(b"naam", b"a"), (b"regio", b"b"), (b"trekker", b"c")]
    return {
        "Copier": ([venv / "bin/copier", "copy", copier, "uit"], bare),
        "Cookiecutter": ([venv / "bin/cookiecutter", copier.parent / "cookiecutter"], bare),
        "Questionary": ([venv / "bin/python", script], bare),
    }


def main():
    arguments = [one for one in sys.argv[1:] if one != "--write"]
    if len(arguments) != 1:
        raise SystemExit(__doc__)
    regio = Path(arguments[0]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        own = [("Hoe heet de samenwerking?", "a"), ("In welke regio?", "b"), ("Wie is de trekker?", "c"), ("Vraag 4", ":stop")]
        programs = {"regio": ([regio, "init"], [(ask.encode(), answer.encode()) for ask, answer in own])}
        programs.update(prepared(place))
        rows = []
        for name, (command, questions) in programs.items():
            taken = []
            for number in range(RUNS):
                at = place / f"{name}-{number}"
                at.mkdir()
                taken.append(run([str(part) for part in command], at, questions))
                if not any('= "b"' in file.read_text() for file in at.rglob("*.toml")):
                    raise SystemExit(f"fout: {name} schreef niet op wat er is gezegd")
                shutil.rmtree(at)
            first, last = (statistics.median(times) for times in zip(*taken))
            rows.append(f"| {name} | {first:.0f} | {last:.0f} |")
    version = subprocess.run([regio, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    table = "\n".join(["| Wat | Tot de eerste vraag, ms | Drie vragen en een bestand, ms |", "| --- | ---: | ---: |", *rows])
    print(f"{version}, {RUNS} keer\n{table}")
    if "--write" in sys.argv:
        text = DOCS.read_text()
        before, rest = text.split(BEGIN)
        DOCS.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{rest.split(END)[1]}")


if __name__ == "__main__":
    main()
