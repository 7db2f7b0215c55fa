#include "records/spread/rows_to_come.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <tuple>
#include <utility>
#include <vector>

namespace credit::records {

bool RowToCome::operator<(const RowToCome& other) const {
    return std::tuple(subject_key.view(), row_key.view()) <
           std::tuple(other.subject_key.view(), other.row_key.view());
}

void RowsToCome::add(std::vector<RowToCome> part) {
    if (given_up_ || part.empty()) return;
    rows_ += part.size();
    if (rows_ > most_) {
        give_up();
        return;
    }
    std::ranges::sort(part, std::less<>());
    parts_.push_back(std::move(part));
}

void RowsToCome::give_up() {
    given_up_ = true;
    parts_ = {};
}

void RowsToCome::line_up() {
    if (std::exchange(lined_up_, true)) return;
    for (const auto& part : parts_) fronts_.push({part.data(), part.data() + part.size()});
}

std::vector<const RowToCome*> RowsToCome::take(std::size_t most) {
    line_up();
    std::vector<const RowToCome*> taken;
    while (taken.size() < most && !fronts_.empty()) {
        Front front = fronts_.top();
        fronts_.pop();
        taken.push_back(front.row);
        if (++front.row != front.end) fronts_.push(front);
    }
    return taken;
}

}  // namespace credit::records
