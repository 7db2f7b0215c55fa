-- What is current of a subject lies in the order of its key, as 0251 says.

CREATE TABLE in_order (
    subject_key TEXT NOT NULL,
    row_key     TEXT NOT NULL,
    record_id   TEXT NOT NULL,
    digest      BYTES NOT NULL,
    PRIMARY KEY (subject_key, row_key)
) WITHOUT ROWID;
INSERT INTO in_order SELECT * FROM record_current ORDER BY subject_key, row_key;
DROP TABLE record_current;
ALTER TABLE in_order RENAME TO record_current;
