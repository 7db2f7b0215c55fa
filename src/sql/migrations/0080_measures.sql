-- Individual orders (个别决定): each as it stands after its last act. All derived: every act of an
-- order holds the row that follows from it.

CREATE TABLE restraint_order (
    subject_key     TEXT NOT NULL,
    order_id        TEXT NOT NULL,
    measure         TEXT NOT NULL,
    authority       TEXT NOT NULL,
    category        TEXT NOT NULL,
    document_number TEXT NOT NULL,
    decided_on      DATE NOT NULL,
    served_on       DATE NOT NULL,
    from_on         DATE NOT NULL,
    through_on      DATE,
    ends_when       TEXT,
    review_on       DATE,
    held_by         TEXT,
    ended_on        DATE,
    ended_as        TEXT,
    remedy_zh       TEXT NOT NULL,
    remedy_en       TEXT NOT NULL,
    PRIMARY KEY (subject_key, order_id)
);

-- The way from an order's opaque id to its subject.
CREATE TABLE order_home (
    order_id    TEXT NOT NULL PRIMARY KEY,
    subject_key TEXT NOT NULL
);
