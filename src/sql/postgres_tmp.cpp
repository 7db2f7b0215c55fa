#include "sql/failure.h"
#include "sql/postgres_session.h"
namespace credit::sql {
Result<std::unique_ptr<Session>> open_postgres(const std::string&) {
    return std::unexpected(error_of(Failure::Unavailable));
}
}  // namespace credit::sql
