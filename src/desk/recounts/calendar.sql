-- The calendars by which due days were counted, and the days for an acknowledgement.

-- name: insert_calendar
INSERT INTO calendar_loaded (home_key, act_id, known_through, years, completed_by)
VALUES ($1, $2, $3, $4, $5);

-- name: complete_calendar
UPDATE calendar_loaded SET completed_by = $3 WHERE home_key = $1 AND act_id = $2;

-- name: calendars
-- The last two, the newest first.
SELECT act_id, years, completed_by
  FROM calendar_loaded
 WHERE home_key = $1
 ORDER BY act_id DESC
 LIMIT 2;

-- name: tellings_to_recount
-- Nobody acknowledged them yet, they were told before the calendar came, and they are not counted
-- anew already.
SELECT d.subject_key, d.distribution_id, d.act_id, d.recipient_kind, d.recipient, d.about_id,
       d.what, d.due_on
  FROM distribution d
 WHERE d.due_on >= $1 AND d.act_id < $2
   AND (d.due_on, d.distribution_id, d.subject_key) > ($3, $4, $5)
   AND NOT EXISTS (SELECT 1
                     FROM distribution_receipt r
                    WHERE r.subject_key = d.subject_key
                      AND r.distribution_id = d.distribution_id
                      AND r.acknowledged_at IS NOT NULL)
   AND NOT EXISTS (SELECT 1
                     FROM telling_recount t
                    WHERE t.subject_key = d.subject_key
                      AND t.distribution_id = d.distribution_id
                      AND t.act_id > $2)
 ORDER BY d.due_on, d.distribution_id, d.subject_key
 LIMIT $6;

-- name: move_telling
UPDATE distribution SET due_on = $3 WHERE subject_key = $1 AND distribution_id = $2;

-- name: insert_telling_recount
INSERT INTO telling_recount (subject_key, distribution_id, act_id, from_on, to_on)
VALUES ($1, $2, $3, $4, $5);

-- name: find_recounted_since
SELECT act_id
  FROM telling_recount
 WHERE subject_key = $1 AND distribution_id = $2 AND act_id > $3;

-- name: find_told_at
SELECT recorded_at FROM act WHERE home_key = $1 AND act_id = $2;
