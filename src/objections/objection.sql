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

-- name: held_by_objection
-- The item, also that of a repair whose result is objected to; a record and the listing that stands
-- for it are one item.
SELECT about_id FROM objection WHERE subject_key = $1 AND open = 1
 UNION
SELECT item_id FROM objection WHERE subject_key = $1 AND open = 1 AND item_id <> ''
 UNION
SELECT record_listing.listing_id
  FROM objection
  JOIN record_listing ON record_listing.subject_key = objection.subject_key
                     AND record_listing.record_id IN (objection.about_id, objection.item_id)
 WHERE objection.subject_key = $1 AND objection.open = 1
 UNION
SELECT record_listing.record_id
  FROM objection
  JOIN record_listing ON record_listing.subject_key = objection.subject_key
                     AND record_listing.listing_id IN (objection.about_id, objection.item_id)
 WHERE objection.subject_key = $1 AND objection.open = 1
 ORDER BY about_id;

-- name: close_publicity
INSERT INTO publicity_closed (subject_key, about_id, act_id) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING;

-- name: closed_of
SELECT about_id FROM publicity_closed WHERE subject_key = $1
 UNION
SELECT record_listing.listing_id
  FROM publicity_closed
  JOIN record_listing ON record_listing.subject_key = publicity_closed.subject_key
                     AND record_listing.record_id = publicity_closed.about_id
 WHERE publicity_closed.subject_key = $1
 UNION
SELECT record_listing.record_id
  FROM publicity_closed
  JOIN record_listing ON record_listing.subject_key = publicity_closed.subject_key
                     AND record_listing.listing_id = publicity_closed.about_id
 WHERE publicity_closed.subject_key = $1
 ORDER BY about_id;
