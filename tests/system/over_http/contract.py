"""The contract as the server itself gives it, and an answer held against it."""

import dataclasses
import json
import re

from over_http.schema import faults_of, resolve
from running import expect


@dataclasses.dataclass
class Operation:
    id: str
    method: str
    path: str
    told: dict  # as it stands in the contract

    @property
    def needs_token(self) -> bool:
        return self.told.get("security") is None

    @property
    def is_for_people(self) -> bool:
        return bool({"pages", "docs"} & set(self.told["tags"]))

    @property
    def takes(self) -> set[str]:
        """The kinds of body."""
        return set(self.told.get("requestBody", {}).get("content", {}))


class Contract:
    def __init__(self, text: str):
        self.whole = json.loads(text)
        self.operations = [Operation(told["operationId"], method.upper(), path, told)
                           for path, methods in self.whole["paths"].items()
                           for method, told in methods.items()]
        self.tried: set[str] = set()

    def resolve(self, schema: dict) -> dict:
        return resolve(self.whole, schema)

    def parameters(self, operation: Operation) -> list[dict]:
        return [self.resolve(each) for each in operation.told.get("parameters", [])]

    def find(self, method: str, path: str) -> Operation | None:
        bare = path.split("?")[0]

        def fits(operation: Operation) -> bool:
            pattern = re.sub(r"\\{[a-z_]+\\}", "[^/]+", re.escape(operation.path))
            return operation.method == method and re.fullmatch(pattern, bare) is not None
        return min(filter(fits, self.operations), key=lambda each: "{" in each.path, default=None)

    def judge(self, method: str, path: str, answer) -> None:
        """That the answer holds what is promised for its status, and nothing that is not."""
        operation = self.find(method, path)
        if operation is None:
            return
        self.tried.add(operation.id)
        promised = operation.told["responses"]
        told = resolve(self.whole, promised.get(str(answer.status), promised["default"]))
        expect(answer.status < 300 or "default" in promised, f"{operation.id}: {answer.status}")
        expect(str(answer.status) in promised or answer.status >= 400,
               f"{operation.id} answers with {answer.status}, which is not promised")
        kind = answer.headers.get("Content-Type", "").split(";")[0]
        content = told.get("content", {})
        expect(not content or kind in content or operation.is_for_people,
               f"{operation.id} answers in {kind}: {answer.text[:300]}")
        if kind.endswith("json") and kind in content:
            faults = faults_of(self.whole, answer.json, content[kind]["schema"])
            expect(not faults, f"{operation.id} {answer.status} is not what is promised: {faults}")
