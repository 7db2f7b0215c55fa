"""What an operator sees of the running server."""

import pathlib
import re

from over_http.house import House
from running import expect

DASHBOARD = pathlib.Path("packaging/grafana.json")
# Where there are other nodes, on PostgreSQL alone.
AMONG_NODES = {"xinheng_behind_other_nodes_seconds"}


def try_the_dashboard_shows_what_is_told(house: House) -> None:
    told = set(re.findall(r"^# TYPE (\w+) ", house.ask("", "GET", "/metrics").text, re.M))
    queried = re.findall(r"xinheng_\w+", DASHBOARD.read_text(encoding="utf-8"))
    shown = {re.sub(r"_bucket$", "", name) for name in queried}
    expect(len(shown) > 10, f"the dashboard shows {shown}")
    expect(shown - AMONG_NODES <= told, f"the dashboard asks for {shown - AMONG_NODES - told}")
    expect(told <= shown | {"xinheng_request_seconds"}, f"the dashboard leaves out {told - shown}")
