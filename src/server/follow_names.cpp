// Names follow each commit: those that are searched, and those that the counter confirms.

#include <tuple>

#include "ledger/act.h"
#include "server/house.h"

namespace credit::server {

void House::follow_names() {
    desk_.observe([this](const ledger::Act& act) { current_names_.follow(act); });
    desk_.observe([this](const ledger::Act& act) { names_.follow(act); });
    desk_.observe_rows([this] { std::ignore = current_names_.catch_up(); });
    desk_.observe_rows([this] { names_.catch_up(); });
    if (by_hand_) std::ignore = current_names_.fill();
}

void House::keep_names() {
    current_names_.start();
    names_.start();
}

}  // namespace credit::server
