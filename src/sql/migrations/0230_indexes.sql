-- Indexes that a look at the plan of every statement found missing (tests/system/plans_test.py).

CREATE INDEX account_by_authority ON account (authority);

CREATE INDEX protected_subject_by_kind ON protected_subject (kind, authority);

CREATE INDEX lookup_batch_by_time ON lookup_batch (looked_at);

CREATE INDEX protected_subject_of_authority ON protected_subject (authority, protection_id);

-- What an authority has at one step, for its clerks.

CREATE INDEX listing_at ON listing (authority, state, listing_id);

-- The newest submissions of a kind first, for the pages of publicity.
CREATE INDEX submission_of_kind ON submission (kind, submission_id);
