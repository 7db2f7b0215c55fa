-- Persons whom a decision on an organisation's listing names (责任人员记入): pointers without
-- state, homed at the person. Derived: every act holds the row.

CREATE TABLE named_person (
    subject_key TEXT NOT NULL,
    naming_id   TEXT NOT NULL,
    listing_id  TEXT NOT NULL,
    content     TEXT NOT NULL,
    PRIMARY KEY (subject_key, naming_id)
);

-- The way from an opaque id to the person.
CREATE TABLE naming_home (
    naming_id   TEXT NOT NULL PRIMARY KEY,
    subject_key TEXT NOT NULL
);
