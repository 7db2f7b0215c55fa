#!/bin/sh
# The whole of the simulation: run.sh BUILD_FOLDER [JOBS]. A thousand seeds on SQLite whose files fail, thirty on
# PostgreSQL.
set -eu
build=$1
jobs=${2:-2}
tests/postgres/start.sh "$build/postgres"
trap 'tests/postgres/stop.sh "$build/postgres"' EXIT
"$build/simulation_tests" postgres --seeds 30 --jobs "$jobs"
"$build/simulation_tests" sqlite --seeds 1000 --jobs "$jobs"
