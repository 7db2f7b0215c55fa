"""The demonstration is as large as it is promised, and has a listing at every step."""

from over_http.house import House
from running import expect


def number(house: House, query: str) -> int:
    return int(house.register.rows(query).pop())


def try_the_demonstration_is_as_large_as_promised(house: House) -> None:
    for table, least in (("subject", 20000), ("record", 100000), ("listing", 300)):
        found = number(house, f"SELECT COUNT(*) FROM {table}")
        expect(found >= least, f"{found} in {table}, {least} are promised")
    persons = number(house, "SELECT COUNT(*) FROM subject WHERE subject_key LIKE 'P%'")
    expect(persons > 1000, f"{persons} natural persons")
    kinds = house.register.rows("SELECT kind FROM record")
    expect(kinds >= {"registration", "permit", "penalty"}, f"the kinds are {kinds}")
    authorities = house.register.rows("SELECT authority FROM record")
    expect(len(authorities) >= 17, f"only {sorted(authorities)} filed: no city is missing")


def try_a_listing_stands_at_every_step(house: House) -> None:
    states = next(parameter["schema"]["enum"] for operation in house.contract.operations
                  if operation.id == "read_listings"
                  for parameter in house.contract.parameters(operation)
                  if parameter["name"] == "state")
    expect(len(states) >= 6, f"the contract knows {states}")
    missing = set(states) - house.register.rows("SELECT state FROM listing")
    expect(not missing, f"no listing is {missing}")
    held = number(house, "SELECT COUNT(*) FROM listing WHERE held_by <> ''")
    expect(held > 0, "none is on hold")
    ended = house.register.rows("SELECT ended_as FROM listing WHERE state = 'ended'")
    expect({"annulled", "decision_changed"} <= ended, f"they ended as {ended}")
