// Rows of a submission that are to become current (待公开的行), in the order of the table in which
// they will stand: there they touch each page once, where rows in the order of their file touch
// all pages again with each chunk.
//
// Some hundred bytes a row. Beyond two millions none is held, and rows come in the order of the
// file.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

#include "foundation/crypto.h"
#include "foundation/short_text.h"
#include "identity/subject_key.h"
#include "records/record.h"

namespace credit::records {

struct RowToCome {
    ShortText<1 + identity::SubjectKey::hash_length> subject_key;
    ShortText<row_key_length> row_key;
    std::int64_t row_number = 0;
    crypto::Digest digest{};

    bool operator<(const RowToCome& other) const;
};

class RowsToCome {
public:
    static constexpr std::size_t rows_most = 2'000'000;

    explicit RowsToCome(std::size_t most = rows_most) : most_(most) {}

    // A part of them, in any order.
    void add(std::vector<RowToCome> part);
    // From now on none is held: they are not all new.
    void give_up();
    bool holds_all() const { return !given_up_; }
    // The next ones in order, at most so many; none when all were taken. After the last add.
    std::vector<const RowToCome*> take(std::size_t most);

private:
    struct Front {
        const RowToCome* row;
        const RowToCome* end;  // of its part
        bool operator>(const Front& other) const { return *other.row < *row; }
    };
    void line_up();

    std::vector<std::vector<RowToCome>> parts_;  // each in order
    std::size_t most_;
    std::size_t rows_ = 0;
    bool given_up_ = false;
    bool lined_up_ = false;
    std::priority_queue<Front, std::vector<Front>, std::greater<>> fronts_;
};

}  // namespace credit::records
