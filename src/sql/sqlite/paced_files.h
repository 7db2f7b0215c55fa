// Files written in pieces: SQLite's layer of files, which has the disk take what is written to a
// file bit by bit, where it would else take all of a large commit at its end, and whoever syncs a
// few bytes of another database meanwhile would wait for it. Where nobody does in this process, the
// disk begins with each bit, and is waited for at the end alone: somebody may in another process.

#pragma once

namespace credit::sql {

// The name of the layer, for opening a database by it; null, which means the usual one, where that
// is another than the system's own.
const char* paced_layer();

}  // namespace credit::sql
