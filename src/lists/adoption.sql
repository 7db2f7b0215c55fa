-- Listings decided elsewhere, and the records they come from. One text for SQLite and PostgreSQL.

-- name: find_listing_of
SELECT listing_id FROM record_listing WHERE subject_key = $1 AND record_id = $2;

-- name: find_listing_of_row
-- The listing of the latest earlier record of the same row.
SELECT record_listing.listing_id
  FROM record_listing
  JOIN record ON record.subject_key = record_listing.subject_key
             AND record.record_id = record_listing.record_id
 WHERE record_listing.subject_key = $1 AND record.row_key = $2
 ORDER BY record_listing.listing_id DESC
 LIMIT 1;

-- name: find_orphan
-- The listing of a record that ended, and how, when no record of the listing is current.
SELECT record_listing.listing_id, record_end.ended_as
  FROM record_listing
  JOIN record_end ON record_end.subject_key = record_listing.subject_key
                 AND record_end.record_id = record_listing.record_id
 WHERE record_listing.subject_key = $1 AND record_listing.record_id = $2
   AND NOT EXISTS (SELECT 1
                     FROM record_listing AS other
                     JOIN record_current ON record_current.subject_key = other.subject_key
                                        AND record_current.record_id = other.record_id
                    WHERE other.subject_key = record_listing.subject_key
                      AND other.listing_id = record_listing.listing_id);

-- name: listings_of_records
SELECT record_id, listing_id FROM record_listing WHERE subject_key = $1;

-- name: save_record_listing
INSERT INTO record_listing (subject_key, record_id, listing_id) VALUES ($1, $2, $3);

-- name: one_item
-- Of a record or a listing: every version of its row, and the listings that stand for them.
WITH same AS (
    SELECT record.row_key
      FROM record
     WHERE record.subject_key = $1 AND record.record_id = $2
     UNION
    SELECT record.row_key
      FROM record_listing
      JOIN record ON record.subject_key = record_listing.subject_key
                 AND record.record_id = record_listing.record_id
     WHERE record_listing.subject_key = $1 AND record_listing.listing_id = $2)
SELECT record.record_id
  FROM same
  JOIN record ON record.subject_key = $1 AND record.row_key = same.row_key
 UNION
SELECT record_listing.listing_id
  FROM same
  JOIN record ON record.subject_key = $1 AND record.row_key = same.row_key
  JOIN record_listing ON record_listing.subject_key = record.subject_key
                     AND record_listing.record_id = record.record_id;
