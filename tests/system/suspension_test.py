"""From the answer to an objection on, no answer of any kind shows the item as if nothing were
pending; from its withdrawal on, all of them do."""

import collections
import time

from answers import Answers
from running import Register, expect

register = Register()
register.start()
answers = Answers(register)
stale: collections.Counter = collections.Counter()
asked = 0
for turn in range(4):
    about = ("listing", "record")[turn % 2]
    answers.until_bare(register, about, time.monotonic())
    files = answers.of_files(register, about)
    expect(all(files.values()), f"what stands is not in {files}")
    objection = answers.object(register, about)
    for shown in (answers.of_files(register, about), answers.bare(register, about)):
        asked += len(shown)
        stale.update(kind for kind, bare in shown.items() if bare)
    answers.withdraw(register, objection)
    again = {**answers.bare(register, about), **answers.of_files(register, about)}
    again.pop("feed")  # which follows the log, a moment later
    expect(all(again.values()), f"withdrawn, and still marked in {again}")
print(f"{asked} answers after an objection, stale: {dict(stale) or 'none'}")
expect(not stale, f"stale answers: {dict(stale)}")
register.stop()
