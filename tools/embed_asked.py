"""Lists the parameters of law that src/ asks for: embed_asked.py SRC OUT.h; read by law/library.cpp."""

import pathlib
import re
import sys

ASKED = re.compile(r'(?:\.|->)(?:period|number|parameter)\(\s*"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"')

source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
names = sorted({name for file in source.rglob("*.*") if file.suffix in {".h", ".cpp"}
                and not file.stem.endswith("_test")
                for name in ASKED.findall(file.read_text(encoding="utf-8"))})
rows = "".join(f'    "{name}",\n' for name in names)
text = f"""#pragma once

#include <array>
#include <string_view>

namespace credit::law {{

inline constexpr std::array<std::string_view, {len(names)}> asked_parameters{{
{rows}}};

}}  // namespace credit::law
"""
target.parent.mkdir(parents=True, exist_ok=True)
if not target.exists() or target.read_text(encoding="utf-8") != text:
    target.write_text(text, encoding="utf-8")
