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

-- Amendments of the catalogue, and what each touched: one row a listing, under its subject.

CREATE TABLE amendment (
    home_key     TEXT NOT NULL,
    amendment_id TEXT NOT NULL,
    state        TEXT NOT NULL,
    from_on      DATE NOT NULL,
    facts        TEXT NOT NULL,
    PRIMARY KEY (home_key, amendment_id)
);

CREATE TABLE amendment_row (
    subject_key  TEXT NOT NULL,
    amendment_id TEXT NOT NULL,
    listing_id   TEXT NOT NULL,
    standard     TEXT NOT NULL,
    facts        TEXT NOT NULL,
    PRIMARY KEY (subject_key, amendment_id, listing_id)
);
CREATE INDEX amendment_row_by_amendment
    ON amendment_row (amendment_id, standard, subject_key, listing_id);
CREATE INDEX listing_under ON listing (standard, state, subject_key, listing_id);
