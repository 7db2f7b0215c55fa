-- What the register keeps of listings. One text for SQLite and PostgreSQL.

-- name: save_listing
INSERT INTO listing (subject_key, listing_id, standard, ground, authority, colour, category, state,
                     proposed_on, conduct_on, noticed_on, window_through, exemption, waived,
                     unanswered, hearing_requested, hearing_held, document_kind, document_number,
                     decided_on, served_on, from_on, through_on, ends_when, review_on, provisional,
                     held_by, ended_on, ended_as)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        $21, $22, $23, $24, $25, $26, $27, $28, $29)
    ON CONFLICT (subject_key, listing_id) DO UPDATE
   SET standard = excluded.standard, ground = excluded.ground, conduct_on = excluded.conduct_on,
       state = excluded.state, noticed_on = excluded.noticed_on,
       window_through = excluded.window_through, exemption = excluded.exemption,
       waived = excluded.waived, unanswered = excluded.unanswered,
       hearing_requested = excluded.hearing_requested, hearing_held = excluded.hearing_held,
       document_kind = excluded.document_kind, document_number = excluded.document_number,
       decided_on = excluded.decided_on, served_on = excluded.served_on,
       from_on = excluded.from_on, through_on = excluded.through_on,
       ends_when = excluded.ends_when, review_on = excluded.review_on,
       provisional = excluded.provisional, held_by = excluded.held_by,
       ended_on = excluded.ended_on, ended_as = excluded.ended_as;

-- name: save_home
INSERT INTO listing_home (listing_id, subject_key) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: save_step
INSERT INTO listing_step (subject_key, listing_id, act_id, step, happened_on)
VALUES ($1, $2, $3, $4, $5);

-- name: find_home
SELECT subject_key FROM listing_home WHERE listing_id = $1;

-- name: find_listing
SELECT subject_key, listing_id, standard, ground, authority, colour, category, state, proposed_on,
       conduct_on, noticed_on, window_through, exemption, waived, unanswered, hearing_requested,
       hearing_held, document_kind, document_number, decided_on, served_on, from_on, through_on,
       ends_when, review_on, provisional, held_by, ended_on, ended_as
  FROM listing
 WHERE subject_key = $1 AND listing_id = $2;

-- name: listings_of
-- One that stands for records is over while none of them is current.
SELECT subject_key, listing_id, standard, ground, authority, colour, category,
       CASE WHEN state = 'in_force'
             AND EXISTS (SELECT 1
                           FROM record_listing
                          WHERE record_listing.subject_key = listing.subject_key
                            AND record_listing.listing_id = listing.listing_id)
             AND NOT EXISTS (SELECT 1
                               FROM record_listing
                               JOIN record_current
                                 ON record_current.subject_key = record_listing.subject_key
                                AND record_current.record_id = record_listing.record_id
                              WHERE record_listing.subject_key = listing.subject_key
                                AND record_listing.listing_id = listing.listing_id)
            THEN 'ended' ELSE state END,
       proposed_on,
       conduct_on, noticed_on, window_through, exemption, waived, unanswered, hearing_requested,
       hearing_held, document_kind, document_number, decided_on, served_on, from_on, through_on,
       ends_when, review_on, provisional, held_by, ended_on, ended_as
  FROM listing
 WHERE subject_key = $1
 ORDER BY listing_id;

-- name: listings_at
-- What an authority has at one step, the oldest first. What a repair ended or hides is sealed, and
-- is read by an opening alone.
SELECT subject_key, listing_id, standard, ground, authority, colour, category, state, proposed_on,
       conduct_on, noticed_on, window_through, exemption, waived, unanswered, hearing_requested,
       hearing_held, document_kind, document_number, decided_on, served_on, from_on, through_on,
       ends_when, review_on, provisional, held_by, ended_on, ended_as
  FROM listing
 WHERE authority = $1 AND state = $2 AND listing_id > $3
   AND (ended_as IS NULL OR ended_as <> 'repaired')
   AND (held_by IS NULL
     OR NOT EXISTS (SELECT 1
                      FROM repair_case
                     WHERE repair_case.subject_key = listing.subject_key
                       AND repair_case.decided_by = listing.held_by
                       AND repair_case.state = 'shielded'))
 ORDER BY listing_id
 LIMIT $4;

-- name: live_listings
SELECT subject_key, listing_id, standard, ground, authority, colour, category, state, proposed_on,
       conduct_on, noticed_on, window_through, exemption, waived, unanswered, hearing_requested,
       hearing_held, document_kind, document_number, decided_on, served_on, from_on, through_on,
       ends_when, review_on, provisional, held_by, ended_on, ended_as
  FROM listing
 WHERE state = 'in_force'
 ORDER BY subject_key, listing_id;
