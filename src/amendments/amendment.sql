-- What the register keeps of amendments of the catalogue, and of what rested on what they ended.

-- name: save_amendment
INSERT INTO amendment (home_key, amendment_id, state, from_on, facts)
VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (home_key, amendment_id) DO UPDATE
   SET state = excluded.state, facts = excluded.facts;

-- name: find_amendment
SELECT facts FROM amendment WHERE home_key = $1 AND amendment_id = $2;

-- name: all_amendments
SELECT facts
  FROM amendment
 WHERE home_key = $1 AND amendment_id > $2
 ORDER BY amendment_id
 LIMIT $3;

-- name: binding
-- Approved ones, in the order in which they take force.
SELECT facts
  FROM amendment
 WHERE home_key = $1 AND state IN ('approved', 'completed')
 ORDER BY from_on, amendment_id;

-- name: save_row
INSERT INTO amendment_row (subject_key, amendment_id, listing_id, standard, facts)
VALUES ($1, $2, $3, $4, $5);

-- name: rows_of
SELECT facts
  FROM amendment_row
 WHERE amendment_id = $1
 ORDER BY standard, subject_key, listing_id;

-- name: live_under
-- What stands under a standard, whoever decided it.
SELECT listing.subject_key, listing.listing_id, listing.authority, listing.category,
       listing.through_on, listing.review_on,
       CASE WHEN EXISTS (SELECT 1
                           FROM record_listing
                          WHERE record_listing.subject_key = listing.subject_key
                            AND record_listing.listing_id = listing.listing_id)
            THEN 1 ELSE 0 END
  FROM listing
 WHERE listing.state = 'in_force' AND listing.standard = $1
 ORDER BY listing.subject_key, listing.listing_id;

-- name: not_touched
SELECT listing.subject_key, listing.listing_id
  FROM listing
 WHERE listing.state = 'in_force' AND listing.standard = $2
   AND (listing.subject_key, listing.listing_id) > ($3, $4)
   AND NOT EXISTS (SELECT 1
                     FROM amendment_row
                    WHERE amendment_row.subject_key = listing.subject_key
                      AND amendment_row.amendment_id = $1
                      AND amendment_row.listing_id = listing.listing_id)
 ORDER BY listing.subject_key, listing.listing_id
 LIMIT $5;

-- name: find_row
SELECT facts
  FROM amendment_row
 WHERE subject_key = $1 AND amendment_id = $2 AND listing_id = $3;

-- name: is_adopted
SELECT record_id FROM record_listing WHERE subject_key = $1 AND listing_id = $2 LIMIT 1;
