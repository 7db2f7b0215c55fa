#!/bin/bash
# Bar 5: search by name, ours at NAMES names (5 M) and beside its peers at PEER_NAMES (1 M) of the same: PostgreSQL with pg_trgm,
# and Groonga where it is installed. QUESTIONS (1000) names are asked for in part, whole, and with one seeded fault. Ours is asked
# for the first 20, the peers for the first 20 of a part and the first five of a name with a fault. Times in milliseconds.
set -euo pipefail
. bench/lib.sh
NAMES=${NAMES:-5000000} PEER_NAMES=${PEER_NAMES:-1000000} QUESTIONS=${QUESTIONS:-1000} PEER_QUESTIONS=${PEER_QUESTIONS:-100}

# write NAMES QUESTIONS: names.$1.tsv, questions.$1.tsv
write() { [ -e "$WORK/names.$1.tsv" ] || build/bench_search write "$1" "$2" "$WORK/names.$1.tsv" "$WORK/questions.$1.tsv"; }
ours() { build/bench_search run "$WORK/names.$1.tsv" "$WORK/questions.$1.tsv" >"$WORK/search.$1.out"; }
# figure NAMES "part none" COLUMN
figure() { awk -F'\t' -v what="$2" -v column="$3" '$1 == what {print $column}' "$WORK/search.$1.out"; }
# The largest of the faults: time (column 5: processor, 7: clock). The smallest: recall at five (8).
slowest() { awk -F'\t' -v c="$2" '/^whole [^n]/ {if ($c + 0 > m) m = $c + 0} END {print m}' "$WORK/search.$1.out"; }
lowest() { awk -F'\t' '/^whole [^n]/ {if (m == "" || $7 + 0 < m) m = $7 + 0} END {print m}' "$WORK/search.$1.out"; }
ratio() { awk -v o="$2" -v p="$3" -v n="$1" -v b="$4" 'BEGIN {printf "%s: %s ms, %s ms, %.4f, %s\n", n, o, p, o / p, b}' | tee -a "$WORK/lines"; }

# p95 and recall of lines "milliseconds <tab> found".
summary() { sort -g | awk '{t[NR] = $1; f += $2} END {printf "%.3f %.4f\n", t[int((NR - 1) * 0.95) + 1], f / NR}'; }

write "$NAMES" "$QUESTIONS"
ours "$NAMES"
alone "search of a part, p95 of the processor, $NAMES names" "$(figure "$NAMES" 'part none' 4) ms" "≤ 1 ms"
alone "search with one fault, p95 of the processor, the slowest fault" "$(slowest "$NAMES" 4) ms" "≤ 10 ms"
alone "search with one fault, recall at five, the lowest" "$(lowest "$NAMES")" "≥ 0.99"
alone "search, bytes a name in memory" "$(awk -F'\t' '$1 == "bytes a name, resident" {print $2}' "$WORK/search.$NAMES.out")" "≤ 120"

write "$PEER_NAMES" "$QUESTIONS"
ours "$PEER_NAMES"
# Of each kind of question the same number, for the peers' sake.
awk -F'\t' -v most="$PEER_QUESTIONS" 'n[$1 $2]++ < most' "$WORK/questions.$PEER_NAMES.tsv" >"$WORK/questions.peer.tsv"
part_ours=$(figure "$PEER_NAMES" 'part none' 6)
fault_ours=$(slowest "$PEER_NAMES" 6)

postgres
psql -q "$PG_SOCKET" <<SQL
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE names (code text, name text);
\\copy names FROM '$WORK/names.$PEER_NAMES.tsv'
CREATE INDEX names_by_trigram ON names USING gin (name gin_trgm_ops);
CREATE TABLE questions (number serial, kind text, fault text, words text, meant text);
\\copy questions (kind, fault, words, meant) FROM '$WORK/questions.peer.tsv'
VACUUM ANALYZE;
CREATE FUNCTION ask(asked_kind text) RETURNS TABLE (milliseconds float, is_among int) AS \$\$
DECLARE asked record; begun timestamptz; codes text[];
BEGIN
  FOR asked IN SELECT q.words, q.meant FROM questions q
                WHERE q.kind = asked_kind AND (q.kind = 'part' OR q.fault <> 'none') ORDER BY q.number LOOP
    begun := clock_timestamp();
    IF asked_kind = 'part' THEN
      codes := ARRAY (SELECT n.code FROM names n WHERE n.name LIKE '%' || asked.words || '%' LIMIT 20);
    ELSE
      codes := ARRAY (SELECT n.code FROM names n WHERE n.name % asked.words ORDER BY similarity(n.name, asked.words) DESC LIMIT 5);
    END IF;
    milliseconds := extract(epoch FROM clock_timestamp() - begun) * 1000;
    is_among := CASE WHEN asked_kind = 'part' THEN (cardinality(codes) > 0)::int ELSE (asked.meant = ANY (codes))::int END;
    RETURN NEXT;
  END LOOP;
END \$\$ LANGUAGE plpgsql;
SQL
ask_postgres() { psql -qAtF$'\t' "$PG_SOCKET" -c "SET pg_trgm.similarity_threshold = 0.3" -c "SELECT milliseconds, is_among FROM ask('$1')" | summary; }
read -r part_postgres _ <<<"$(ask_postgres part)"
read -r fault_postgres recall_postgres <<<"$(ask_postgres whole)"
ratio "search of a part, p95, $PEER_NAMES names, to pg_trgm" "$part_ours" "$part_postgres" "≤ 1 ms"
ratio "search with one fault, p95, $PEER_NAMES names, to pg_trgm (its recall at five $recall_postgres)" "$fault_ours" "$fault_postgres" "≤ 10 ms"

command -v groonga >/dev/null || exit 0
rm -rf "$WORK/groonga"
mkdir -p "$WORK/groonga"
{
    echo "table_create Names TABLE_NO_KEY"
    echo "column_create Names code COLUMN_SCALAR ShortText"
    echo "column_create Names name COLUMN_SCALAR ShortText"
    echo "table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto"
    echo "column_create Terms names COLUMN_INDEX|WITH_POSITION Names name"
    echo "load --table Names"
    awk -F'\t' 'BEGIN {print "["} {printf "%s[\"%s\",\"%s\"]", NR == 1 ? "[\"code\",\"name\"],\n" : ",\n", $1, $2} END {print "\n]"}' "$WORK/names.$PEER_NAMES.tsv"
} | groonga -n "$WORK/groonga/db" >/dev/null
# ask_groonga WHAT OPERATOR LIMIT
ask_groonga() {
    awk -F'\t' -v what="$1" '$1 == what && (what == "part" || $2 != "none")' "$WORK/questions.peer.tsv" >"$WORK/groonga/asked"
    awk -F'\t' -v op="$2" -v limit="$3" '{printf "select Names --filter '\''name %s \"%s\"'\'' --limit %s --output_columns code --sort_keys -_score\n", op, $3, limit}' \
        "$WORK/groonga/asked" | groonga "$WORK/groonga/db" |
        python3 -c '
import json, sys
asked = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
for (what, fault, text, code), line in zip(asked, sys.stdin):
    answer = json.loads(line)
    codes = [row[0] for row in answer[1][0][2:]]
    print(answer[0][2] * 1000, int(bool(codes) if what == "part" else code in codes), sep="\t")' "$WORK/groonga/asked" | summary
}
read -r part_groonga _ <<<"$(ask_groonga part '@' 20)"
read -r fault_groonga recall_groonga <<<"$(ask_groonga whole '*S' 5)"
ratio "search of a part, p95, $PEER_NAMES names, to Groonga" "$part_ours" "$part_groonga" "≤ 1 ms"
ratio "search with one fault, p95, $PEER_NAMES names, to Groonga (its recall at five $recall_groonga)" "$fault_ours" "$fault_groonga" "≤ 10 ms"
