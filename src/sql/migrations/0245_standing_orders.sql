-- Orders that have not ended, of whatever authority, in the order of their ids: for whoever keeps
-- the register (个别决定台账).

CREATE INDEX order_standing ON restraint_order (order_id) WHERE ended_on IS NULL;
