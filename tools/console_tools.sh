#!/bin/sh
# Fetches what builds and tests the staff console, as its lock file names it, once; its Node too, since Debian's
# is older than the builder takes.
set -eu
cd "$(dirname "$0")/../web/console"
stamp=node_modules/.made-of
[ -e $stamp ] && cmp -s package-lock.json $stamp && exit 0
npm=$(readlink -f "$(command -v npm)")
fetch() { "$1" "$npm" ci --ignore-scripts --no-audit --no-fund --loglevel=error; }
fetch node
# Under a Node that is too old npm leaves the builder's own machine code out: once more, under the one that came.
# Debian's npm finds its parts where Debian's Node looks for them.
if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
    kept=$(mktemp -d)
    trap 'rm -rf "$kept"' EXIT
    cp node_modules/node-linux-*/bin/node "$kept/node"
    NODE_PATH=/usr/share/nodejs:/usr/lib/nodejs NODE_NO_WARNINGS=1 fetch "$kept/node"
fi
cp package-lock.json $stamp
