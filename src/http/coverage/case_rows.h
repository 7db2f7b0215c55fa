// The rows of a report (报送的行), from JSON or from a table, with what the look-ups show of each.

#pragma once

#include <vector>

#include "coverage/report_cases.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"

namespace credit::http {

// InvalidInput as http/json.h says, "coverage.column_missing"; the errors of the readers of tables.
// What a row lacks stays empty: the report says so of the row.
Result<coverage::Report> read_report(const Request& request, Context& context);
Result<coverage::Report> read_report_table(const Request& request, Context& context);

}  // namespace credit::http
