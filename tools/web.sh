#!/bin/sh
# Fetches the pages' own libraries as the lock file names them, once, into web/embedded for the program.
set -eu
cd "$(dirname "$0")/../web" 2>/dev/null || exit 0
[ -e package-lock.json ] || exit 0
# For the pages' tests and pictures, what they take besides: web.sh test.
if [ "${1:-}" = test ]; then
    [ -d node_modules/playwright-core ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    exit 0
fi
stamp=embedded/.made-of
[ -e $stamp ] && cmp -s package-lock.json $stamp && exit 0
npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
mkdir -p embedded
for file in swagger-ui.css swagger-ui-bundle.js LICENSE; do
    cp node_modules/swagger-ui-dist/$file "embedded/$file"
done
cp package-lock.json $stamp
