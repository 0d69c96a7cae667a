#!/usr/bin/env bash
# A checklist as PDF, by regio and by WeasyPrint from the page that regio makes: the median of nine pairs of runs, one after the other,
# as processor time. regio must take a twentieth at the most, for the checklist of one phase and for the one of everything.
# Needs: cargo build --profile dist --features pdf. WeasyPrint comes from PyPI, into an environment below target/.
set -euo pipefail
cd "$(dirname "$0")/.."
regio=target/dist/regio
[ -x "$regio" ] || { echo "fout: bouw eerst met: cargo build --profile dist --features pdf" >&2; exit 1; }
python=target/weasyprint/bin/python
[ -x "$python" ] || python3 -m venv target/weasyprint
"$python" -c 'import weasyprint' 2>/dev/null || "$python" -m pip install --quiet weasyprint==70.0

REGIO_VANDAAG=2026-11-24 exec "$python" - "$regio" examples/tweede-jaar/regio.toml <<'PYTHON'
import os, resource, statistics, subprocess, sys, tempfile

regio, project = sys.argv[1:]
folder = tempfile.mkdtemp()
page, ours, theirs = (os.path.join(folder, name) for name in ("checklist.html", "regio.pdf", "weasyprint.pdf"))
weasyprint = [os.path.join(os.path.dirname(sys.executable), "weasyprint"), "--quiet", "--pdf-variant", "pdf/ua-1", page, theirs]


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def once(command):
    begin = processor_time()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return processor_time() - begin


def compared(phase):
    checklist = [regio, "checklist", *phase, "--project", project, "--overschrijf", "--uit"]
    subprocess.run(checklist + [page], check=True, stderr=subprocess.DEVNULL)
    pairs = [(once(checklist + [ours]), once(weasyprint)) for _ in range(9)]
    by_regio, by_weasyprint = (statistics.median(times) * 1000 for times in zip(*pairs))
    ratio = statistics.median(slow / fast for fast, slow in pairs)
    print(f"regio: {by_regio:.0f} ms, WeasyPrint: {by_weasyprint:.0f} ms, {ratio:.0f} times as long")
    return ratio


of_a_phase, of_everything = compared(["verkennen"]), compared([])
sys.exit(min(of_a_phase, of_everything) < 20)
PYTHON
