#!/bin/sh
# Fetches what builds and tests the staff console, as its lock file names it, once; its Node too, since Debian's
# is older than the builder takes.
set -eu
cd "$(dirname "$0")/../web/console"
stamp=node_modules/.made-of
[ -e $stamp ] && cmp -s package-lock.json $stamp && exit 0
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
cp package-lock.json $stamp
