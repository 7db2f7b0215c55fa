"""The file that comes back names every fault, also what only the register knows, and nothing of it
stays in the store."""

import csv
import pathlib

from running import Register, example, expect

DISAGREES = "名称与登记的主体名称不一致"

register = Register()
identifier, _ = example()
folder = pathlib.Path(register.folder.name)
lines = pathlib.Path("examples/penalties-gb18030.csv").read_text(encoding="gb18030").splitlines()
header, *rows = csv.reader(lines)
code = next(at for at, name in enumerate(header) if "统一社会信用代码）" in name)
whole = register.run("submit", "examples/penalties-gb18030.csv", "--as", "SD-SAMR",
                     "--faults", str(folder / "first.csv"))
expect(whole.returncode == 3, f"the example ends with {whole.returncode}: {whole.stdout}")


def words_in(file: pathlib.Path) -> list[str]:
    with open(file, encoding="utf-8-sig") as table:
        return [row[-1] for row in list(csv.reader(table))[1:]]


# A row without a fault of its own, filed about a subject of another name.
sound = rows[words_in(folder / "first.csv").index("")]
sound[0], sound[code] = "示例别家有限公司", identifier
with open(folder / "second.csv", "w", encoding="utf-8", newline="") as table:
    csv.writer(table).writerows([header, sound])
before = register.rows("SELECT COUNT(*) FROM record")
told = register.run("submit", str(folder / "second.csv"), "--as", "SD-SAMR",
                    "--faults", str(folder / "mend.csv"))
expect(told.returncode == 3, f"the other name ends with {told.returncode}: {told.stdout}")
expect(DISAGREES in words_in(folder / "mend.csv")[0],
       f"the file that comes back says: {words_in(folder / 'mend.csv')}")
expect(register.rows("SELECT COUNT(*) FROM record") == before, "a refused file left records")
expect(register.run("rebuild", "--check").returncode == 0, "the tables are not what the acts say")
