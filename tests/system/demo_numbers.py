"""The numbers of the demonstration's subjects in clear, made again as src/demo makes them.

The store holds a person's number sealed and its key hashed; whoever searches for the numbers must
make them: by the same dice, and held against the hashes of the store with the store's own key."""

import datetime
import hashlib
import hmac
import pathlib

SEED = 20171222
ORGANISATIONS, BUSINESSES, PERSONS = 16000, 2500, 1500
CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WORD = (1 << 64) - 1
SURNAMES, GIVEN_NAMES, FIRST = 32, 32, datetime.date(1950, 1, 1)
PERSON_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]


class Dice:
    """SplitMix64."""

    def __init__(self):
        self.state = SEED

    def roll(self, sides: int) -> int:
        self.state = (self.state + 0x9e3779b97f4a7c15) & WORD
        mixed = ((self.state ^ (self.state >> 30)) * 0xbf58476d1ce4e5b9) & WORD
        mixed = ((mixed ^ (mixed >> 27)) * 0x94d049bb133111eb) & WORD
        return (mixed ^ (mixed >> 31)) % sides


def code_check(code: str) -> str:
    total = sum(CODE_ALPHABET.index(each) * pow(3, at, 31) for at, each in enumerate(code))
    return CODE_ALPHABET[-total % 31]


def organisation_check(eight: str) -> str:
    values = [int(each, 36) for each in eight]
    return "0123456789X0"[-sum(v * w for v, w in zip(values, (3, 7, 9, 10, 5, 8, 4, 2))) % 11]


def code(dice: Dice, kind: str) -> str:
    city = dice.roll(16)
    organisation = "MA" + "".join(CODE_ALPHABET[dice.roll(31)] for _ in range(6))
    begun = f"{kind}3799{city + 1:02}{organisation}{organisation_check(organisation)}"
    dice.roll(SURNAMES), dice.roll(GIVEN_NAMES)
    return begun + code_check(begun)


def person(dice: Dice) -> str:
    born = FIRST + datetime.timedelta(dice.roll(45 * 365))
    city = dice.roll(16)
    dice.roll(SURNAMES), dice.roll(GIVEN_NAMES)
    begun = f"3799{city + 1:02}{born:%Y%m%d}{dice.roll(1000):03}"
    return begun + "10X98765432"[sum(int(n) * w for n, w in zip(begun, PERSON_WEIGHTS)) % 11]


def numbers() -> tuple[list[str], list[str]]:
    """Of organisations and individual businesses, and of persons."""
    dice, codes = Dice(), []
    for kind, count, rolls in (("91", ORGANISATIONS, (32, 20, 3)), ("92", BUSINESSES, (32, 6))):
        for _ in range(count):
            codes.append(code(dice, kind))
            for sides in rolls:  # of the name
                dice.roll(sides)
    return codes, [person(dice) for _ in range(PERSONS)]


def key_of(keys: pathlib.Path, number: str) -> str:
    """What the store calls the person of a resident number."""
    lines = dict(line.split(" ", 1) for line in keys.read_text(encoding="ascii").splitlines())
    message = b"subject\0resident_identity\0" + number.encode()
    digest = hmac.new(bytes.fromhex(lines["hmac"]), message, hashlib.sha256).digest()[:16]
    bits = int.from_bytes(digest, "big") << 2  # 130 bits: 26 letters of five
    return "P" + "".join(CROCKFORD[(bits >> at) & 31] for at in range(125, -1, -5))
