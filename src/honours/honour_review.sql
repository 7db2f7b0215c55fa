-- What the register keeps of honours that are looked at again. One text for both engines.

-- name: save_review
INSERT INTO honour_review (subject_key, review_id, honour_id, listing_id, authority, state, open,
                           content)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (subject_key, review_id) DO UPDATE
   SET state = excluded.state, open = excluded.open, content = excluded.content;

-- name: save_home
INSERT INTO honour_review_home (review_id, subject_key) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: find_home
SELECT subject_key FROM honour_review_home WHERE review_id = $1;

-- name: find_review
SELECT content FROM honour_review WHERE subject_key = $1 AND review_id = $2;

-- name: find_opened
SELECT review_id
  FROM honour_review
 WHERE subject_key = $1 AND honour_id = $2 AND listing_id = $3;

-- name: open_at
SELECT content
  FROM honour_review
 WHERE authority = $1 AND open = 1 AND review_id > $2
 ORDER BY review_id
 LIMIT $3;

-- name: not_reviewed
-- Honours in force of who is on a black list in force; not while the listing is being verified.
SELECT listing.subject_key, record.record_id, listing.listing_id
  FROM listing
  JOIN record_current ON record_current.subject_key = listing.subject_key
  JOIN record ON record.subject_key = record_current.subject_key
             AND record.record_id = record_current.record_id
 WHERE listing.colour = 'black' AND listing.state = 'in_force' AND listing.held_by IS NULL
   AND listing.from_on <= $1 AND (listing.through_on IS NULL OR listing.through_on >= $1)
   AND record.kind = 'honour' AND (record.valid_through IS NULL OR record.valid_through >= $1)
   AND (listing.subject_key, record.record_id, listing.listing_id) > ($2, $3, $4)
   AND NOT EXISTS (SELECT 1
                     FROM honour_review
                    WHERE honour_review.subject_key = listing.subject_key
                      AND honour_review.honour_id = record.record_id
                      AND honour_review.listing_id = listing.listing_id)
 ORDER BY listing.subject_key, record.record_id, listing.listing_id
 LIMIT $5;
