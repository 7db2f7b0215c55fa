#!/bin/bash
# Writes names/readings.toml: which characters are read alike, by ICU's Han-Latin without its tones.
#
#     tools/readings.sh    with uconv of Debian's icu-devtools; the exceptions stand in names/places.toml
set -euo pipefail
cd "$(dirname "$0")/.."
characters=$(python3 -c 'print("\n".join(map(chr, range(0x4E00, 0x9FFF + 1))))' | uconv -x Hant-Hans | sort -u)
{
    echo "# Readings (读音): characters by their syllable without its tone, ü as v. Written by tools/readings.sh"
    echo "# from ICU $(uconv -V | grep -o 'ICU [0-9.]*' | cut -d' ' -f2); traditional characters are folded first and do not stand here."
    echo
    echo "[readings]"
    paste <(echo "$characters") \
        <(echo "$characters" | uconv -x 'Han-Latin; NFD; [\u0304\u0301\u030C\u0300] Remove; NFC; Lower') |
        LC_ALL=C.UTF-8 python3 -c '
import re, sys
alike = {}
for line in sys.stdin:
    character, syllable = line.rstrip("\n").split("\t")
    syllable = syllable.replace("ü", "v")
    if re.fullmatch("[a-z]+", syllable):
        alike.setdefault(syllable, []).append(character)
for syllable in sorted(alike):
    print(f"{syllable} = \"{str().join(alike[syllable])}\"")'
} >names/readings.toml
