#!/bin/bash
# run.sh BUILD [contracts|scenarios|program]…: the tests of a store on a Citus cluster of their own; all
# of them where none is named. Ends with 77 where the extension is not installed.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$1
shift
[ $# -gt 0 ] || set -- contracts scenarios program
folder=$build/citus
tests/citus/start.sh "$folder"
trap 'tests/citus/stop.sh "$folder"' EXIT
XINHENG_TEST_POSTGRES=$(cat "$folder/url")
export XINHENG_TEST_POSTGRES XINHENG_TEST_CITUS=1 XINHENG=$build/xinheng
for part in "$@"; do
    case $part in
        contracts) "$build/unit_tests" --gtest_brief=1 --gtest_filter='*/Postgres' ;;
        scenarios) "$build/scenario_tests" postgres tests/scenarios ;;
        program) python3 tests/citus/cluster_test.py "$folder" ;;
        *) echo "no such part: $part"; exit 2 ;;
    esac
done
