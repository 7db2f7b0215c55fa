-- Who may use the register: accounts, and the tokens of API clients. Derived from acts.

CREATE TABLE account (
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    authority TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    functions TEXT NOT NULL,
    password TEXT NOT NULL,
    opened_on DATE NOT NULL,
    opened_by_act TEXT NOT NULL,
    closed_by_act TEXT,
    PRIMARY KEY (account)
);

CREATE TABLE token (
    token_id TEXT NOT NULL,
    digest BYTES NOT NULL,
    account TEXT NOT NULL,
    functions TEXT NOT NULL,
    ends_at BIGINT NOT NULL,
    revoked_by_act TEXT,
    PRIMARY KEY (token_id)
);

CREATE UNIQUE INDEX token_by_digest ON token (digest);
CREATE INDEX token_by_account ON token (account);
