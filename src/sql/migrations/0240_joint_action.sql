-- The official calendars by which due days were counted, one after the other, each with its years
-- as JSON. Until it is complete, days that still run are being counted anew.
CREATE TABLE calendar_loaded (
    home_key      TEXT NOT NULL,
    act_id        TEXT NOT NULL,
    known_through DATE NOT NULL,
    years         TEXT NOT NULL,
    completed_by  TEXT,
    PRIMARY KEY (home_key, act_id)
);

-- Days for an acknowledgement that were counted anew.
CREATE TABLE telling_recount (
    subject_key     TEXT NOT NULL,
    distribution_id TEXT NOT NULL,
    act_id          TEXT NOT NULL,
    from_on         DATE NOT NULL,
    to_on           DATE NOT NULL,
    PRIMARY KEY (subject_key, distribution_id, act_id)
);
