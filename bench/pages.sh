#!/bin/bash
# The subject's page of the portal with RECORDS public records, and pages beside it: in milliseconds at the server, and in
# seconds until a telephone first paints them (bench/paint.mjs).
set -euo pipefail
. bench/lib.sh
RECORDS=${RECORDS:-200}

read -r code name <<<"$(tr '\n' ' ' <examples/subject.txt)"
PAGES=$WORK/pages.db
if [ ! -e "$PAGES" ]; then
    demonstration
    for part in "$STORE"*; do cp -r "$part" "$PAGES${part#"$STORE"}"; done
    python3 - "$code" "$name" "$RECORDS" >"$WORK/permits.csv" <<'PYTHON'
import datetime, sys
code, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
day = datetime.date.today()
print("XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_FRDB,XK_XKWS,XK_WSH,XK_XKLB,XK_NR,XK_JDRQ,XK_YXQZ,XK_YXQZI,XK_XKJG,"
      "XK_XKJGDM,XK_ZT,XK_LYDW,XK_LYDWDM")
office = "山东省市场监督管理局", "11379999XH03100004"
for n in range(1, count + 1):
    on = day - datetime.timedelta(days=n % 5)
    through = on + datetime.timedelta(days=1460)
    print(f"{name},法人及非法人组织,{code},示例,准予行政许可决定书,示例页〔2026〕{n}号,普通,食品经营许可第{n}项,{on},{on},{through},"
          f"{office[0]},{office[1]},1,{office[0]},{office[1]}")
PYTHON
    build/xinheng submit "$WORK/permits.csv" --store "$PAGES" --as SD-SAMR --partial >"$WORK/permits.out" || true
fi

build/xinheng serve --store "$PAGES" --listen "127.0.0.1:$PORT" >"$WORK/server.out" 2>&1 &
SERVER=$!
for _ in $(seq 300); do curl -sf "http://127.0.0.1:$PORT/livez" >/dev/null && break || sleep 0.1; done
page=$(curl -s -o /dev/null -w '%{redirect_url}' --data-urlencode "text=$code" "http://127.0.0.1:$PORT/search")

# milliseconds PATH: the least and the median of 100, over one connection.
milliseconds() {
    curl -s -o /dev/null -w '%{time_total}\n' "$1#[1-100]" 2>/dev/null |
        sort -g | awk '{t[NR] = $1 * 1000} END {printf "least %.1f ms, median %.1f ms", t[1], t[int((NR + 1) / 2)]}'
}
rows=$(curl -s "$page" | grep -c 'class="row"')
alone "portal, a subject's page of $rows rows" "$(milliseconds "$page")" "≤ 20 ms"
alone "portal, the home page" "$(milliseconds "http://127.0.0.1:$PORT/")" "≤ 20 ms"
alone "portal, a page of penalties" "$(milliseconds "http://127.0.0.1:$PORT/publicity/penalties")" "≤ 20 ms"

# painted NAME PATH BAR
painted() {
    alone "first paint on slow 4G, $1" "$(tools/node.sh bench/paint.mjs "http://127.0.0.1:$PORT" "$2" | cut -d' ' -f2) s" "$3"
}
painted "a subject's page of $rows rows" "${page#http://127.0.0.1:$PORT}" "≤ 1 s"
painted "the home page" / "≤ 1 s"
painted "a page of penalties" /publicity/penalties "≤ 1 s"
painted "the lists" /lists "≤ 1 s"
painted "my account" /account/ "–"
painted "the console" /console/ "–"
