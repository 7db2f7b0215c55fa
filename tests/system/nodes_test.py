"""Two servers on one store: what one performs, the other answers within a second; either goes on
alone when the other is killed, and nothing that was acknowledged is lost."""

import time

from running import expect
from two_nodes import Pair, suspensions

pair = Pair()
found = suspensions(pair, 8)
expect(not found.here, f"stale answers on the node where the objection was filed: {found.here}")
# The promise is one second at the 99th percentile; a loaded machine must not fail the test.
expect(found.taken[-2] < 2, f"the other node took {found.taken}")

# The same file at both nodes at once: each of its rows is taken by one of them, and once.
answers = pair.submit_at_both(400)
expect(sum(each["accepted"] for each in answers) == 400 and
       sum(each["unchanged"] for each in answers) == 400, f"two nodes took one file so: {answers}")

# The node that numbers is killed between an objection and its numbering: the other one numbers it.
objection = pair.answers.object(pair.first, "listing")
pair.first.kill()
begun = time.monotonic()
pair.seconds_until(pair.second, False, begun)
pair.answers.withdraw(pair.second, objection)
expect(pair.duties(pair.second) > 0, "a withdrawal on the surviving node has no effect there")
expect(pair.second.ask("GET", "/readyz")[0] == 200, "the surviving node is not ready")


def waiting() -> set[str]:
    return pair.second.rows("SELECT act_id FROM unsequenced")


until = time.monotonic() + 30
while waiting():
    expect(time.monotonic() < until, "nobody numbers what was performed")
    time.sleep(0.2)

# And back: the first node starts again and knows all of it.
pair.first.start()
expect(pair.duties(pair.first) > 0, "a node that starts again does not know what was performed")
found = suspensions(pair, 2)
expect(not found.here, f"a node that started again gives stale answers: {found.here}")

# Stopped and started again while the other one answers: no look-up there is taken for put in.
pair.restart_under_load(3)
pair.first.stop()
pair.second.stop()
pair.second.expect_whole()
pair.first.expect_whole()
