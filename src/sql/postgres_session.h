#pragma once
#include "sql/session.h"
namespace credit::sql {
Result<std::unique_ptr<Session>> open_postgres(const std::string& url);
}
