-- What the register keeps of executions. One text for SQLite and PostgreSQL.

-- name: save_execution
INSERT INTO execution (subject_key, execution_id, origin, authority, matter, case_number,
                       opened_on, due_on, provisional, accepted_on, overdue_on, lapsed_on,
                       open, duties)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    ON CONFLICT (subject_key, execution_id) DO UPDATE
   SET due_on = excluded.due_on, provisional = excluded.provisional,
       accepted_on = excluded.accepted_on, overdue_on = excluded.overdue_on,
       lapsed_on = excluded.lapsed_on, open = excluded.open, duties = excluded.duties;

-- name: save_home
INSERT INTO execution_home (execution_id, subject_key) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: find_home
SELECT subject_key FROM execution_home WHERE execution_id = $1;

-- name: find_execution
SELECT subject_key, execution_id, origin, authority, matter, case_number, opened_on, due_on,
       provisional, accepted_on, overdue_on, lapsed_on, duties
  FROM execution
 WHERE subject_key = $1 AND execution_id = $2;

-- name: open_at
-- What one authority has yet to answer, the oldest first.
SELECT subject_key, execution_id, origin, authority, matter, case_number, opened_on, due_on,
       provisional, accepted_on, overdue_on, lapsed_on, duties
  FROM execution
 WHERE authority = $1 AND open = 1 AND execution_id > $2
 ORDER BY execution_id
 LIMIT $3;

-- name: of_subject
SELECT subject_key, execution_id, origin, authority, matter, case_number, opened_on, due_on,
       provisional, accepted_on, overdue_on, lapsed_on, duties
  FROM execution
 WHERE subject_key = $1
 ORDER BY execution_id;

-- name: under_standard
-- By the listings, whatever became of them; in no order.
SELECT execution.subject_key, execution.execution_id, execution.origin, execution.authority,
       execution.matter, execution.case_number, execution.opened_on, execution.due_on,
       execution.provisional, execution.accepted_on, execution.overdue_on, execution.lapsed_on,
       execution.duties, listing.listing_id
  FROM listing
  JOIN execution ON execution.subject_key = listing.subject_key
 WHERE listing.standard = $1 AND listing.category = 'organisation'
   AND execution.opened_on >= $2 AND execution.opened_on <= $3;

-- name: not_started
-- Listings in force under which nobody was set to work. Those that stand for a record filed
-- elsewhere were started there.
SELECT listing.subject_key, listing.listing_id
  FROM listing
 WHERE listing.state = 'in_force' AND listing.from_on <= $1
   AND (listing.subject_key, listing.listing_id) > ($2, $3)
   AND NOT EXISTS (SELECT 1
                     FROM joint_action
                    WHERE joint_action.subject_key = listing.subject_key
                      AND joint_action.listing_id = listing.listing_id)
   AND NOT EXISTS (SELECT 1
                     FROM record_listing
                    WHERE record_listing.subject_key = listing.subject_key
                      AND record_listing.listing_id = listing.listing_id)
 ORDER BY listing.subject_key, listing.listing_id
 LIMIT $4;

-- name: find_action
SELECT act_id, started_on FROM joint_action WHERE subject_key = $1 AND listing_id = $2;

-- name: insert_action
INSERT INTO joint_action (subject_key, listing_id, act_id, started_on) VALUES ($1, $2, $3, $4);
