#include "notices/channels/spool_channel.h"

#include <filesystem>
#include <string>
#include <system_error>

#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "notices/channels/channel.h"

namespace credit::notices {

Result<std::string> SpoolChannel::send(const Letter& letter) {
    std::error_code ignored;
    std::filesystem::create_directories(folder_, ignored);
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, ignored);
    auto file = letter.id + ".json";
    const auto content = to_text(JsonObject{{"notice", letter.id},
                                            {"address", letter.address},
                                            {"title", letter.title},
                                            {"text", letter.text}});
    const auto written = write_private(folder_ / file, bytes_of(content));
    // What stands there already is this letter.
    if (written || written.error().code == ErrorCode::Conflict) return file;
    return fail(ErrorCode::Unavailable, "notices.channel_away");
}

}  // namespace credit::notices
