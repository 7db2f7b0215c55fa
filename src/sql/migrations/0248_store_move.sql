-- That the register was moved out of this store (登记库迁出): from then on nobody writes here. It
-- says when, and not where to. At most one row; of no act, never rebuilt.

CREATE TABLE store_move (
    move_id BIGINT NOT NULL,
    moved_at BIGINT NOT NULL,
    PRIMARY KEY (move_id)
);
