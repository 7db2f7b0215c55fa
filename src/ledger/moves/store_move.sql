-- Whether the register was moved out of this store.

-- name: find_move
SELECT moved_at FROM store_move WHERE move_id = 1;

-- name: insert_move
INSERT INTO store_move (move_id, moved_at) VALUES (1, $1);
