"""What an answer lacks of its JSON schema: the part of JSON Schema that the contract uses."""

import re

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool}
FORMATS = {"date": r"\d{4}-\d{2}-\d{2}", "date-time": r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\S*"}


def resolve(contract: dict, schema: dict) -> dict:
    while "$ref" in schema:
        part = contract
        for name in schema["$ref"].removeprefix("#/").split("/"):
            part = part[name]
        schema = part
    return schema


def is_of(value, kind: str) -> bool:
    if kind in ("integer", "number"):
        wanted = int if kind == "integer" else (int, float)
        return isinstance(value, wanted) and not isinstance(value, bool)
    return value is None if kind == "null" else isinstance(value, TYPES[kind])


def faults_of_text(value: str, schema: dict, place: str) -> list[str]:
    faults = []
    if schema.get("format") in FORMATS and not re.fullmatch(FORMATS[schema["format"]], value):
        faults.append(f"{place} is no {schema['format']}: {value}")
    if "pattern" in schema and not re.search(schema["pattern"], value):
        faults.append(f"{place} does not match {schema['pattern']}: {value}")
    if len(value) > schema.get("maxLength", len(value)):
        faults.append(f"{place} is too long")
    return faults


def faults_of_object(contract: dict, value: dict, schema: dict, place: str) -> list[str]:
    properties = schema.get("properties", {})
    faults = [f"{place} lacks {name}" for name in schema.get("required", []) if name not in value]
    for name, member in value.items():
        if name in properties:
            faults += faults_of(contract, member, properties[name], f"{place}/{name}")
        elif properties:
            faults.append(f"{place} holds {name}, which the contract does not name")
    return faults


def faults_of(contract: dict, value, schema: dict, place: str = "") -> list[str]:
    schema = resolve(contract, schema)
    faults = []
    for part in schema.get("allOf", []):
        faults += faults_of(contract, value, part, place)
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(is_of(value, kind) for kind in kinds):
        return [*faults, f"{place} is no {' or '.join(kinds)}: {value}"]
    if "enum" in schema and value not in schema["enum"]:
        faults.append(f"{place} is none of {schema['enum']}: {value}")
    if isinstance(value, str):
        faults += faults_of_text(value, schema, place)
    if isinstance(value, dict):
        faults += faults_of_object(contract, value, schema, place)
    if isinstance(value, list) and "items" in schema:
        for at, item in enumerate(value):
            faults += faults_of(contract, item, schema["items"], f"{place}/{at}")
    return faults
