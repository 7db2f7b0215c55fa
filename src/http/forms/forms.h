// Handlers of unsent forms (未提交的表单): read, save, forget; each account its own.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> form_operations();

}  // namespace credit::http
