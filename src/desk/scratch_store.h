// A store of its own, empty and migrated, that goes with the object.

#pragma once

#include <filesystem>
#include <memory>
#include <utility>

#include "foundation/result.h"
#include "sql/session.h"

namespace credit::desk {

class ScratchStore {
public:
    // In a folder that only this process reads. Unavailable "sql.unavailable".
    static Result<ScratchStore> create();
    ScratchStore(ScratchStore&& other) noexcept
        : folder_(std::exchange(other.folder_, {})), session_(std::move(other.session_)) {}
    ScratchStore& operator=(ScratchStore&&) = delete;
    ScratchStore(const ScratchStore&) = delete;
    ScratchStore& operator=(const ScratchStore&) = delete;
    ~ScratchStore();

    sql::Session& session() const { return *session_; }

private:
    explicit ScratchStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::filesystem::path folder_;
    std::unique_ptr<sql::Session> session_;
};

}  // namespace credit::desk
