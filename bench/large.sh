# large_store SUBJECTS RECORDS LISTED: a demonstration store to which SUBJECTS organisations were added, with so many
# records in all, LISTED of a hundred listed. LARGE is its path. The rows are written by SQL, as copies of a row that the
# demonstration has: a start reads them like any other, and they need no acts. Such a store is for measuring only.
large_store() {
    LARGE=$WORK/large-$1-$2-$3.db
    [ ! -e "$LARGE" ] || return 0
    demonstration
    local part=$WORK/large-part.db
    rm -rf "$part"*
    sqlite3 "$STORE" "PRAGMA wal_checkpoint(TRUNCATE)" >/dev/null
    for file in "$STORE" "$STORE".*; do
        case $file in *.lookups* | *-wal | *-shm | *.socket | *.lock) continue ;; esac
        cp -r "$file" "$part${file#"$STORE"}"
    done
    build/bench_tables codes "$1" >"$WORK/large-codes.csv"
    sqlite3 "$part" >/dev/null <<SQL
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -1000000;
CREATE TEMP TABLE given (code TEXT);
.import --csv --skip 1 $WORK/large-codes.csv given
CREATE TEMP TABLE added AS SELECT row_number() OVER () AS n, 'O' || code AS subject_key FROM (SELECT DISTINCT code FROM given ORDER BY code);
CREATE TEMP TABLE one AS SELECT * FROM record WHERE kind = 'penalty' AND substr(subject_key, 1, 1) = 'O' LIMIT 1;
CREATE TEMP TABLE listed AS SELECT * FROM listing WHERE state = 'in_force' AND through_on > date('now', '+30 days') LIMIT 1;
INSERT OR IGNORE INTO subject SELECT subject_key, 'legal_person', '示例' || n || '有限公司', substr(subject_key, 4, 6), '存续', 1, '2026-01-05', 'bench' FROM added;
INSERT OR IGNORE INTO subject_name SELECT subject_key, 'bench', '示例' || n || '有限公司', 1, NULL, NULL FROM added;
INSERT INTO listing SELECT added.subject_key, 'bench-' || n, standard, ground, authority, colour, category, state, proposed_on, conduct_on, noticed_on, window_through, exemption, waived, unanswered, hearing_requested, hearing_held, document_kind, document_number, decided_on, served_on, from_on, through_on, ends_when, review_on, provisional, held_by, ended_on, ended_as FROM added, listed WHERE n % 100 < $3;
INSERT INTO listing_home SELECT listing_id, subject_key FROM listing WHERE listing_id LIKE 'bench-%';
CREATE TEMP TABLE piece AS WITH RECURSIVE number (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM number WHERE k < max(1, $2 / $1)) SELECT k FROM number WHERE k * $1 <= $2;
INSERT INTO record SELECT added.subject_key, 'bench-' || k || '-' || n, 'bench', n, kind, version, authority, k || '-' || n, 'B' || k || '-' || n, digest, subject_kind, subject_name, decided_on, conduct_on, valid_through, reported_on, due_on, due_provisional, reference_only, body FROM added, piece, one;
INSERT INTO record_current SELECT subject_key, row_key, record_id, digest FROM record WHERE submission_id = 'bench';
PRAGMA journal_mode = WAL;
SQL
    for file in "$part"*; do mv "$file" "$LARGE${file#"$part"}"; done
}

# asked_subjects STORE COUNT: for bench/check.lua (SUBJECTS=$ASKED), so many of the added subjects at random, and a token that may ask.
asked_subjects() {
    export ASKED=$1.asked TOKEN
    [ -e "$ASKED" ] || sqlite3 "$1" "SELECT substr(subject_key, 2) || '|' || name FROM subject
        WHERE source_id = 'bench' ORDER BY random() LIMIT $2" >"$ASKED"
    TOKEN=$(token "$1.tokens" approval_system SD-SAMR)
}
# all_names COUNT: waits until those of so many subjects can be found by a search: nine of ten are companies.
all_names() {
    for _ in $(seq 7200); do
        curl -sf "http://127.0.0.1:$PORT/metrics" | awk -v wanted="$1" '$1 == "xinheng_names" {met = $2 >= wanted * 0.899} END {exit !met}' && return
        sleep 0.5
    done
    exit 1
}
# resident VmRSS|RssAnon|RssFile: of the server, in MB.
resident() { awk -v what="$1:" '$1 == what {printf "%.0f", $2 * 1024 / 1e6}' "/proc/$SERVER/status"; }
