-- What the register keeps of objections. One text for SQLite and PostgreSQL.

-- name: save_objection
INSERT INTO objection (subject_key, objection_id, about, about_id, source, filer, state, open,
                       filed_on, due_on, provisional, extended, silent, concluded_on, raised,
                       files, filed_by,
                       item_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
        $18)
    ON CONFLICT (subject_key, objection_id) DO UPDATE
   SET state = excluded.state, open = excluded.open, due_on = excluded.due_on,
       provisional = excluded.provisional, extended = excluded.extended,
       silent = excluded.silent, concluded_on = excluded.concluded_on, raised = excluded.raised;

-- name: save_home
INSERT INTO objection_home (objection_id, subject_key) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: find_home
SELECT subject_key FROM objection_home WHERE objection_id = $1;

-- name: find_objection
SELECT subject_key, objection_id, about, about_id, source, filer, state, filed_on, due_on,
       provisional, extended, silent, concluded_on, raised, files, filed_by,
       item_id
  FROM objection
 WHERE subject_key = $1 AND objection_id = $2;

-- name: objections_of
SELECT subject_key, objection_id, about, about_id, source, filer, state, filed_on, due_on,
       provisional, extended, silent, concluded_on, raised, files, filed_by,
       item_id
  FROM objection
 WHERE subject_key = $1
 ORDER BY objection_id;

-- name: open_at
-- What waits for one authority, the oldest first.
SELECT subject_key, objection_id, about, about_id, source, filer, state, filed_on, due_on,
       provisional, extended, silent, concluded_on, raised, files, filed_by,
       item_id
  FROM objection
 WHERE source = $1 AND open = 1 AND objection_id > $2
 ORDER BY objection_id
 LIMIT $3;

-- name: open_unforwarded
-- What the register itself examines, the oldest first.
SELECT subject_key, objection_id, about, about_id, source, filer, state, filed_on, due_on,
       provisional, extended, silent, concluded_on, raised, files, filed_by,
       item_id
  FROM objection
 WHERE open = 1 AND (state = 'filed' OR silent = 'register') AND objection_id > $1
 ORDER BY objection_id
 LIMIT $2;

-- name: any_held
-- An objection that is open, or an answer whose service failed and was not made good.
SELECT 1 FROM objection WHERE subject_key = $1 AND open = 1
 UNION ALL
SELECT 1
  FROM notice_unserved
  JOIN notice_service ON notice_service.subject_key = notice_unserved.subject_key
                     AND notice_service.notice_id = notice_unserved.notice_id
 WHERE notice_unserved.subject_key = $1 AND notice_service.outcome = 'failed'
 LIMIT 1;

-- name: held_by_objection
-- The item, also that of a repair whose result is objected to, in every version of its row; a
-- record and the listing that stands for it are one item. An order of the same authority and
-- document rests on it (decision 0195). $2: the outcome of a service that leaves an answer not
-- given, 'failed', so that its item is held on (decision 0235); another where only what is open
-- counts.
WITH unserved AS (
    SELECT notice.about_id, notice.act_id
      FROM notice_unserved
      JOIN notice_service ON notice_service.subject_key = $1
                         AND notice_service.notice_id = notice_unserved.notice_id
                         AND notice_service.outcome = $2
      JOIN notice ON notice.subject_key = $1 AND notice.notice_id = notice_unserved.notice_id
     WHERE notice_unserved.subject_key = $1),
pending AS (
    SELECT about_id, item_id FROM objection WHERE subject_key = $1 AND open = 1
     UNION
    SELECT objection.about_id, objection.item_id
      FROM unserved
      JOIN objection ON objection.subject_key = $1 AND objection.objection_id = unserved.about_id
     WHERE objection.state <> 'upheld'
     UNION
    SELECT repair_case.item_id, ''
      FROM unserved
      JOIN repair_case ON repair_case.subject_key = $1 AND repair_case.case_id = unserved.about_id
     WHERE repair_case.decided_by = unserved.act_id
       AND repair_case.state IN ('revoked', 'resumed')),
named AS (
    SELECT about_id AS item_id FROM pending
     UNION
    SELECT item_id FROM pending WHERE item_id <> ''),
same AS (
    SELECT record.row_key
      FROM named
      JOIN record ON record.subject_key = $1 AND record.record_id = named.item_id
     UNION
    SELECT record.row_key
      FROM named
      JOIN record_listing ON record_listing.subject_key = $1
                         AND record_listing.listing_id = named.item_id
      JOIN record ON record.subject_key = record_listing.subject_key
                 AND record.record_id = record_listing.record_id),
version AS (
    SELECT record.record_id, record.authority, record.document_number
      FROM same
      JOIN record ON record.subject_key = $1 AND record.row_key = same.row_key),
held AS (
    SELECT item_id FROM named
     UNION
    SELECT record_id FROM version
     UNION
    SELECT record_listing.listing_id
      FROM version
      JOIN record_listing ON record_listing.subject_key = $1
                         AND record_listing.record_id = version.record_id),
document AS (
    SELECT authority, document_number FROM version
     UNION
    SELECT listing.authority, listing.document_number
      FROM held
      JOIN listing ON listing.subject_key = $1 AND listing.listing_id = held.item_id)
SELECT item_id FROM held
 UNION
SELECT restraint_order.order_id
  FROM document
  JOIN restraint_order ON restraint_order.subject_key = $1
                      AND restraint_order.authority = document.authority
                      AND restraint_order.document_number = document.document_number
 WHERE document.document_number <> ''
 ORDER BY item_id;

-- name: first_failure
-- The first act that found an answer not served that is still to be served.
SELECT MIN(notice_service.act_id)
  FROM notice_unserved
  JOIN notice_service ON notice_service.subject_key = notice_unserved.subject_key
                     AND notice_service.notice_id = notice_unserved.notice_id
 WHERE notice_unserved.subject_key = $1 AND notice_service.outcome = 'failed';

-- name: close_publicity
INSERT INTO publicity_closed (subject_key, about_id, act_id) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING;

-- name: any_closed
SELECT 1 FROM publicity_closed WHERE subject_key = $1 LIMIT 1;

-- name: closed_of
-- A corrected row of an item whose publicity was closed does not open it again.
WITH same AS (
    SELECT record.row_key
      FROM publicity_closed
      JOIN record ON record.subject_key = publicity_closed.subject_key
                 AND record.record_id = publicity_closed.about_id
     WHERE publicity_closed.subject_key = $1
     UNION
    SELECT record.row_key
      FROM publicity_closed
      JOIN record_listing ON record_listing.subject_key = publicity_closed.subject_key
                         AND record_listing.listing_id = publicity_closed.about_id
      JOIN record ON record.subject_key = record_listing.subject_key
                 AND record.record_id = record_listing.record_id
     WHERE publicity_closed.subject_key = $1)
SELECT about_id FROM publicity_closed WHERE subject_key = $1
 UNION
SELECT record.record_id
  FROM same
  JOIN record ON record.subject_key = $1 AND record.row_key = same.row_key
 UNION
SELECT record_listing.listing_id
  FROM same
  JOIN record ON record.subject_key = $1 AND record.row_key = same.row_key
  JOIN record_listing ON record_listing.subject_key = record.subject_key
                     AND record_listing.record_id = record.record_id
 ORDER BY about_id;
