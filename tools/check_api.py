"""Keeps api/openapi.json equal to api/openapi.yaml, and both within the house's rules: check_api.py [--write]"""

import json
import pathlib
import re
import sys

import yaml

METHODS = {"get", "post", "put", "delete"}
source = yaml.safe_load(pathlib.Path("api/openapi.yaml").read_text(encoding="utf-8"))
told = json.dumps(source, ensure_ascii=False, separators=(",", ":")) + "\n"
target = pathlib.Path("api/openapi.json")
if "--write" in sys.argv:
    target.write_text(told, encoding="utf-8")

wrong = []
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
