"""Turns the named statements of one .sql file into constants: embed_sql.py IN.sql OUT.h"""

import pathlib
import re
import sys

source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
folder, concept = source.parent.name, source.stem
blocks = re.split(r"^-- name: (\w+)$", source.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
names, bodies = blocks[::2], blocks[1::2]
# All the files of a folder share a namespace, and the linker would keep either text of a name in silence.
others = [name for file in source.parent.glob("*.sql") if file != source
          for name in re.findall(r"^-- name: (\w+)$", file.read_text(encoding="utf-8"), re.MULTILINE)]
if twice := [name for name in names if (names + others).count(name) > 1]:
    sys.exit(f"{source}: {twice[0]} stands twice in {folder}/")
without_comments = [re.sub(r"^--.*\n", "", body, flags=re.MULTILINE).strip() for body in bodies]
constants = [f'inline constexpr sql::Statement {name}{{.name = "{folder}.{concept}.{name}",'
             f' .text = R"sql({body})sql"}};'
             for name, body in zip(names, without_comments)]
target.parent.mkdir(parents=True, exist_ok=True)
target.write_text("#pragma once\n\n#include \"sql/statement.h\"\n\n"
                  f"namespace credit::{folder}::statements {{\n\n" + "\n\n".join(constants)
                  + f"\n\n}}  // namespace credit::{folder}::statements\n", encoding="utf-8")
