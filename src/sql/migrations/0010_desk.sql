-- The opening of the register: its first act. A demonstration says so for ever.
CREATE TABLE opening (
    home_key      TEXT NOT NULL,
    demonstration BIGINT NOT NULL,
    opened_on     DATE NOT NULL,
    act_id        TEXT NOT NULL,
    PRIMARY KEY (home_key)
);
