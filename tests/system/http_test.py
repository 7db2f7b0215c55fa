"""Every operation of the contract over HTTP, on one served demonstration: http_test.py [WORDS…]

The tries stand in over_http, by theme; with words only those whose names hold one of them."""

import sys
import time

from over_http import (access, account, consents, credit_reporting, demonstration, every_operation,
                       figures, files, ledger, refusals, successions, tables)
from over_http.house import House

THEMES = (demonstration, access, account, consents, credit_reporting, files, figures, ledger,
          refusals, successions, tables, every_operation)
house = House()
tried = 0
for theme in THEMES:
    for name, carry_out in vars(theme).items():
        wanted = len(sys.argv) == 1 or any(word in name for word in sys.argv[1:])
        if not name.startswith("try_") or not wanted:
            continue
        begun = time.monotonic()
        carry_out(house)
        tried += 1
        print(f"{name.removeprefix('try_').replace('_', ' ')}: {time.monotonic() - begun:.2f} s")
house.register.stop()
house.register.expect_whole()
print(f"{tried} tries, {house.asked} requests, the log verifies and the tables are what it says")
