"""A tip is in no copy of store, files and server keys, opens with none of them, shows nowhere."""

import base64
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

from running import PROGRAM, Register, example, expect

# Of the console's lock file: Debian's own takes the browser's modules for something else.
NODE = pathlib.Path(__file__).parents[2] / "tools" / "node.sh"
if shutil.which("node") is None:
    print("no node, which runs what the browser runs")
    sys.exit(77)

SECRETS = ("示例经过：夜间换贴生产日期", "示例举报人乙", "0531-99999999", "示例材料甲")
PASSPHRASE = "a passphrase of a test"
SEAL = """
import { readFileSync } from "node:fs";
import { bytes_of, new_passphrase, seal_tip, upload_of } from "%s";
const { point, head, told, file } = JSON.parse(readFileSync(0, "utf8"));
const bytes = new TextEncoder().encode(file);
const box = await seal_tip(bytes_of(point), told, [{ name: "a.txt", bytes }]);
const passphrase = new_passphrase();
const body = Buffer.from(upload_of({ ...head, passphrase }, box)).toString("base64");
console.log(JSON.stringify({ passphrase, body }));
"""

# Each thirty-two bytes as the secret of the agreement, and as the cipher's own key.
TRY = """
import { createDecipheriv, createECDH, createHash, hkdfSync, pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";
const told = JSON.parse(readFileSync(0, "utf8"));
const { box: kept, point: hex, secrets, key_file, passphrase } = told;
const [box, point] = [Buffer.from(kept, "base64"), Buffer.from(hex, "hex")];
const ephemeral = box.subarray(20, 85);
const salt = createHash("sha256").update(ephemeral).update(point).digest();
if (key_file) {  // the officer's own, to show that what is tried would open it
    const sealed = Buffer.from(key_file.secret, "hex");
    const key = pbkdf2Sync(passphrase, Buffer.from(key_file.salt, "hex"), key_file.iterations, 32,
                           "sha256");
    const cipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
    cipher.setAAD(point).setAuthTag(sealed.subarray(-16));
    secrets.push(cipher.update(sealed.subarray(12, -16)).toString("hex"));
}
let opened = 0;
for (const secret of secrets.map((each) => Buffer.from(each, "hex"))) {
    const keys = [secret];
    try {
        const ours = createECDH("prime256v1");
        ours.setPrivateKey(secret);
        const shared = ours.computeSecret(ephemeral);
        keys.push(shared, Buffer.from(hkdfSync("sha256", shared, salt, "xinheng tip 1", 32)));
    } catch { /* no secret of the curve */ }
    for (const key of keys) {
        try {
            const cipher = createDecipheriv("aes-256-gcm", key, box.subarray(85, 97));
            cipher.setAAD(box.subarray(0, 85)).setAuthTag(box.subarray(-16));
            Buffer.concat([cipher.update(box.subarray(97, -16)), cipher.final()]);
            ++opened;
        } catch { /* another key */ }
    }
}
console.log(JSON.stringify({ opened }));
"""

register = Register()
register.start()
code, name = example()
officer = register.token("officer", "JN-SAMR")
private = pathlib.Path(tempfile.mkdtemp())
keys = iter(range(10**6))


def post(path: str, body: dict, token: str, status: int = 200) -> dict:
    got, text = register.ask("POST", path, body, token, f"tips-key-{next(keys)}")
    expect(got == status, f"{path}: {status} was expected, not {got} {text}")
    return json.loads(text)


def xinheng(*words: str, stdin: str = "") -> str:
    done = subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, text=True,
                          check=False)
    expect(done.returncode == 0, f"{words[:2]}: {done.stderr}")
    return done.stdout


def send(body: bytes, key: str = "") -> dict:
    request = urllib.request.Request(
        f"http://127.0.0.1:{register.port}/v1/tips", data=body, method="POST",
        headers={"Content-Type": "application/octet-stream",
                 "Idempotency-Key": key or f"tip-{next(keys):08}"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def in_node(script_text: str, told: dict) -> dict:
    script = private / "script.mjs"
    script.write_text(script_text)
    done = subprocess.run([NODE, script], input=json.dumps(told), capture_output=True, text=True,
                          check=False)
    expect(done.returncode == 0, done.stderr)
    return json.loads(done.stdout)


# The ceremony: a pair on the officer's machine, its public half made known.
key_file = private / "key.json"
xinheng("tip-key", "new", str(key_file), "--quiet", stdin=PASSPHRASE + "\n")
expect(key_file.stat().st_mode & 0o777 == 0o600, "the key file must be for its owner alone")
point = json.loads(key_file.read_text())["point"]
post("/v1/tips/keys", {"point": point, "through_on": "2099-01-01"}, officer, 422)
registered = register.run("tip-key", "register", str(key_file), "--through", "2027-06-30", "--as",
                          "JN-SAMR", "--json")
expect(registered.returncode == 0, registered.stderr)
account = [row for row in register.rows("SELECT account FROM account") if row == "officer-jn-samr"]
post("/v1/tips/handlers", {"accounts": account}, officer, 201)

before = {path: register.ask("GET", path) for path in ("/", "/publicity/penalties", "/data")}
checked = ("check", "--json", "--matter", "food_permit", "--purpose", "approval", "--ground",
           "sd_regulation_22", "--case", "C1", "--officer", "o1")
answered = json.loads(register.run(*checked, stdin=f"{code}\n{name}\n").stdout)
head = {"authority": "JN-SAMR", "domain": "product_food_safety", "subject_code": code}
sealed = in_node(SEAL % pathlib.Path("web/portal/tip_box.js").resolve().as_uri(), {
    "point": point, "head": head, "file": SECRETS[3],
    "told": {**head, "text": SECRETS[0], "name": SECRETS[1], "contact": SECRETS[2]}})
receipt = send(base64.b64decode(sealed["body"]), "a-key-sent-twice")["receipt"]
kept = list(pathlib.Path(register.store + ".files").rglob("*"))
expect(send(base64.b64decode(sealed["body"]), "a-key-sent-twice")["receipt"] == receipt,
       "the same tip again has another receipt")
expect(list(pathlib.Path(register.store + ".files").rglob("*")) == kept,
       "the same tip again is kept twice")
tip = json.loads(register.ask("GET", "/v1/tips", token=officer)[1])["items"][0]["tip"]
print("a tip is sealed in what the browser runs, and received")

# It shows nowhere.
proved = post("/v1/accounts", {"role": "subject", "identifier": code, "password": PASSPHRASE,
                               "proof": "business_licence"},
              register.token("officer", "SD-SAMR"), 201)
subject = post("/v1/sessions", {"account": proved["account"], "password": PASSPHRASE}, "",
               201)["token"]
own = [register.ask("GET", path, token=subject)[1] for path in (
    "/v1/account", "/v1/notices", "/v1/complaints", "/v1/objections", "/v1/repairs")]
office = register.token("credit_office", "SD-DRC")
seen = [register.ask("GET", path, token=office)[1] for path in (
    "/v1/told", "/v1/overdue", "/v1/stays", "/v1/incidents", "/v1/amendments")]
public = [register.ask("GET", path)[1] for path in before] + [
    register.ask("POST", "/v1/organisations/search", {"text": name})[1],
    register.ask("GET", "/data/penalties.csv")[1], register.ask("GET", "/metrics")[1]]
for text in own + seen + public:
    for word in (tip, receipt, '"tips', "举报人"):
        expect(word not in text, f"{word} stands in an answer")
again = json.loads(register.run(*checked, stdin=f"{code}\n{name}\n").stdout)
other = [member for member in answered if answered[member] != again[member]]
expect(not set(other) - {"receipt", "data_as_of", "outcome_to"}, f"another answer: {other}")
for role, authority in (("credit_office", "SD-DRC"), ("operator", "-"), ("clerk", "JN-SAMR")):
    got, _ = register.ask("GET", f"/v1/tips/{tip}", token=register.token(role, authority))
    expect(got == 403, f"{role} reads a tip: {got}")
print("it shows in no account, inbox, page, search, file, figure or answer of a check")

# A full copy of store, files and server keys holds none of it in the clear.
copy = private / "copy"
expect(register.run("backup", str(copy)).returncode == 0, "no backup")
register.stop()
files = [file for place in (copy, register.places) for file in place.rglob("*") if file.is_file()]
for file in files:
    content = file.read_bytes()
    for secret in (*SECRETS, sealed["passphrase"]):
        for encoded in (secret.encode(), secret.encode("utf-16-le"), secret.encode().hex().encode(),
                        base64.b64encode(secret.encode())[:-4]):
            expect(encoded not in content, f"{file.name} holds what was sealed")
print(f"{len(files)} files of store, evidence, log, keys and backup hold nothing of it")

# Nor does any server key open it.
register.start()
box = private / "box"
request = urllib.request.Request(
    f"http://127.0.0.1:{register.port}/v1/tips/{tip}/opening", data=b'{"reason": "test"}',
    method="POST",
    headers={"Authorization": f"Bearer {officer}", "Content-Type": "application/json",
             "Idempotency-Key": "opening-of-the-test"})
with urllib.request.urlopen(request, timeout=20) as answer:
    box.write_bytes(answer.read())
text = pathlib.Path(f"{register.store}.keys").read_text(encoding="utf-8")
secrets = re.findall(r"[0-9a-f]{64}", text)
expect(len(secrets) == 3, f"{len(secrets)} server keys, not three")
trial = {"box": base64.b64encode(box.read_bytes()).decode(), "point": point, "secrets": secrets}
expect(in_node(TRY, trial)["opened"] == 0, "a server key opens the box")
trial |= {"key_file": json.loads(key_file.read_text()), "passphrase": PASSPHRASE}
expect(in_node(TRY, trial)["opened"] == 1, "the officer's key does not open the box")
xinheng("tip", "read", str(box), str(private / "opened"), "--key", str(key_file), "--quiet",
        stdin=PASSPHRASE + "\n")
told = json.loads((private / "opened" / "tip.json").read_text())
expect((told["text"], told["name"], told["contact"]) == SECRETS[:3], f"not what was told: {told}")
expect((private / "opened" / "1.txt").read_text() == SECRETS[3], "not the file that was given")
print("none of the three server keys opens it; the officer's key file does")

taken = register.run("tip", "open", tip, str(private / "taken"), "--key", str(key_file), "--as",
                     "JN-SAMR", stdin=f"{PASSPHRASE}\n示例理由\n")
expect(taken.returncode == 0, taken.stderr)
post(f"/v1/tips/{tip}/acceptance", {"answer": "示例答复"}, officer)
post(f"/v1/tips/{tip}/conclusion", {"finding": "confirmed", "answer": "示例结果"}, officer)
status = post("/v1/tips/status", {"receipt": receipt, "passphrase": sealed["passphrase"]}, "")
expect(status["state"] == "concluded" and status["answer"] == "示例结果", f"not told: {status}")
openings = json.loads(register.ask("GET", f"/v1/tips/{tip}", token=officer)[1])["openings"]
expect([each["reason"] for each in openings] == ["test", "示例理由"], f"openings: {openings}")
register.stop()
register.expect_whole()
shutil.rmtree(private)
print("opened twice on record, concluded, its result read by receipt; the tables are what acts say")
