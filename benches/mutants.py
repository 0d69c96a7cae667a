#!/usr/bin/env python3
"""Which changes of the code no test notices: writes the table of changed code in docs/betrouwbaarheid.md.

    python3 benches/mutants.py ROOM [--write]
    python3 benches/mutants.py --again

ROOM is a folder or a file of src. cargo-mutants tells which changes there are (an operator turned, a function that gives back nothing, an arm
of a match taken out); it builds the program anew for each, which takes days. Here they are all built in at once, each behind a switch. Each test
runs once to see which changes it passes, and then each change is tried on the tests that pass it, until one falls. What does not build with its
switch is left out and counted. With --again those are tried, of all rooms, that the page says were not noticed. Needs cargo-mutants, and tree-sitter and tree-sitter-rust for Python."""

import concurrent.futures
import datetime
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import tree_sitter
import tree_sitter_rust

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLACE = ROOT / "target/mutants"
TREE = PLACE / "tree"
PAGE = ROOT / "docs/betrouwbaarheid.md"
PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_rust.language()))
SWITCH = """
pub fn mutant(number: usize) -> bool {
    use std::sync::{LazyLock, atomic::{AtomicBool, Ordering}};
    static ON: LazyLock<Option<usize>> = LazyLock::new(|| std::env::var("REGIO_MUTANT").ok()?.parse().ok());
    static PASSED: LazyLock<Option<std::path::PathBuf>> = LazyLock::new(|| Some(std::env::var_os("REGIO_MUTANT_PASSED")?.into()));
    static SEEN: [AtomicBool; 8192] = [const { AtomicBool::new(false) }; 8192];
    if let Some(path) = PASSED.as_ref() && !SEEN[number].swap(true, Ordering::Relaxed) {
        let mut file = std::fs::File::options().append(true).create(true).open(path).expect("is there to write in");
        std::io::Write::write_all(&mut file, format!("{number}\\n").as_bytes()).expect("can be written");
    }
    *ON == Some(number)
}
"""
# A change that makes tests go on and on is noticed too: after this time and so many times what they took without it, since the machine
# may be busy by then.
SECONDS, TIMES = 60, 8
LONGEST_TEST = 600
# These look at the whole house, or take long.
LEFT_OUT = ("architecture", "browser", "completions", "dutch", "fuzz", "instructions", "licences", "life", "page_counts", "screen", "sessions")


def copied():
    """A copy of what git knows, without the lints that would refuse code that cannot be reached."""
    shutil.rmtree(TREE, ignore_errors=True)
    for name in subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (TREE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, TREE / name)
    manifest = TREE / "Cargo.toml"
    manifest.write_text(re.sub(r"(?ms)^\[lints[^\n]*\n.*?(?=^\[|\Z)", "", manifest.read_text()))
    with open(TREE / "src/lib.rs", "a") as library:
        library.write(SWITCH)
    for test in (TREE / "tests").rglob("*.rs"):
        kept = '.env_clear().envs(std::env::vars().filter(|(name, _)| name.starts_with("REGIO_MUTANT")))'
        test.write_text(test.read_text().replace(".env_clear()", kept))


def listed(rooms):
    files = [word for room in rooms for word in ("--file", room if room.endswith(".rs") else f"{room}/**/*.rs")]
    done = subprocess.run(["cargo", "mutants", "--list", "--json", *files], cwd=TREE, capture_output=True, text=True, check=True)
    return [mutant | {"number": number} for number, mutant in enumerate(json.loads(done.stdout))]


def at(source, place):
    """The byte that a line and a column (in letters, both from one) point to."""
    lines = source.split("\n")
    return len("\n".join([*lines[: place["line"] - 1], lines[place["line"] - 1][: place["column"] - 1]]).encode())


def node_of(tree, kind, start, end):
    """The smallest node of this kind around these bytes."""
    node = tree.root_node.descendant_for_byte_range(start, end)
    while node and node.type not in kind:
        node = node.parent
    return node


def target(tree, mutant, start, end):
    """The node that is written otherwise for this change."""
    match mutant["genre"]:
        case "FnValue":
            item = node_of(tree, ["function_item"], start, end - 1)
            return item and item.child_by_field_name("body")
        case "BinaryOperator":
            return node_of(tree, ["binary_expression", "compound_assignment_expr"], start, end - 1)
        case "UnaryOperator":
            return node_of(tree, ["unary_expression"], start, start)
        case "MatchArm":
            return node_of(tree, ["match_arm", "last_match_arm"], start, start).child_by_field_name("pattern")
        case "MatchArmGuard":
            return node_of(tree, ["match_pattern"], start, end - 1)
        case "StructField":
            return node_of(tree, ["struct_expression"], start, end - 1)


def written(node, source, changes):
    """The text of this node, with the changes that hang on it and on what is in it behind their switches."""
    text, position = b"", node.start_byte
    parts = []
    for child in node.children:
        parts.append((child, source[position : child.start_byte], written(child, source, changes)))
        position = child.end_byte
    text = b"".join(between + inner for _, between, inner in parts) + source[position : node.end_byte]
    for mutant in changes.get((node.start_byte, node.end_byte, node.type), []):
        text = switched(mutant, node, source, text, parts)
    return text


def switched(mutant, node, source, text, parts):
    on = f"crate::mutant({mutant['number']})".encode()
    replacement = mutant["replacement"].encode()
    match mutant["genre"]:
        case "FnValue":
            return b"{ if " + on + b" { return \n" + replacement + b"\n; }\n" + text[1:]
        case "MatchArm":
            if any(child.type == "if" for child in node.children):
                return re.sub(rb"\bif\b(?!.*\bif\b)", b"if !" + on + b" && ", text, count=1, flags=re.S)
            return text + b" if !" + on
        case "MatchArmGuard":
            guard = node.child_by_field_name("condition")
            pattern = source[node.start_byte : guard.start_byte]
            inner = text[len(pattern) :]
            mixed = on + b" || " if replacement == b"true" else b"!" + on + b" && "
            return pattern + mixed + b"(" + inner + b")"
        case "UnaryOperator":
            return b"(if " + on + b" {\n" + text[1:] + b"\n} else { " + text + b" })"
        case "BinaryOperator":
            operator = node.child_by_field_name("operator")
            left, right = (next(inner for child, _, inner in parts if child == node.child_by_field_name(side)) for side in ("left", "right"))
            was = source[operator.start_byte : operator.end_byte]
            if {was, replacement} == {b"==", b"!="}:
                return b"(" + on + b" ^ (" + text + b"))"
            if {was, replacement} == {b"&&", b"||"} and text == left + b" " + was + b" " + right:
                return b"(%b ^ ((%b ^ (%b)) %b (%b ^ (%b))))" % (on, on, left, was, on, right)
            return b"(if " + on + b" {\n" + left + b" " + replacement + b" " + right + b"\n} else { " + text + b" })"
        case "StructField":
            start = at(source.decode(), mutant["span"]["start"])
            kept = re.sub(rb"^\s*[^,]*,", b"", source[start : node.end_byte], count=1)
            without = source[node.start_byte : start] + kept
            return b"(if " + on + b" {\n" + without + b"\n} else { " + text + b" })"


def write(mutants):
    """Writes the files of the copy with these changes in them."""
    for name in sorted({mutant["file"] for mutant in mutants}):
        source = (ROOT / name).read_text()
        tree, changes = PARSER.parse(source.encode()), {}
        for mutant in (one for one in mutants if one["file"] == name and one["builds"]):
            node = target(tree, mutant, at(source, mutant["span"]["start"]), at(source, mutant["span"]["end"]))
            if node is None:
                mutant["builds"] = False
            else:
                changes.setdefault((node.start_byte, node.end_byte, node.type), []).append(mutant)
        (TREE / name).write_bytes(source.encode()[: tree.root_node.start_byte] + written(tree.root_node, source.encode(), changes))


def built(mutants):
    """The test program with the changes that build; leaves out, round after round, those that the compiler points at."""
    while True:
        write(mutants)
        words = ["cargo", "test", "--lib", "--test", "it", "--no-run", "--message-format=json", "--target-dir", str(PLACE / "target")]
        done = subprocess.run(words, cwd=TREE, capture_output=True, text=True)
        told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        if done.returncode == 0:
            made = [one for one in told if one.get("executable") and one["profile"]["test"]]
            return [one["executable"] for one in made if one["target"]["name"] in ("regio", "it")]
        blamed = set()
        errors = [one["message"] for one in told if one["reason"] == "compiler-message" and one["message"]["level"] == "error"]
        arms = {mutant["number"] for mutant in mutants if mutant["genre"] == "MatchArm"}
        for error in errors:
            spans = error["spans"] + [span for child in error["children"] for span in child["spans"]]
            spans = [span for span in spans if (TREE / span["file_name"]).is_file()]
            # Where a match lacks an arm, the compiler points at its beginning and at its end.
            is_match = (error["code"] or {}).get("code") == "E0004"
            ranges = [(spans[0]["line_start"], spans[-1]["line_end"])] if is_match else [(span["line_start"], span["line_end"]) for span in spans]
            for start, end in ranges:
                lines = (TREE / spans[0]["file_name"]).read_text().split("\n")[max(0, start - 2) : end + 1]
                pointed = {int(number) for number in re.findall(r"crate::mutant\((\d+)\)", "\n".join(lines))}
                blamed |= pointed & arms if is_match else pointed
        if not blamed & {mutant["number"] for mutant in mutants if mutant["builds"]}:
            sys.exit("".join(error["rendered"] for error in errors))
        for mutant in mutants:
            mutant["builds"] &= mutant["number"] not in blamed
        print(f"{len(blamed)} do not build", flush=True)



def run(words, seconds, **surroundings):
    """Whether these tests hold within this time."""
    silent = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = subprocess.Popen(words, cwd=TREE, env=os.environ | surroundings, start_new_session=True, **silent)
    try:
        return started.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        # With the programs that it started, which would go on.
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()
        return False


def tests_of(program):
    listed = subprocess.run([program, "--list", "--format=terse"], cwd=TREE, capture_output=True, text=True, check=True).stdout
    names = [line.removesuffix(": test") for line in listed.splitlines() if line.endswith(": test")]
    return [(program, name) for name in names if not name.startswith(LEFT_OUT)]


def passed(test):
    """The changes that a test passes, and the seconds that it takes; nothing of one that falls by itself."""
    program, name = test
    with tempfile.TemporaryDirectory() as folder:
        path, start = pathlib.Path(folder) / "passed", time.monotonic()
        holds = run([program, name, "--exact"], LONGEST_TEST, REGIO_MUTANT_PASSED=str(path))
        numbers = {int(line) for line in path.read_text().split()} if path.exists() else set()
        return (numbers if holds else set()), time.monotonic() - start


def notices(mutant, tests, took):
    """Whether one of these tests falls: the quickest first, more and more at once."""
    at, many = 0, 4
    while at < len(tests):
        some = tests[at : at + many]
        for program in sorted({program for program, _ in some}):
            names = [name for of, name in some if of == program]
            seconds = SECONDS + TIMES * sum(took(program, name) for name in names)
            if not run([program, "--exact", "--test-threads=2", *names], seconds, REGIO_MUTANT=str(mutant["number"])):
                return True
        at, many = at + many, min(32, many * 2)
    return False


def page():
    """What stands before the table in the page, the rows of the table, the changes below it, and what stands behind them."""
    text = PAGE.read_text()
    before, block, after = re.split(r"(?<=<!-- begin: benches/mutants.py -->\n)(.*?)(?=<!-- einde -->)", text, maxsplit=1, flags=re.S)
    lines = block.splitlines()
    return before, [line for line in lines if line.startswith("| `")], [line for line in lines if line.startswith("- ")], after


def keep(room, tried, unnoticed):
    """Puts the row of this room in the table, and what no test noticed below it."""
    before, rows, names, after = page()
    rows = [row for row in rows if not row.startswith(f"| `{room}`")]
    rows.append(f"| `{room}` | {tried} | {tried - len(unnoticed)} | {len(unnoticed)} | {datetime.date.today()} |")
    names = [name for name in names if not name.startswith(f"- `{room}")] + [f"- `{mutant['name']}`" for mutant in unnoticed]
    head = "\n| Kamer | Geprobeerd | Opgemerkt | Niet opgemerkt | Gemeten |\n| --- | ---: | ---: | ---: | --- |\n"
    PAGE.write_text(before + head + "\n".join(sorted(rows)) + "\n\n" + "\n".join(sorted(names)) + "\n\n" + after)


def main():
    words = sys.argv[1:]
    again = "--again" in words
    copied()
    _, rows, names, _ = page()
    tried_before = {row.split("`")[1]: int(row.split("|")[2]) for row in rows}
    rooms = list(tried_before) if again else [word for word in words if word.startswith("src/")]
    mutants = [mutant | {"builds": True} for mutant in listed(rooms) if not again or f"- `{mutant['name']}`" in names]
    if again and len(mutants) < len(names):
        sys.exit("the code changed since it was measured: measure its room anew")
    programs = built(mutants)
    standing = [mutant for mutant in mutants if mutant["builds"]]
    for mutant in mutants:
        if not mutant["builds"]:
            print("does not build:", mutant["name"])
    print(f"{len(mutants)} changes, {len(standing)} build", flush=True)
    tests = [test for program in programs for test in tests_of(program)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        seen = dict(zip(tests, workers.map(passed, tests)))
        print(f"{len(tests)} tests, {sum(bool(numbers) for numbers, _ in seen.values())} pass a change", flush=True)
        by_time = sorted(tests, key=lambda test: seen[test][1])
        of = {mutant["number"]: [test for test in by_time if mutant["number"] in seen[test][0]] for mutant in standing}
        took, unnoticed = (lambda program, name: seen[program, name][1]), []
        for mutant, fell in zip(standing, workers.map(lambda one: notices(one, of[one["number"]], took), standing)):
            if not fell:
                unnoticed.append(mutant)
                print("NOT NOTICED", mutant["name"], f"({len(of[mutant['number']])} tests)", flush=True)
    print(f"{len(standing)} tried, {len(unnoticed)} not noticed")
    for room in rooms if again or "--write" in words else []:
        keep(room, tried_before[room] if again else len(standing), [one for one in unnoticed if one["file"].startswith(room)])


main()
