-- What decides whether papers may follow: facts of one subject, each with the day that counts.

-- name: standing_facts
-- $2: the day; $3: the first day of the years that count. With the days from which the limit of
-- disclosure runs; what is objected to is left out by who reads this.
SELECT 'honour', record.record_id, record.body, record.kind, record.version, record.conduct_on,
       record.decided_on
  FROM record_current
  JOIN record ON record.subject_key = record_current.subject_key
             AND record.record_id = record_current.record_id
 WHERE record_current.subject_key = $1 AND record.kind = 'honour' AND record.decided_on <= $2
   AND (record.valid_through IS NULL OR record.valid_through >= $2)
 UNION ALL
SELECT 'adverse_record', record.record_id, '', record.kind, record.version, record.conduct_on,
       record.decided_on
  FROM record_current
  JOIN record ON record.subject_key = record_current.subject_key
             AND record.record_id = record_current.record_id
 WHERE record_current.subject_key = $1 AND record.reference_only = 0
   AND record.decided_on <= $2
   AND ((record.kind = 'penalty' AND record.decided_on >= $3)
     OR (record.kind IN ('serious_dishonesty', 'abnormal_operation', 'court_defaulter')
         AND (record.valid_through IS NULL OR record.valid_through >= $3)))
   -- Of a listing decided elsewhere the listing that stands for it counts.
   AND NOT EXISTS (SELECT 1
                     FROM record_listing
                    WHERE record_listing.subject_key = $1
                      AND record_listing.record_id = record.record_id)
 UNION ALL
SELECT CASE WHEN listing.colour = 'red' THEN 'model'
            WHEN listing.state = 'in_force' AND (listing.through_on IS NULL
                                              OR listing.through_on >= $2) THEN 'listed'
            ELSE 'adverse_record' END,
       listing.listing_id, listing.standard, '', '', listing.conduct_on, listing.decided_on
  FROM listing
 WHERE listing.subject_key = $1 AND listing.held_by IS NULL AND listing.from_on <= $2
   AND ((listing.colour = 'red' AND listing.state = 'in_force'
         AND (listing.through_on IS NULL OR listing.through_on >= $2)
         AND (listing.through_on IS NOT NULL OR listing.review_on IS NULL
              OR listing.review_on >= $2))
     OR (listing.colour = 'black'
         AND ((listing.state = 'in_force'
               AND (listing.through_on IS NULL OR listing.through_on >= $3))
           OR (listing.state = 'ended' AND listing.ended_as = 'expired'
               AND listing.ended_on >= $3))))
 UNION ALL
SELECT 'broken_commitment', commitment.commitment_id, '', '', '', commitment.concluded_on,
       commitment.concluded_on
  FROM commitment
 WHERE commitment.subject_key = $1 AND commitment.state = 'broken'
   AND commitment.concluded_on >= $3;

-- name: red_list_in_force
SELECT listing_id
  FROM listing
 WHERE subject_key = $1 AND colour = 'red' AND state = 'in_force' AND held_by IS NULL
   AND from_on <= $2 AND (through_on IS NULL OR through_on >= $2)
   AND (through_on IS NOT NULL OR review_on IS NULL OR review_on >= $2)
   AND NOT EXISTS (SELECT 1
                     FROM objection
                    WHERE objection.subject_key = $1 AND objection.open = 1
                      AND objection.about_id = listing.listing_id)
 ORDER BY listing_id
 LIMIT 1;
