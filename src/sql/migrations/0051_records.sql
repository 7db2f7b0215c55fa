-- What becomes of records after they were filed: rows that wait for an officer and what came of
-- them, texts that were looked at before they are published, and listings decided elsewhere.

-- Rows that wait for an officer, whole, so that they can be released. Source data, as records are.
DROP TABLE record_quarantine;
CREATE TABLE record_quarantine (
    subject_key     TEXT NOT NULL,
    record_id       TEXT NOT NULL,
    submission_id   TEXT NOT NULL,
    row_number      BIGINT NOT NULL,
    kind            TEXT NOT NULL,
    version         TEXT NOT NULL,
    authority       TEXT NOT NULL,
    document_number TEXT NOT NULL,
    row_key         TEXT NOT NULL,
    digest          BYTES NOT NULL,
    subject_kind    TEXT NOT NULL,
    subject_name    TEXT NOT NULL,
    decided_on      DATE NOT NULL,
    conduct_on      DATE,
    valid_through   DATE,
    reported_on     DATE NOT NULL,
    due_on          DATE NOT NULL,
    due_provisional BIGINT NOT NULL,
    reference_only  BIGINT NOT NULL,
    body            TEXT NOT NULL,
    reason          TEXT NOT NULL,
    PRIMARY KEY (subject_key, record_id)
);
CREATE INDEX quarantine_of_submission ON record_quarantine (submission_id, row_number);
CREATE INDEX quarantine_of_authority ON record_quarantine (authority, record_id);

-- What an officer decided about a row that waited.
CREATE TABLE record_review (
    subject_key TEXT NOT NULL,
    record_id   TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    reason      TEXT,
    reviewed_on DATE NOT NULL,
    act_id      TEXT NOT NULL,
    PRIMARY KEY (subject_key, record_id)
);

-- What an officer decided about a text that the leak detector withheld.
CREATE TABLE text_review (
    subject_key TEXT NOT NULL,
    record_id   TEXT NOT NULL,
    column_code TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    reviewed_on DATE NOT NULL,
    act_id      TEXT NOT NULL,
    PRIMARY KEY (subject_key, record_id, column_code)
);

-- As which listing a record of a listing decided elsewhere stands.
CREATE TABLE record_listing (
    subject_key TEXT NOT NULL,
    record_id   TEXT NOT NULL,
    listing_id  TEXT NOT NULL,
    PRIMARY KEY (subject_key, record_id)
);

-- Through which row the listings of a submission are taken up: work in progress, not a fact.
ALTER TABLE submission_progress ADD COLUMN adopted BIGINT NOT NULL DEFAULT 0;
