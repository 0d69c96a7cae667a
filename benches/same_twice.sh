#!/usr/bin/env bash
# Builds the program twice, in folders with other names, and compares the bytes: whoever builds it gets what was handed out.
set -euo pipefail
cd "$(dirname "$0")/.."

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
for folder in een een-heel-andere-map; do
    git clone --quiet . "$place/$folder"
    # No path of the builder stands in the program.
    (cd "$place/$folder" && RUSTFLAGS="--remap-path-prefix=$PWD=/regio --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo" \
        cargo build --quiet --locked --profile "${1:-dist}" --target-dir "$place/$folder/target")
    built=("$place/$folder"/target/*/regio)
    sha256sum "${built[0]}" | cut -d' ' -f1
done | tee "$place/sums"
if [ "$(sort -u "$place/sums" | wc -l)" -ne 1 ]; then
    echo "fout: twee keer bouwen gaf twee programma's" >&2
    exit 1
fi
