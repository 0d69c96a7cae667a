#!/usr/bin/env python3
"""Draws screens of regio as they stand on a real terminal (tmux, 80 by 24), as SVG beside this script.

    cargo build && python3 docs/pictures/screens.py
"""

import re
import subprocess
import tempfile
import time
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = HERE.parent.parent / "target" / "debug" / "regio"
COLUMNS, ROWS = 80, 24
WIDTH, HEIGHT = 8.4, 18
COLOURS = {"36": "#0b6b8a", "33": "#8a5a00"}

SCREENS = {
    "thuis": (["regio"], []),
    "vraag": (["regio", "fase", "--vraag", "argumenten"], []),
}


def tmux(*words):
    return subprocess.run(["tmux", "-L", "regio-screens", *words], check=True, capture_output=True, text=True).stdout


def capture(words, keys):
    with tempfile.TemporaryDirectory() as folder:
        setting = f"cd {folder} && REGIO_STATE={folder}/state REGIO_VANDAAG=2026-11-24 TERM=screen-256color"
        subprocess.run(["sh", "-c", f"{setting} {PROGRAM} init --voorbeeld . 2>/dev/null"], check=True)
        command = " ".join([str(PROGRAM), *words[1:]])
        tmux("new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS), f"{setting} {command}; sleep 9")
        try:
            time.sleep(2)
            for key in keys:
                tmux("send-keys", key)
                time.sleep(1)
            return tmux("capture-pane", "-p", "-e")
        finally:
            tmux("kill-server")


def runs(line, style):
    """The parts of a line, each with what the escape sequences before it say. They hold on the next line too."""
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if sequence := re.fullmatch(r"\x1b\[([0-9;]*)m", part):
            for code in sequence[1].split(";") or ["0"]:
                style.clear() if code in ("", "0") else style.add(code)
        elif part:
            yield part, set(style)


def svg(screen):
    lines, style = [], set()
    for row, line in enumerate(screen.splitlines()[:ROWS]):
        column = 0
        for text, style in runs(line, style):
            looks = f' fill="{next((COLOURS[code] for code in style if code in COLOURS), "#1a1a1a")}"'
            looks += ' font-weight="bold"' if "1" in style else ""
            looks += ' opacity="0.65"' if "2" in style else ""
            x, y = 12 + column * WIDTH, 26 + row * HEIGHT
            lines.append(f'<text x="{x:.1f}" y="{y}" textLength="{len(text) * WIDTH:.1f}"{looks}>{escape(text).replace(" ", chr(160))}</text>')
            column += len(text)
    width, height = 24 + COLUMNS * WIDTH, 20 + ROWS * HEIGHT
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" font-family="monospace" font-size="14"'
    page = f'<rect width="100%" height="100%" rx="8" fill="#fbfbf8" stroke="#c8c8c0"/>'
    return f'{head}>\n{page}\n' + "\n".join(lines) + "\n</svg>\n"


for name, (words, keys) in SCREENS.items():
    (HERE / f"{name}.svg").write_text(svg(capture(words, keys)))
    print(HERE / f"{name}.svg")
