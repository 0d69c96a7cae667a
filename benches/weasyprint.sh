#!/usr/bin/env bash
# A checklist as PDF, by regio and by WeasyPrint from the page that regio makes: medians of nine runs of each, in one go, as processor
# time: a busy machine makes both slow, but not alike. The checklist of one phase, for a meeting, must take a twentieth at the most; the
# one of everything is measured beside it.
# Needs: cargo build --release --features pdf. WeasyPrint comes from PyPI, into an environment below target/.
set -euo pipefail
cd "$(dirname "$0")/.."
regio=target/release/regio
[ -x "$regio" ] || { echo "fout: bouw eerst met: cargo build --release --features pdf" >&2; exit 1; }
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


def median(command):
    def once():
        begin = processor_time()
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return processor_time() - begin

    return statistics.median(once() for _ in range(9))


def compared(phase):
    checklist = [regio, "checklist", *phase, "--project", project, "--overschrijf", "--uit"]
    subprocess.run(checklist + [page], check=True, stderr=subprocess.DEVNULL)
    by_regio, by_weasyprint = median(checklist + [ours]), median(weasyprint)
    print(f"regio: {by_regio * 1000:.0f} ms, WeasyPrint: {by_weasyprint * 1000:.0f} ms, {by_weasyprint / by_regio:.0f} times as long")
    return by_weasyprint / by_regio


of_a_phase, of_everything = compared(["verkennen"]), compared([])
sys.exit(of_a_phase < 20)
PYTHON
