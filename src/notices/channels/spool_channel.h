// Spool folder (交换目录): the channel to gateways that fetch files: text messages, mailboxes of
// the government.
//
// Each letter is one file of mode 0600, whole or absent, named after its notice. The gateway takes
// it away; a letter written twice is the same file.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "notices/channels/channel.h"

namespace credit::notices {

class SpoolChannel final : public Channel {
public:
    SpoolChannel(std::string_view name, std::filesystem::path folder)
        : name_(name), folder_(std::move(folder)) {}

    std::string_view name() const override { return name_; }
    Result<std::string> send(const Letter& letter) override;

private:
    std::string name_;
    std::filesystem::path folder_;
};

}  // namespace credit::notices
