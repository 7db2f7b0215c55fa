// The text of a file in UTF-8, block by block, whatever its encoding.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "foundation/text_decoder.h"
#include "sheets/file_bytes.h"

namespace credit::sheets::csv {

class TextBlocks {
public:
    // The file from its start. UTF-8 is taken as it is: find_encoding has checked it.
    static Result<TextBlocks> open(FileBytes file, text::Encoding encoding);

    // The next block, without the byte-order mark; it stands until the next call; empty at the end.
    // InvalidInput "sheets.broken_encoding" with encoding and line; "sheets.nul_character".
    Result<std::string_view> next();

    const FileBytes& file() const { return file_; }

private:
    TextBlocks(FileBytes file, text::Encoding encoding);

    Result<std::string_view> decode(std::string_view raw, bool end);
    std::unexpected<Error> broken(const Error& cause);

    FileBytes file_;
    text::Encoding encoding_;
    std::optional<text::Decoder> decoder_;  // none for UTF-8
    std::vector<char> raw_;
    std::string decoded_;
    bool started_ = false;
    bool ended_ = false;
};

}  // namespace credit::sheets::csv
