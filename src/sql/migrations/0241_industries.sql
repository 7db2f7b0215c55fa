-- Industry of an organisation (行业门类), as its last registration says. Derived from those
-- records.

CREATE TABLE subject_industry (
    subject_key TEXT NOT NULL PRIMARY KEY,
    industry    TEXT NOT NULL
);
