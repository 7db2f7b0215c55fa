-- The newest submissions of a kind first, for the pages of publicity.
CREATE INDEX submission_of_kind ON submission (kind, submission_id);
