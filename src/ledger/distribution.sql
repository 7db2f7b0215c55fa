-- Who was told what, and what they acknowledged.

-- name: insert_told
INSERT INTO distribution (subject_key, distribution_id, bucket, act_id, recipient_kind, recipient,
                          about_id, what, urgent, due_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: mark_sent
INSERT INTO distribution_receipt (subject_key, distribution_id, sent_at, receipt)
VALUES ($1, $2, $3, '')
ON CONFLICT (subject_key, distribution_id) DO NOTHING;

-- name: acknowledge
INSERT INTO distribution_receipt (subject_key, distribution_id, sent_at, acknowledged_at, receipt)
VALUES ($1, $2, $3, $3, $4)
ON CONFLICT (subject_key, distribution_id) DO UPDATE
   SET acknowledged_at = excluded.acknowledged_at, receipt = excluded.receipt
 WHERE distribution_receipt.acknowledged_at IS NULL;

-- name: find_told
SELECT d.subject_key, d.distribution_id, d.act_id, d.recipient_kind, d.recipient, d.about_id,
       d.what, d.urgent, d.due_on, r.sent_at, r.acknowledged_at, r.receipt
  FROM distribution d
  LEFT JOIN distribution_receipt r
         ON r.subject_key = d.subject_key AND r.distribution_id = d.distribution_id
 WHERE d.subject_key = $1 AND d.about_id = $2
 ORDER BY d.distribution_id;

-- name: find_told_to
-- What one recipient still has to acknowledge: what is urgent first, then in the order in which it
-- was told. After the row of that urgency and id.
SELECT d.subject_key, d.distribution_id, d.act_id, d.recipient_kind, d.recipient, d.about_id,
       d.what, d.urgent, d.due_on, r.sent_at, r.acknowledged_at, r.receipt
  FROM distribution d
  LEFT JOIN distribution_receipt r
         ON r.subject_key = d.subject_key AND r.distribution_id = d.distribution_id
 WHERE d.recipient_kind = $1 AND d.recipient = $2
   AND (d.urgent < $3 OR (d.urgent = $3 AND d.distribution_id > $4))
   AND r.acknowledged_at IS NULL
 ORDER BY d.urgent DESC, d.distribution_id, d.subject_key
 LIMIT $5;

-- name: find_told_row
SELECT d.subject_key, d.distribution_id, d.act_id, d.recipient_kind, d.recipient, d.about_id,
       d.what, d.urgent, d.due_on, r.sent_at, r.acknowledged_at, r.receipt
  FROM distribution d
  LEFT JOIN distribution_receipt r
         ON r.subject_key = d.subject_key AND r.distribution_id = d.distribution_id
 WHERE d.recipient_kind = $1 AND d.recipient = $2 AND d.distribution_id = $3;

-- name: find_overdue
-- What nobody acknowledged by its day.
SELECT d.subject_key, d.distribution_id, d.act_id, d.recipient_kind, d.recipient, d.about_id,
       d.what, d.urgent, d.due_on, r.sent_at, r.acknowledged_at, r.receipt
  FROM distribution d
  LEFT JOIN distribution_receipt r
         ON r.subject_key = d.subject_key AND r.distribution_id = d.distribution_id
 WHERE d.due_on < $1 AND d.distribution_id > $2 AND r.acknowledged_at IS NULL
 ORDER BY d.distribution_id, d.subject_key
 LIMIT $3;
