-- What acts of registration said of a subject, so that it can be derived anew when a record that
-- said more is taken back. Derived from those acts.

CREATE TABLE subject_registration (
    subject_key TEXT NOT NULL,
    act_id      TEXT NOT NULL,
    facts       TEXT NOT NULL,
    PRIMARY KEY (subject_key, act_id)
);
