-- Evidence (证据材料): files that lie sealed beside the store. Derived from acts.

CREATE TABLE evidence (
    subject_key TEXT NOT NULL,
    file_id     TEXT NOT NULL,
    digest      TEXT NOT NULL,
    type        TEXT NOT NULL,
    size        BIGINT NOT NULL,
    sealed_key  BYTES NOT NULL,
    PRIMARY KEY (subject_key, file_id)
);
