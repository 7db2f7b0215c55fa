"""The log as anybody reads it: checkpoint and tiles, recomputed after RFC 6962."""

import base64
import hashlib
import pathlib
import time

from over_http.house import House, day, refused
from running import expect

WIDTH = 256


def leaf_hash(entry: bytes) -> bytes:
    return hashlib.sha256(b"\0" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()


def root_of(leaves: list[bytes]) -> bytes:
    """RFC 6962, 2.1: split at the largest power of two below the size."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(root_of(leaves[:split]), root_of(leaves[split:]))


def checkpoint(house: House) -> tuple[str, int, bytes]:
    answer = house.ask("", "GET", "/v1/ledger/checkpoint")
    expect(answer.status == 200 and answer.headers["Content-Type"].startswith("text/plain"),
           f"no checkpoint: {answer.status} {answer.headers}")
    text, signatures = answer.text.split("\n\n")
    origin, size, root = text.split("\n")
    expect(signatures.startswith(f"— {origin} ") and signatures.endswith("\n"), "it is not signed")
    name, key_id, _ = house.ask("", "GET", "/v1/ledger/key").json["key"].split("+", 2)
    signed = base64.b64decode(signatures.split()[2], validate=True)
    expect((name, key_id) == (origin, signed[:4].hex()), "the log's key did not sign this")
    return answer.text, int(size), base64.b64decode(root, validate=True)


def tile(house: House, name: str) -> bytes:
    answer = house.ask("", "GET", f"/v1/ledger/tile/{name}")
    expect(answer.status == 200, f"tile {name}: {answer.status} {answer.text}")
    expect(answer.headers["Content-Type"] == "application/octet-stream", f"tile {name} is text")
    return answer.body


def numbered(folder: str, number: int, width: int) -> str:
    expect(number < 1000, "the demonstration grew: name its tiles as C2SP does")
    return f"{folder}/{number:03}" + (f".p/{width}" if width < WIDTH else "")


def entries_of(bundle: bytes) -> list[bytes]:
    entries, at = [], 0
    while at < len(bundle):
        size = int.from_bytes(bundle[at:at + 2], "big")
        entries.append(bundle[at + 2:at + 2 + size])
        at += 2 + size
    expect(at == len(bundle), "a bundle ends within an entry")
    return entries


def whole_log(house: House, size: int) -> tuple[list[bytes], list[bytes]]:
    """All entries, and the hashes of level 0, tile by tile."""
    entries, hashes = [], []
    for number in range(-(-size // WIDTH)):
        width = min(WIDTH, size - number * WIDTH)
        told = tile(house, numbered("0", number, width))
        expect(len(told) == 32 * width, f"tile {number} has {len(told)} octets")
        hashes += [told[at:at + 32] for at in range(0, len(told), 32)]
        entries += entries_of(tile(house, numbered("entries", number, width)))
    return entries, hashes


def try_the_tiles_lead_to_the_root_of_the_checkpoint(house: House) -> None:
    _, size, root = checkpoint(house)
    expect(size > 4 * WIDTH, f"a log of {size} entries proves little")
    entries, hashes = whole_log(house, size)
    expect([leaf_hash(entry) for entry in entries] == hashes, "an entry is not what its tile says")
    expect(root_of(hashes) == root, "the tiles do not lead to the root")
    full = size // WIDTH
    above = [root_of(hashes[n * WIDTH:(n + 1) * WIDTH]) for n in range(full)]
    expect(tile(house, numbered("1", 0, full)) == b"".join(above), "level 1 says otherwise")
    committed = house.register.rows("SELECT lower(hex(commitment)) FROM act")
    expect(committed >= {entry.hex() for entry in entries}, "an entry commits to no act")


def try_an_act_stands_in_the_log_and_the_log_only_grows(house: House) -> None:
    before, size, root = checkpoint(house)
    issued = house.ask(("credit_office", "SD-DRC"), "POST", "/v1/tokens",
                       {"account": "bank-sd-bka", "functions": ["reading"], "ends_on": day(1)})
    expect(issued.status == 201, f"nothing was done: {issued.text}")
    commitment = house.register.rows(
        f"SELECT lower(hex(commitment)) FROM act WHERE act_id = '{issued.json['act']}'").pop()
    until = time.monotonic() + 10
    grown, entries, hashes = (before, size, root), [], []
    # Others may act meanwhile: a log that grew need not hold this act yet.
    while commitment not in {entry.hex() for entry in entries[size:]}:
        expect(time.monotonic() < until, "the act is in no checkpoint")
        time.sleep(0.1)
        grown = checkpoint(house)
        entries, hashes = whole_log(house, grown[1])
    expect(root_of(hashes[:size]) == root, "what stood in the log before has changed")
    expect(root_of(hashes) == grown[2], "the new root is not the one of the new tiles")
    note = pathlib.Path(house.register.folder.name, "note")
    note.write_text(before, encoding="utf-8")
    told = house.register.run("ledger", "verify", "--checkpoint", str(note))
    expect(told.returncode == 0, f"an earlier checkpoint does not hold: {told.stderr}")
    head, signature = before.rsplit(" ", 1)
    forged = base64.b64decode(signature)
    note.write_text(f"{head} {base64.b64encode(forged[:-1] + bytes([forged[-1] ^ 1])).decode()}\n",
                    encoding="utf-8")
    told = house.register.run("ledger", "verify", "--checkpoint", str(note))
    expect(told.returncode != 0, "a forged signature is taken")


def try_nothing_but_tiles_is_read(house: House) -> None:
    for name in ("0/999", "9/000", "0/000.p/256", "0/", "../checkpoint", "0/../../register.db.keys",
                 "%2e%2e/%2e%2e/register.db", "..%2f..%2fregister.db", "/etc/passwd", "0/000/x",
                 "entries"):
        refused(house.ask("", "GET", f"/v1/ledger/tile/{name}"), 404, "log.tile_missing")
