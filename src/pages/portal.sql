-- What the portal finds by itself. One text for SQLite and PostgreSQL.

-- name: submissions_before
-- The newest first, those of that id and before.
SELECT submission_id, home_key, received_on
  FROM submission
 WHERE kind = $1 AND submission_id <= $2 AND received_on >= $3 AND received_on <= $4
 ORDER BY submission_id DESC
 LIMIT $5;

-- name: organisations_rows
-- Of a submission, what stands of organisations, in the order of the file.
SELECT record.subject_key, record.record_id, record.row_number
  FROM record
  JOIN record_current ON record_current.subject_key = record.subject_key
                     AND record_current.record_id = record.record_id
 WHERE record.submission_id = $1 AND record.row_number > $2 AND record.subject_key < 'P'
 ORDER BY record.row_number
 LIMIT $3;

-- name: deliveries
-- Of each authority and kind, how often and when last.
SELECT home_key, kind, COUNT(*), MAX(received_on)
  FROM submission
 GROUP BY home_key, kind
 ORDER BY home_key, kind;

-- name: decided_by_day
-- Of legal persons and other organisations alone: an individual business is a person too.
-- Of what stands: not of rows that are still on their way, were replaced or have ended.
SELECT record.kind, record.authority, record.decided_on, COUNT(*)
  FROM record
  JOIN record_current ON record_current.subject_key = record.subject_key
                     AND record_current.record_id = record.record_id
 WHERE record.subject_key >= 'O' AND record.subject_key < 'P'
   AND record.subject_kind IN ('legal_person', 'other_organisation') AND record.decided_on >= $1
 GROUP BY record.kind, record.authority, record.decided_on;

-- name: organisations_by_place
-- Registered organisations that were not struck off, by the division in their code and by industry.
SELECT subject.region, COALESCE(subject_industry.industry, ''), 'organisation', COUNT(*)
  FROM subject
  LEFT JOIN subject_industry ON subject_industry.subject_key = subject.subject_key
 WHERE subject.subject_key >= 'O' AND subject.subject_key < 'P'
   AND subject.kind IN ('legal_person', 'other_organisation')
   AND subject.registered = 1 AND subject.state <> 'cancelled'
 GROUP BY subject.region, COALESCE(subject_industry.industry, '');

-- name: decided_by_place
-- What stands of the permits and penalties of those days: nothing repaired, withdrawn or replaced.
SELECT record.authority, COALESCE(subject_industry.industry, ''), record.kind, COUNT(*)
  FROM record_current
  JOIN record ON record.subject_key = record_current.subject_key
             AND record.record_id = record_current.record_id
  LEFT JOIN subject_industry ON subject_industry.subject_key = record.subject_key
 WHERE record_current.subject_key >= 'O' AND record_current.subject_key < 'P'
   AND record.kind IN ('permit', 'penalty') AND record.reference_only = 0
   AND record.subject_kind IN ('legal_person', 'other_organisation')
   AND record.decided_on >= $1 AND record.decided_on <= $2
   AND NOT EXISTS (SELECT 1
                     FROM objection
                    WHERE objection.subject_key = record.subject_key AND objection.open = 1
                      AND objection.about_id = record.record_id)
 GROUP BY record.authority, COALESCE(subject_industry.industry, ''), record.kind;

-- name: listed_by_place
-- In force on the day and not on hold.
SELECT listing.authority, COALESCE(subject_industry.industry, ''), listing.colour, COUNT(*)
  FROM listing
  LEFT JOIN subject_industry ON subject_industry.subject_key = listing.subject_key
 WHERE listing.subject_key >= 'O' AND listing.subject_key < 'P'
   AND listing.category = 'organisation' AND listing.state = 'in_force'
   AND listing.held_by IS NULL AND listing.from_on <= $1
   AND (listing.through_on IS NULL OR listing.through_on >= $1)
 GROUP BY listing.authority, COALESCE(subject_industry.industry, ''), listing.colour;

-- name: listed_organisations_after
SELECT DISTINCT subject_key
  FROM listing
 WHERE subject_key > $1 AND subject_key < 'P'
 ORDER BY subject_key
 LIMIT $2;
