-- Records of screened batches.

-- name: insert_batch
INSERT INTO lookup_batch (batch_id, looked_at, account, authority, officer, matter, purpose,
                          ground, case_number, subjects, hits, key_block)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
