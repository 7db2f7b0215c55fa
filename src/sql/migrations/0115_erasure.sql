-- Erasures (删除): whose content is gone, by which act. Derived from the acts of erasing.

CREATE TABLE erasure (
    subject_key TEXT NOT NULL,
    item_id     TEXT NOT NULL,
    what        TEXT NOT NULL,
    act_id      TEXT NOT NULL,
    PRIMARY KEY (subject_key, item_id)
);
