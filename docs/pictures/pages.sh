#!/usr/bin/env bash
# Makes the pictures of pages that stand in the README, from the examples.
# Needs: cargo build --features pdf, and poppler-utils.
set -euo pipefail
cd "$(dirname "$0")/../.."
regio=${REGIO:-target/debug/regio}
export REGIO_VANDAAG=2026-11-24
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT

# The example, what is made of it, and the page.
picture() {
    "$regio" "${@:3}" --project "examples/$1/regio.toml" --formaat pdf --uit "$pages/page.pdf" --overschrijf >/dev/null 2>&1
    pdftoppm -r 72 -png -singlefile -f "${2#*:}" "$pages/page.pdf" "docs/pictures/${2%:*}"
}

picture tweede-jaar checklist:1 checklist
picture vroeg uitnodiging:1 document uitnodiging
picture halverwege werkblad:1 document werkbladen
picture halverwege gesprekskaart:1 document gesprekskaart
picture tweede-jaar stakeholderkaart:1 document stakeholderkaart
picture tweede-jaar afhankelijkheden:1 document afhankelijkheden
picture tweede-jaar draagvlak:1 document draagvlak
picture tweede-jaar financiering:1 document financiering
picture tweede-jaar roadmap:1 document roadmap
picture halverwege bestuursblad:1 document bestuursblad
picture halverwege intentieverklaring:1 document intentieverklaring
picture tweede-jaar flyer:1 document flyer
