"""Notices leave by mail through a real server: what they say, is tried again, is given up."""

import base64
import email.header
import json
import pathlib
import time

from mail_server import MailServer
from running import Register, example, expect, free_port

ADDRESS = "notices@mail.test"
register = Register()
identifier, name = example()
mail = MailServer(free_port())
mail.start()
spool = pathlib.Path(register.folder.name) / "spool"
register.start("--smtp", f"smtp://127.0.0.1:{mail.port}", "--mail-from", "register@xinheng.test",
               "--notice-spool", str(spool))
officer = register.token("officer", "SD-SAMR")
keys = iter(f"mail-test-{number}" for number in range(10**6))


def post(path: str, body, token: str) -> dict:
    status, answer = register.ask("POST", path, body, token, next(keys))
    expect(status < 300, f"POST {path}: {status} {answer}")
    return json.loads(answer)


def read(path: str, token: str) -> dict:
    status, answer = register.ask("GET", path, None, token)
    expect(status == 200, f"GET {path}: {status} {answer}")
    return json.loads(answer)


def propose() -> str:
    body = {"identifier": identifier, "name": name, "standard": "samr_serious", "ground": "drugs",
            "conduct_on": "2026-01-05", "facts": "示例事实", "finding": "示例认定",
            "basis_document": "示例决定书"}
    return post("/v1/listings", body, officer)["listing"]


def annul(listing: str) -> None:
    body = {"document_number": "示例撤字1号", "words": "示例理由"}
    post(f"/v1/listings/{listing}/annulment", body, officer)


def newest() -> dict:
    notice = read("/v1/account/notices", subject)["items"][0]["notice"]
    return read(f"/v1/account/notices/{notice}", subject)


def sending(channel: str) -> dict:
    return next(each for each in newest()["sendings"] if each["channel"] == channel)


def until(condition, words: str, seconds: float = 30) -> None:
    begun = time.monotonic()
    while not condition():
        expect(time.monotonic() - begun < seconds, words)
        time.sleep(0.1)


def title(letter) -> str:
    return str(email.header.make_header(email.header.decode_header(letter["Subject"])))


password = "a password of a demonstration"
opening = {"role": "subject", "identifier": identifier, "proof": "business_licence"}
account = post("/v1/accounts", opening | {"password": password}, officer)["account"]
signed_in = register.ask("POST", "/v1/sessions", {"account": account, "password": password})
subject = json.loads(signed_in[1])["token"]
post("/v1/account/channels", {"channel": "mail", "address": ADDRESS}, subject)

# Without consent a letter says only that a notice is waiting.
annul(propose())
letters = mail.letters(1)
text = letters[0].get_payload(decode=True).decode()
expect(len(letters) == 1 and "Sign in to your account" in text, f"another letter: {text}")
for told in ("示例撤字1号", name, identifier):
    expect(told not in text, f"it says too much: {told}")
expect(title(letters[0]) == "您有一份新的通知 · A notice is waiting for you", title(letters[0]))
until(lambda: sending("mail")["state"] == "sent", "not recorded as sent")

# With consent it is the notice itself, in both languages.
post("/v1/account/electronic-service", None, subject)
annul(propose())
letters = mail.letters(2)
text = letters[1].get_payload(decode=True).decode()
for part in ("列入已撤销", "The listing is annulled", "示例撤字1号", "山东省市场监督管理局"):
    expect(part in text, f"lacks {part}: {text}")
expect(identifier not in text, "an identifier in a letter")

# A server that is away: tried again by itself, and delivered once.
mail.stop()
annul(propose())
until(lambda: sending("mail")["attempts"] >= 1, "not tried")
expect(sending("mail")["state"] == "waiting", "given up at once")
mail.start()
expect(len(mail.letters(3, 40)) == 3, "not delivered after the server came back")
until(lambda: sending("mail")["state"] == "sent", "not recorded as sent")

# An address that the server does not know is given up, and the other channel goes on.
post("/v1/account/channels", {"channel": "mail", "address": "nobody@mail.test"}, subject)
post("/v1/account/channels", {"channel": "text_message", "address": "+8613800000000"}, subject)
annul(propose())
until(lambda: sending("mail")["state"] == "given_up", "a refused address is tried for ever")
until(lambda: sending("text_message")["state"] == "sent", "the text message did not go out")
messages = list((spool / "text_message").glob("*.json"))
expect(len(messages) == 1 and messages[0].stat().st_mode & 0o777 == 0o600, "not one private file")

# No address stands anywhere but sealed.
register.stop()
mail.stop()
needles = [ADDRESS.encode(), b"nobody@mail.test", b"13800000000",
           base64.b64encode(ADDRESS.encode())]
for file in pathlib.Path(register.folder.name).rglob("*"):
    if file.is_file() and spool not in file.parents:
        content = file.read_bytes()
        expect(not any(needle in content for needle in needles), f"an address in {file.name}")
told = register.run("rebuild", "--check")
expect(told.returncode == 0, f"rebuilt otherwise: {told.stdout}{told.stderr}")
print("3 letters delivered by Exim, 1 refused, 1 text message, no address in clear")
