// An act with a file (材料入库): the file is sealed before the act that names it, once for each key
// of a request, and goes again where no act names it.

#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "access/occasion.h"
#include "desk/desk.h"
#include "files/evidence.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"

namespace credit::desk {

struct FileWork {
    std::string home_key;
    std::filesystem::path folder;  // below which it is sealed
    std::function<Result<files::Evidence>()> seal;
    std::function<Result<ledger::Draft>(const access::Occasion&, const files::Evidence&)> decide;
};

// As Desk::perform; for a repeated key nothing is sealed. The errors of sealing pass through.
Result<ledger::Act> perform_with_file(Desk& desk, const Caller& caller, const FileWork& work);

}  // namespace credit::desk
