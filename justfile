# All checks, as a merge must pass them.
check:
    .ci/run

# For Windows: clippy, a round in a console, and the tests under wine. The first time it fetches a compiler.
windows:
    .ci/windows/run

# The download for Windows, and a walk through it under wine.
windows-download:
    .ci/windows/download/build
    .ci/windows/download/walk "${CARGO_TARGET_DIR:-target}/windows/regio-windows.zip"

# The download for Linux, and a walk through it in an empty root.
linux-download:
    .ci/linux/download/build dist --features pdf
    .ci/linux/download/walk "${CARGO_TARGET_DIR:-target}/linux"

# The tests.
test:
    cargo test

# The processor time to the first prompt, and the time that a round takes.
bench:
    cargo bench --bench start
    cargo bench --bench round
    cargo bench --bench comparison
    cargo bench --bench documents

# The instructions of the program as it is handed out: writes docs/snelheid.md. It takes a build with link-time optimisation, so it is no
# part of the gate, which counts the program that its tests build.
instructions:
    cargo bench --bench instructions

# The same as bench for PDF: the whole set, and one checklist beside WeasyPrint.
bench-pdf:
    cargo build --profile dist --features pdf
    cargo bench --features pdf --bench documents
    benches/weasyprint.sh

# The program to hand out: small, and slow to build.
dist:
    cargo build --profile dist --features pdf

# Write the sessions of the README and the manual anew.
sessions:
    REGIO_SESSIES=schrijf cargo test --test it sessions

# What the questionnaires ask and say.
content:
    python3 benches/content.py

# The lines of production code, folder by folder.
lines:
    python3 benches/lines.py

# What was tried to make regio lose, leak or fall: writes the tables of docs/betrouwbaarheid.md. Half an hour to an hour.
trust:
    cargo build --release
    python3 benches/trust.py target/release/regio --times 4
    REGIO_FUZZ=120 cargo test --test it fuzz::

# New inputs for every parser, by cargo-fuzz: `just fuzz merge`. What it finds belongs in fuzz/corpus.
fuzz target seconds="600":
    RUSTC_BOOTSTRAP=1 cargo fuzz run {{target}} -- -max_total_time={{seconds}}

# Changes of the code that no test notices, all at once, into docs/betrouwbaarheid.md: `just mutants src/ledger`. Half an hour for a room.
mutants room:
    command -v cargo-mutants || cargo install cargo-mutants --locked
    python3 -m venv target/mutants/python && target/mutants/python/bin/pip install --quiet tree-sitter tree-sitter-rust
    target/mutants/python/bin/python benches/mutants.py {{room}} --write

# What the program is built of: licences, where it comes from and what may not be in it, by cargo-deny; and a bill of materials.
supply:
    cargo deny check bans licenses sources
    python3 benches/bill_of_materials.py > target/regio.cdx.json

# Two builds in different folders, byte for byte the same.
same-twice:
    benches/same_twice.sh

# The manual as a book in the browser, in target/handleiding.
manual:
    command -v mdbook || cargo install mdbook --locked
    mdbook build docs/handleiding

# How long a person waits, beside other programs that ask; into docs/snelheid.md.
neighbours:
    cargo build --release
    python3 benches/neighbours.py target/release/regio --write
