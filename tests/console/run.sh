#!/bin/sh
# Runs a test of the console: run.sh TEST.mjs
set -eu
cd "$(dirname "$0")/../.."
exec tools/node.sh --test-reporter=spec --test-timeout=600000 --test "$1"
