"""Keeps api/openapi.json equal to api/openapi.yaml, and both within the house's rules: check_api.py [--write]"""

import json
import pathlib
import re
import sys

import yaml

METHODS = {"get", "post", "put", "delete"}
wrong = []


class Strict(yaml.SafeLoader):
    """Says where a key stands twice: YAML keeps the last and forgets the others in silence."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _ in node.value]
        wrong.extend(f"api/openapi.yaml:{key.start_mark.line + 1}: {key.value} stands twice"
                     for place, (key, _) in enumerate(node.value) if key.value in keys[:place])
        return super().construct_mapping(node, deep)


def check_inside(node, place: str) -> None:
    """Every reference leads somewhere; nothing is left empty, as by a comma within unquoted words."""
    if isinstance(node, list):
        for part in node:
            check_inside(part, place)
    elif isinstance(node, dict):
        for key, part in node.items():
            if part is None:
                wrong.append(f"{place}/{key}: is empty")
            if key == "$ref" and not leads_somewhere(part):
                wrong.append(f"{place}: {part} is not there")
            check_inside(part, f"{place}/{key}")


def leads_somewhere(reference: str) -> bool:
    node = source
    for name in reference.removeprefix("#/").split("/"):
        node = node.get(name, {})
    return bool(node)


source = yaml.load(pathlib.Path("api/openapi.yaml").read_text(encoding="utf-8"), Strict)
check_inside(source, "")
told = json.dumps(source, ensure_ascii=False, separators=(",", ":")) + "\n"
target = pathlib.Path("api/openapi.json")
if "--write" in sys.argv:
    target.write_text(told, encoding="utf-8")

if not target.exists() or target.read_text(encoding="utf-8") != told:
    wrong.append("api/openapi.json is another than openapi.yaml: run tools/check_api.py --write")
ids = []
for path, item in source["paths"].items():
    for method, operation in item.items():
        place = f"{method.upper()} {path}"
        ids.append(operation["operationId"])
        if method not in METHODS:
            wrong.append(f"{place}: a method that the server does not know")
        if not re.fullmatch(r"[a-z]+(_[a-z]+)*", operation["operationId"]):
            wrong.append(f"{place}: the operation's id is not the name of a handler")
        if "default" not in operation["responses"]:
            wrong.append(f"{place}: does not say that it may answer with a problem")
        if path.startswith("/v1/") and not re.search("[\u4e00-\u9fff]", operation["summary"]):
            wrong.append(f"{place}: the summary lacks the Chinese term")
wrong += [f"{i}: two operations of that id" for i in sorted(set(ids)) if ids.count(i) > 1]
print("\n".join(wrong) or f"api: {len(ids)} operations, JSON and YAML agree")
sys.exit(bool(wrong))
