-- Credit subjects: who they are, their names in time, other identifiers, roles of persons in them.
-- All but the vault is derived from acts and submitted rows.

CREATE TABLE subject (
    subject_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    region TEXT NOT NULL,
    state TEXT NOT NULL,
    registered BIGINT NOT NULL,
    as_of DATE NOT NULL,
    source_id TEXT NOT NULL,
    PRIMARY KEY (subject_key)
);

CREATE TABLE subject_name (
    subject_key TEXT NOT NULL,
    name_id TEXT NOT NULL,
    name TEXT NOT NULL,
    registered BIGINT NOT NULL,
    valid_from DATE,
    valid_through DATE,
    PRIMARY KEY (subject_key, name_id)
);

-- An identifier that is not the key of its subject, by its keyed hash: distributed by the hash.
CREATE TABLE alias (
    alias_hash TEXT NOT NULL,
    scheme TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    valid_from DATE,
    valid_through DATE,
    source_id TEXT NOT NULL,
    PRIMARY KEY (alias_hash)
);

CREATE INDEX alias_by_subject ON alias (subject_key);

-- A person's role in an organisation. The person has no key when only the name is known.
CREATE TABLE subject_role (
    subject_key TEXT NOT NULL,
    role_id TEXT NOT NULL,
    person_key TEXT,
    person_name TEXT NOT NULL,
    role TEXT NOT NULL,
    valid_from DATE,
    valid_through DATE,
    PRIMARY KEY (subject_key, role_id)
);

CREATE INDEX subject_role_by_person ON subject_role (person_key) WHERE person_key IS NOT NULL;

-- Identifiers of persons, sealed. The only table that holds them; never derived, never rebuilt.
CREATE TABLE vault (
    subject_key TEXT NOT NULL,
    scheme TEXT NOT NULL,
    sealed BYTES NOT NULL,
    PRIMARY KEY (subject_key)
);
