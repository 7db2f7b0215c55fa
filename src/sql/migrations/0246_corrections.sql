-- Corrections that are told (更正告知): whether whoever was shown a record that a submission
-- replaced has still to be told, and which it replaced. The first is work in progress, not a fact.

ALTER TABLE submission_progress ADD COLUMN to_tell BIGINT NOT NULL DEFAULT 0;
CREATE INDEX submission_to_tell ON submission_progress (to_tell, submission_id);

-- Submissions whose rows are not all visible.
CREATE INDEX submission_rows_to_come ON submission_progress (submission_id)
 WHERE spread < row_count;

CREATE INDEX record_superseded_by ON record_end (act_id, subject_key, record_id)
 WHERE ended_as = 'superseded';
