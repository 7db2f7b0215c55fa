-- What the register keeps of credit repair. One text for SQLite and PostgreSQL.

-- name: save_case
INSERT INTO repair_case (subject_key, case_id, item_kind, item_id, authority, way, state,
                         applied_on, acceptance_due, provisional, accepted_on, result_due,
                         extended, overdue_on, decided_on, decided_by, reevaluate_on, wait_through,
                         filed_by, filed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20)
    ON CONFLICT (subject_key, case_id) DO UPDATE
   SET item_id = excluded.item_id, state = excluded.state,
       acceptance_due = excluded.acceptance_due, provisional = excluded.provisional,
       accepted_on = excluded.accepted_on, result_due = excluded.result_due,
       extended = excluded.extended, overdue_on = excluded.overdue_on,
       decided_on = excluded.decided_on, decided_by = excluded.decided_by,
       reevaluate_on = excluded.reevaluate_on, wait_through = excluded.wait_through;

-- name: save_home
INSERT INTO repair_home (case_id, subject_key) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: save_step
INSERT INTO repair_step (subject_key, case_id, act_id, step, happened_on, told)
VALUES ($1, $2, $3, $4, $5, $6);

-- name: save_opening
INSERT INTO repair_opening (subject_key, act_id, case_id, opened_on, authority, reason, ground)
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: find_home
SELECT subject_key FROM repair_home WHERE case_id = $1;

-- name: find_case
SELECT subject_key, case_id, item_kind, item_id, authority, way, state, applied_on,
       acceptance_due, provisional, accepted_on, result_due, extended, overdue_on, decided_on,
       decided_by, reevaluate_on, wait_through, filed_by, filed_at
  FROM repair_case
 WHERE subject_key = $1 AND case_id = $2;

-- name: cases_of
SELECT subject_key, case_id, item_kind, item_id, authority, way, state, applied_on,
       acceptance_due, provisional, accepted_on, result_due, extended, overdue_on, decided_on,
       decided_by, reevaluate_on, wait_through, filed_by, filed_at
  FROM repair_case
 WHERE subject_key = $1
 ORDER BY case_id;

-- name: open_cases_at
SELECT subject_key, case_id, item_kind, item_id, authority, way, state, applied_on,
       acceptance_due, provisional, accepted_on, result_due, extended, overdue_on, decided_on,
       decided_by, reevaluate_on, wait_through, filed_by, filed_at
  FROM repair_case
 WHERE authority = $1 AND state IN ('applied', 'accepted', 'shielded')
 ORDER BY case_id
 LIMIT $2;

-- name: steps_of
SELECT act_id, step, happened_on, told
  FROM repair_step
 WHERE subject_key = $1 AND case_id = $2
 ORDER BY act_id;

-- name: openings_of
SELECT act_id, case_id, opened_on, authority, reason, ground
  FROM repair_opening
 WHERE subject_key = $1
 ORDER BY act_id;
