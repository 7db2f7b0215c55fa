-- The ledger: acts and their keys, the log over them, clocks, and who was told what.

-- Version and lock of a home key: whoever writes under a key raises its version first.
CREATE TABLE home_version (
    home_key TEXT NOT NULL,
    version BIGINT NOT NULL,
    last_act TEXT NOT NULL,
    PRIMARY KEY (home_key)
);

-- An act as it was performed. Never updated, never deleted.
CREATE TABLE act (
    home_key TEXT NOT NULL,
    act_id TEXT NOT NULL,
    home_version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    performed_by TEXT NOT NULL,
    on_behalf_of TEXT NOT NULL,
    channel TEXT NOT NULL,
    occurred_on DATE NOT NULL,
    recorded_at BIGINT NOT NULL,
    law_digest BYTES NOT NULL,
    idempotency_key TEXT NOT NULL,
    body BYTES NOT NULL,
    commitment BYTES NOT NULL,
    PRIMARY KEY (home_key, act_id)
);

-- The key of an act's body, wrapped. Erasing a body deletes its row here.
CREATE TABLE act_key (
    home_key TEXT NOT NULL,
    act_id TEXT NOT NULL,
    sealed_key BYTES NOT NULL,
    PRIMARY KEY (home_key, act_id)
);

-- Which body was erased by which act, of the same home key.
CREATE TABLE act_erasure (
    home_key TEXT NOT NULL,
    act_id TEXT NOT NULL,
    erased_by TEXT NOT NULL,
    PRIMARY KEY (home_key, act_id)
);

-- Committed acts that wait for their number in the log. The order key is the largest act id so far
-- under the home key: acts of one home are numbered in the order of their commits on every node.
CREATE TABLE unsequenced (
    home_key TEXT NOT NULL,
    act_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    home_version BIGINT NOT NULL,
    commitment BYTES NOT NULL,
    PRIMARY KEY (home_key, act_id)
);

CREATE INDEX unsequenced_in_order ON unsequenced (order_key, home_version, act_id);

CREATE TABLE log_entry (
    log_index BIGINT NOT NULL,
    act_id TEXT NOT NULL,
    home_key TEXT NOT NULL,
    commitment BYTES NOT NULL,
    PRIMARY KEY (log_index)
);

CREATE UNIQUE INDEX log_entry_of_act ON log_entry (act_id);

-- One row: the size and root of the log, its right edge, its signed checkpoint, and who extends it.
CREATE TABLE log_head (
    log_id BIGINT NOT NULL,
    size BIGINT NOT NULL,
    root BYTES NOT NULL,
    frontier BYTES NOT NULL,
    checkpoint TEXT NOT NULL,
    lease_holder TEXT NOT NULL,
    lease_until BIGINT NOT NULL,
    PRIMARY KEY (log_id)
);

-- What proves that a key file belongs to this store.
CREATE TABLE key_check (
    name TEXT NOT NULL,
    value BYTES NOT NULL,
    PRIMARY KEY (name)
);

-- Answers to writes, by the caller's key, until they expire.
CREATE TABLE idempotency (
    caller TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    request_digest BYTES NOT NULL,
    answer BYTES NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (caller, idempotency_key)
);

CREATE INDEX idempotency_by_expiry ON idempotency (expires_at);

-- Statutory periods that run.
CREATE TABLE clock (
    subject_key TEXT NOT NULL,
    clock_id TEXT NOT NULL,
    bucket BIGINT NOT NULL,
    kind TEXT NOT NULL,
    about_id TEXT NOT NULL,
    due_on DATE NOT NULL,
    article TEXT NOT NULL,
    act_id TEXT NOT NULL,
    done_by TEXT,
    PRIMARY KEY (subject_key, clock_id)
);

CREATE INDEX clock_by_due_day ON clock (bucket, due_on) WHERE done_by IS NULL;

-- Who is to be told what. Derived from acts.
CREATE TABLE distribution (
    subject_key TEXT NOT NULL,
    distribution_id TEXT NOT NULL,
    bucket BIGINT NOT NULL,
    act_id TEXT NOT NULL,
    recipient_kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    about_id TEXT NOT NULL,
    what TEXT NOT NULL,
    urgent BIGINT NOT NULL,
    due_on DATE,
    PRIMARY KEY (subject_key, distribution_id)
);

CREATE INDEX distribution_by_recipient ON distribution (recipient_kind, recipient);

-- What became of it: not derived, since delivery is no act.
CREATE TABLE distribution_receipt (
    subject_key TEXT NOT NULL,
    distribution_id TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    acknowledged_at BIGINT,
    receipt TEXT NOT NULL,
    PRIMARY KEY (subject_key, distribution_id)
);
