#!/usr/bin/env python3
"""Counts the production code of src, folder by folder.

What counts is a line with code on it. Tests (`#[cfg(test)]` items, and files declared under it), comments, blank lines
and `use` do not. Another folder than `src` may be named: python3 benches/lines.py ../earlier/src
"""

import re
import sys
from collections import Counter
from pathlib import Path

TOKEN = re.compile(
    r"""
    (?P<comment> //[^\n]* )
  | (?P<block> /\* )
  | (?P<raw> \b[bc]?r(?P<marks>\#*)" .*? "(?P=marks) )
  | (?P<text> \b[bc]?" (?: \\. | [^"\\] )* " | " (?: \\. | [^"\\] )* " )
  | (?P<sign> b?' (?: \\u\{[0-9a-fA-F_]+\} | \\x[0-9a-fA-F]{2} | \\. | [^'\\\n] ) ' )
    """,
    re.VERBOSE | re.DOTALL,
)


def without_comments(source):
    """The code with its comments taken out, and a mask in which the text of strings cannot be read as code."""
    code, mask, at = [], [], 0
    while found := TOKEN.search(source, at):
        start, end = found.span()
        code.append(source[at:start])
        mask.append(source[at:start])
        if found["block"]:
            end = end_of_block(source, start)
        whole = source[start:end]
        if found["comment"] or found["block"]:
            code.append(re.sub(r"[^\n]", " ", whole))
            mask.append(re.sub(r"[^\n]", " ", whole))
        else:
            code.append(whole)
            mask.append(re.sub(r"[^\n]", "_", whole))
        at = end
    return "".join(code) + source[at:], "".join(mask) + source[at:]


def end_of_block(source, start):
    """Block comments may stand in each other."""
    depth, at = 0, start
    while mark := re.compile(r"/\*|\*/").search(source, at):
        depth += 1 if mark[0] == "/*" else -1
        at = mark.end()
        if depth == 0:
            return at
    return len(source)


def end_of_item(mask, at):
    """Where the item that begins here ends: at its semicolon, or at the bracket that closes its body."""
    depth = 0
    while at < len(mask):
        sign = mask[at]
        depth += (sign in "([{") - (sign in ")]}")
        at += 1
        if depth == 0 and sign in ";}":
            # `use a::{b, c};` goes on to its semicolon.
            return re.compile(r"\s*;").match(mask, at).end() if re.match(r"\s*;", mask[at:]) else at
    return at


def production(source):
    """The lines of code that count, and the names of modules that are declared for tests only."""
    code, mask = without_comments(source)
    if re.search(r"#!\[cfg\(test\)\]", mask):
        return [], []
    left_out, tests = [], []
    items = re.compile(r"#\[cfg\((?:all\()?test\b[^\]]*\]|^[ \t]*(?:pub(?:\([^)]*\))?\s+)?use\s", re.MULTILINE)
    at = 0
    while found := items.search(mask, at):
        at = end_of_item(mask, found.end() if found[0].startswith("#") else found.start())
        left_out.append((found.start(), at))
        declared = re.search(r"\bmod\s+(\w+)\s*;$", mask[found.start() : at])
        if declared and found[0].startswith("#"):
            path = re.search(r'#\[path = "([^"]+)"\]', code[found.start() : at])
            tests.append(path[1].removesuffix(".rs") if path else declared[1])
    for start, end in reversed(left_out):
        code = code[:start] + re.sub(r"[^\n]", " ", code[start:end]) + code[end:]
    return [line for line in code.split("\n") if line.strip()], tests


def count(src):
    files = {path: production(path.read_text(encoding="utf-8")) for path in sorted(src.rglob("*.rs"))}
    tests = set()
    for path, (_, names) in files.items():
        inner = path.parent if path.stem in ("mod", "lib", "main") else path.parent / path.stem
        tests |= {inner / name for name in names}
    totals = Counter()
    for path, (lines, _) in files.items():
        if not any(place in tests for place in [path.with_suffix(""), *path.parents]):
            first = path.relative_to(src).parts[0]
            totals[first if (src / first).is_dir() else "(root)"] += len(lines)
    return totals


def main():
    src = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "src"
    totals = count(src)
    for folder, lines in totals.most_common():
        print(f"{lines:7,}  {folder}")
    print(f"{sum(totals.values()):7,}  together")


main()
