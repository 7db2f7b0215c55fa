#!/bin/bash
# make.sh PROGRAM FOLDER: the demonstration of which each system test and each journey takes a copy, as
# FOLDER/register.db and what lies beside it. Making one takes longer than most of them do.
set -euo pipefail
rm -rf "$2"
mkdir -p "$2"
"$1" init --demo --quiet --store "$2/register.db"
