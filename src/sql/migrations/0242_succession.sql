-- Successions (合并、分立): the whole of each under every side. All derived: every act holds it.

CREATE TABLE succession (
    subject_key   TEXT NOT NULL,
    succession_id TEXT NOT NULL,
    from_on       DATE NOT NULL,
    annulled_on   DATE,
    content       TEXT NOT NULL,
    PRIMARY KEY (subject_key, succession_id)
);

-- The way from an opaque id to one side.
CREATE TABLE succession_home (
    succession_id TEXT NOT NULL PRIMARY KEY,
    subject_key   TEXT NOT NULL
);
