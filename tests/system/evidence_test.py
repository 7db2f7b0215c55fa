"""Evidence is sealed, read by whom it concerns, erased for good; a restored backup stays erased."""

import concurrent.futures
import json
import pathlib
import shutil
import urllib.error
import urllib.request

from running import Register, example, expect

PASSWORD = "a phrase that is long enough"
CONTENT = b"%PDF-1.4 a synthetic proof that nobody else can read"

register = Register()
register.start()
identifier, name = example()
officer = register.token("officer", "SD-SAMR")
office = register.token("credit_office", "SD-DRC")
keys = iter(range(10**6))


def post(path: str, body, token: str, status: int) -> dict:
    code, text = register.ask("POST", path, body, token, f"evidence-{next(keys)}")
    expect(code == status, f"{path}: {status} was expected, not {code} {text}")
    return json.loads(text)


def upload(content: bytes, token: str, key: str = "") -> tuple[int, dict]:
    request = urllib.request.Request(
        f"http://127.0.0.1:{register.port}/v1/files", data=content, method="POST",
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/octet-stream",
                 "Idempotency-Key": key or f"upload-{next(keys):06}"})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code, json.load(refusal)


def sign_in(account: str) -> str:
    return json.loads(register.ask("POST", "/v1/sessions",
                                   {"account": account, "password": PASSWORD})[1])["token"]


account = post("/v1/accounts", {"role": "subject", "identifier": identifier, "password": PASSWORD,
                                "proof": "business_licence"}, officer, 201)["account"]
subject = sign_in(account)
for wrong, status, word in ((b"MZ\x90\x00 a program", 422, "files.type_not_taken"),
                            (b"", 422, "files.empty"),
                            (b"x" * (20 * 2**20 + 1), 413, "http.body_too_large")):
    code, told = upload(wrong, subject)
    expect((code, told["code"]) == (status, word), f"{word} was expected, not {told}")
expect(str(20 * 2**20) in told["grounds"][0]["en"], f"the limit is not named: {told}")
code, kept = upload(CONTENT, subject)
expect(code == 201 and kept["type"] == "application/pdf", f"a proof must be taken: {kept}")
file = kept["file"]


def files_kept() -> int:
    return sum(place.is_file() for place in pathlib.Path(register.store + ".files").rglob("*"))


# One key, one file: sent again, sent with another content, sent four times at one moment.
before = files_kept()
again = [upload(CONTENT + b" again", subject, "one-key-one-file") for _ in range(3)]
expect([code for code, _ in again] == [201] * 3 and again[0] == again[1] == again[2],
       f"the same request again is {again}")
expect(files_kept() == before + 1, f"of one key {files_kept() - before} files are kept")
code, told = upload(CONTENT + b" another", subject, "one-key-one-file")
expect((code, told["code"]) == (409, "ledger.key_used_otherwise"), f"another content is {told}")
expect(files_kept() == before + 1, "a refused file stays on the disk")
with concurrent.futures.ThreadPoolExecutor(4) as pool:
    sent = [pool.submit(upload, CONTENT + b" at once", subject, "one-key-at-once")
            for _ in range(4)]
    told = [each.result() for each in sent]
expect([code for code, _ in told] == [201] * 4 and len({each["file"] for _, each in told}) == 1,
       f"four at one moment are {told}")
expect(files_kept() == before + 2, f"of two keys {files_kept() - before} files are kept")
listing = json.loads(register.ask("GET", "/v1/account", token=subject)[1])["listings"][0]["listing"]
objection = post("/v1/objections", {"about": "listing", "about_id": listing, "files": [file],
                                    "points": [{"aspect": "content", "said": "wrong"}]},
                 subject, 201)["objection"]
# Of a complaint the deciding unit reads it, and the unit complained of never does.
complaint = post("/v1/complaints", {"respondent": "JN-SAMR", "files": [file], "points": [
    {"ground": "not_answered", "said": "示例经过"}]}, subject, 201)["complaint"]
for token, asked, status in ((officer, f"?complaint={complaint}", 200),
                             (register.token("officer", "JN-SAMR"), f"?complaint={complaint}", 404),
                             (subject, "", 200), (officer, f"?objection={objection}", 200),
                             (officer, "", 404), (register.token("officer", "SD-TAX"),
                                                  f"?objection={objection}", 404)):
    code, text = register.ask("GET", f"/v1/files/{file}{asked}", token=token)
    expect(code == status, f"reading evidence: {status} was expected, not {code}")
    expect(status != 200 or text == CONTENT.decode(), "evidence must come back as it was given")
places = list(pathlib.Path(register.folder.name).rglob("*"))
for place in places:
    if place.is_file() and not place.name.endswith(".out"):
        expect(CONTENT[10:] not in place.read_bytes(), f"{place.name} holds evidence in clear")

record = json.loads(register.ask("GET", "/v1/account", token=subject)[1])["records"][0]["record"]
register.stop()
backup = pathlib.Path(register.folder.name) / "backup"
backup.mkdir()
store = pathlib.Path(register.store)
for part in (store, *(store.parent / f"{store.name}.{end}" for end in ("log", "files"))):
    (shutil.copytree if part.is_dir() else shutil.copy)(part, backup / part.name)

register.start()
for what, item in (("record", record), ("evidence", file)):
    body = {"identifier": identifier, "what": what, "item": item, "reasons": "示例理由",
            "article": "personal-information-protection-law-2021 art. 47"}
    told = post("/v1/erasures", body, office, 422)
    expect(told["code"] == "erasure.document_missing", f"a document is needed: {told}")
    post("/v1/erasures", body | {"document_number": "示例删决1号"}, office, 201)
    post("/v1/erasures", body | {"document_number": "示例删决1号"}, office, 404)


def gone(when: str) -> None:
    token = sign_in(account)
    expect(register.ask("GET", f"/v1/files/{file}", token=token)[0] == 404, f"{when}: the file")
    records = json.loads(register.ask("GET", "/v1/account", token=token)[1])["records"]
    expect(record not in [each["record"] for each in records], f"{when}: the record")


def whole(when: str) -> None:
    verified = json.loads(register.run("ledger", "verify", "--json").stdout)
    expect(verified["ok"], f"{when}: the log must be right: {verified}")
    rebuilt = register.run("rebuild", "--check")
    expect(rebuilt.returncode == 0, f"{when}: {rebuilt.stdout} {rebuilt.stderr}")


gone("erased")
register.stop()
whole("erased")
for part in backup.iterdir():
    place = store.parent / part.name
    shutil.rmtree(place) if place.is_dir() else place.unlink()
    (shutil.copytree if part.is_dir() else shutil.copy)(part, place)
for ending in ("-wal", "-shm"):
    pathlib.Path(register.store + ending).unlink(missing_ok=True)
register.start()
gone("restored")
register.stop()
whole("restored")
print("evidence is sealed; what was erased stays so after a restore")
