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

# The same for PDF: the whole set, and one checklist beside WeasyPrint.
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

# The manual as a book in the browser, in target/handleiding.
manual:
    command -v mdbook || cargo install mdbook --locked
    mdbook build docs/handleiding
