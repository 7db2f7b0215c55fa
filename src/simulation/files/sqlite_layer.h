// SQLite's way of asking for files, led through FailingFiles.

#pragma once

namespace credit::simulation {

class FailingFiles;

// Becomes SQLite's default layer, over the one that was; null gives that one back.
void install_sqlite_layer(FailingFiles* files);

}  // namespace credit::simulation
