// Tables of synthetic records, written by the catalogue's own columns, as departments would file
// them.

#pragma once

#include <map>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "catalogue/offices/authority.h"
#include "catalogue/record_kind.h"
#include "demo/synthetic.h"
#include "foundation/clock.h"

namespace credit::demo {

// What a row says, by the role of its column; a column that must be filled and is not named gets a
// harmless value of its type.
using Values = std::map<catalogue::ColumnRole, std::string>;

class Table {
public:
    // Both must outlive it.
    Table(const catalogue::Catalogue& catalogue, const catalogue::RecordKind& kind);

    // The header, then a line for each row; UTF-8 with commas.
    const std::string& csv() const { return csv_; }

    void add(const SyntheticSubject& subject, const catalogue::Authority& authority,
             std::string_view document_number, Date decided_on, const Values& values);

private:
    std::string value_of(const catalogue::Column& column, const Values& values) const;
    // Quoted, with the comma that follows it.
    void append(std::string_view value);

    const catalogue::Catalogue& catalogue_;
    const catalogue::RecordKind& kind_;
    std::string csv_;
};

}  // namespace credit::demo
