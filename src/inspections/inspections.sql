-- What is kept of inspection plans, and what a draw rests on. One text for SQLite and PostgreSQL.

-- name: save_plan
INSERT INTO inspection_plan (home_key, plan_id, from_on, facts)
VALUES ($1, $2, $3, $4)
    ON CONFLICT (home_key, plan_id) DO UPDATE SET facts = excluded.facts;

-- name: find_plan
SELECT facts FROM inspection_plan WHERE home_key = $1 AND plan_id = $2;

-- name: plans_of
SELECT facts FROM inspection_plan
 WHERE home_key = $1 AND plan_id > $2
 ORDER BY plan_id
 LIMIT $3;

-- name: commitment_of
-- Of an act that has its number in the log, or waits for it.
SELECT commitment FROM log_entry WHERE home_key = $1 AND act_id = $2
 UNION ALL
SELECT commitment FROM unsequenced WHERE home_key = $1 AND act_id = $2;

-- name: evaluations_of
-- In force on the day. What is objected to does not count while it is verified.
SELECT record.kind, record.version, record.body, record.authority, record.document_number,
       record.valid_through
  FROM record_current
  JOIN record ON record.subject_key = record_current.subject_key
             AND record.record_id = record_current.record_id
 WHERE record_current.subject_key = $1 AND record.kind = 'evaluation'
   AND record.reference_only = 0 AND record.decided_on <= $2
   AND (record.valid_through IS NULL OR record.valid_through >= $2)
   AND NOT EXISTS (SELECT 1
                     FROM objection
                    WHERE objection.subject_key = $1 AND objection.open = 1
                      AND objection.about_id = record.record_id)
 ORDER BY record.record_id;
