-- Identifiers of persons in rows that are not accepted yet, sealed. They go to the vault with the
-- rows, or go with them.

CREATE TABLE staged_identifier (
    subject_key   TEXT NOT NULL,
    submission_id TEXT NOT NULL,
    row_number    BIGINT NOT NULL,
    scheme        TEXT NOT NULL,
    sealed        BYTES NOT NULL,
    PRIMARY KEY (subject_key, submission_id)
);
CREATE INDEX staged_identifier_rows ON staged_identifier (submission_id, row_number);
