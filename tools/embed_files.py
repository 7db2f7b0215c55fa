"""Writes files into the program: embed_files.py ROOT OUT.cpp FILE…; read by foundation/embedded_files.h."""

import pathlib
import sys

root, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
files = sorted(pathlib.Path(name) for name in sys.argv[3:])
out = ["#include <array>", "#include <string_view>", '#include "foundation/embedded_files.h"', ""]
for number, file in enumerate(files):
    out.append(f'__asm__(".section .rodata\\n.global embedded_{number}_begin\\n.global embedded_{number}_end\\n"'
               f'"embedded_{number}_begin:\\n.incbin \\"{file}\\"\\nembedded_{number}_end:\\n.byte 0\\n.previous\\n");')
    out.append(f"extern const char embedded_{number}_begin;\nextern const char embedded_{number}_end;")
rows = [f'        EmbeddedFile{{"{file.relative_to(root)}", {{&embedded_{n}_begin, '
        f"static_cast<std::size_t>(&embedded_{n}_end - &embedded_{n}_begin)}}}},"
        for n, file in enumerate(files)]
out += ["namespace credit::foundation {", "std::span<const EmbeddedFile> embedded_files() {",
        f"    static const std::array<EmbeddedFile, {len(files)}> files{{", *rows, "    };",
        "    return files;", "}", "}  // namespace credit::foundation"]
target.parent.mkdir(parents=True, exist_ok=True)
target.write_text("\n".join(out) + "\n", encoding="utf-8")
