-- What the register keeps of leak incidents and of whom they concern.

-- name: save_incident
INSERT INTO incident
      (home_key, incident_id, authority, kinds, cause, harm, steps, protection, contact,
       discovered_on, opened_on, report_due_on, tell_due_on, reported_on, reported_to, excepted_on,
       ordered_on, completed_on, overdue_on, closed_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20)
    ON CONFLICT (home_key, incident_id) DO UPDATE
   SET kinds = excluded.kinds, cause = excluded.cause, harm = excluded.harm,
       steps = excluded.steps, protection = excluded.protection, contact = excluded.contact,
       tell_due_on = excluded.tell_due_on, reported_on = excluded.reported_on,
       reported_to = excluded.reported_to, excepted_on = excluded.excepted_on,
       ordered_on = excluded.ordered_on, completed_on = excluded.completed_on,
       overdue_on = excluded.overdue_on, closed_on = excluded.closed_on;

-- name: find_home
SELECT home_key FROM incident WHERE incident_id = $1;

-- name: find_incident
SELECT home_key, incident_id, authority, kinds, cause, harm, steps, protection, contact,
       discovered_on, opened_on, report_due_on, tell_due_on, reported_on, reported_to, excepted_on,
       ordered_on, completed_on, overdue_on, closed_on
  FROM incident
 WHERE home_key = $1 AND incident_id = $2;

-- name: incidents_of
SELECT home_key, incident_id, authority, kinds, cause, harm, steps, protection, contact,
       discovered_on, opened_on, report_due_on, tell_due_on, reported_on, reported_to, excepted_on,
       ordered_on, completed_on, overdue_on, closed_on
  FROM incident
 WHERE (authority = $1 OR reported_to = $1) AND incident_id < $2
 ORDER BY incident_id DESC
 LIMIT $3;

-- name: save_concern
INSERT INTO incident_subject
      (subject_key, incident_id, home_key, state, items, noted_on, told_on, notice_id, unreached_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (subject_key, incident_id) DO UPDATE
   SET state = excluded.state, items = excluded.items, told_on = excluded.told_on,
       notice_id = excluded.notice_id, unreached_on = excluded.unreached_on;

-- name: find_concern
SELECT subject_key, incident_id, home_key, state, items, noted_on, told_on, notice_id, unreached_on
  FROM incident_subject
 WHERE subject_key = $1 AND incident_id = $2;

-- name: concerns_of
SELECT subject_key, incident_id, home_key, state, items, noted_on, told_on, notice_id, unreached_on
  FROM incident_subject
 WHERE subject_key = $1
 ORDER BY incident_id DESC;

-- name: concerned
SELECT subject_key
  FROM incident_subject
 WHERE incident_id = $1 AND subject_key > $2
 ORDER BY subject_key
 LIMIT $3;

-- name: not_told
SELECT subject_key
  FROM incident_subject
 WHERE incident_id = $1 AND state = 'noted' AND subject_key > $2
 ORDER BY subject_key
 LIMIT $3;

-- name: not_reached
SELECT subject_key
  FROM incident_subject
 WHERE incident_id = $1 AND state = 'told' AND subject_key > $2
   AND NOT EXISTS (SELECT 1
                     FROM notice_service
                    WHERE notice_service.subject_key = incident_subject.subject_key
                      AND notice_service.notice_id = incident_subject.notice_id
                      AND (notice_service.outcome = 'read'
                           OR (notice_service.outcome = 'served'
                               AND notice_service.counts_from <= $4)))
 ORDER BY subject_key
 LIMIT $3;

-- name: reached
SELECT act_id
  FROM notice_service
 WHERE subject_key = $1 AND notice_id = $2
   AND (outcome = 'read' OR (outcome = 'served' AND counts_from <= $3))
 ORDER BY act_id
 LIMIT 1;

-- name: failed_service
SELECT act_id
  FROM notice_service
 WHERE subject_key = $1 AND notice_id = $2 AND outcome = 'failed'
 ORDER BY act_id
 LIMIT 1;
