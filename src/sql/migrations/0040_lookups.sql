-- Look-up records (查询记录). Law: luzhengfa-2017-44 item 4; kept as long as lookup.retention says.
-- Written before the answer leaves; never changed. On an embedded store they lie in a file of
-- their own, so that a large submission never delays a counter.

CREATE TABLE lookup (
    subject_key TEXT NOT NULL,
    lookup_id   TEXT NOT NULL,
    bucket      BIGINT NOT NULL,
    looked_at   BIGINT NOT NULL,
    account     TEXT NOT NULL,
    authority   TEXT NOT NULL,
    officer     TEXT NOT NULL,
    matter      TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    ground      TEXT NOT NULL,
    case_number TEXT NOT NULL,
    shown       TEXT NOT NULL,
    digest      BYTES NOT NULL,
    PRIMARY KEY (subject_key, lookup_id)
);
CREATE INDEX lookup_by_time ON lookup (bucket, lookup_id);

-- A screened batch is one record; its keys stand as one sorted block of keyed digests.
CREATE TABLE lookup_batch (
    batch_id    TEXT NOT NULL PRIMARY KEY,
    looked_at   BIGINT NOT NULL,
    account     TEXT NOT NULL,
    authority   TEXT NOT NULL,
    officer     TEXT NOT NULL,
    matter      TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    ground      TEXT NOT NULL,
    case_number TEXT NOT NULL,
    subjects    BIGINT NOT NULL,
    hits        BIGINT NOT NULL,
    key_block   BYTES NOT NULL
);

-- Which look-ups are committed to by which act: all of a bucket up to and with `through_id`.
CREATE TABLE lookup_seal (
    bucket     BIGINT NOT NULL,
    through_id TEXT NOT NULL,
    act_id     TEXT NOT NULL,
    sealed     BIGINT NOT NULL,
    root       TEXT NOT NULL,
    PRIMARY KEY (bucket, through_id)
);
