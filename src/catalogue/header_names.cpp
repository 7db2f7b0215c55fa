#include "catalogue/header_names.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/column.h"
#include "foundation/text.h"

namespace credit::catalogue {
namespace {

std::string plain_header(std::string_view header) {
    auto text =
        text::to_upper_ascii(text::without_spaces(text::nfkc(text::unify_look_alikes(header))));
    std::erase_if(text, [](char byte) { return byte == '*' || byte == ':' || byte == '"'; });
    return text;
}

// As it stands, what stands in its brackets (行政相对人代码_2(组织机构代码)), what stands before
// them (证件类型(为自然人时，必填)).
std::vector<std::string> readings_of(std::string_view header) {
    const auto whole = plain_header(header);
    std::vector<std::string> forms = {whole};
    const auto open = whole.find('(');
    if (open == std::string::npos) return forms;
    const auto close = whole.find(')', open);
    if (close != std::string::npos) forms.push_back(whole.substr(open + 1, close - open - 1));
    forms.push_back(whole.substr(0, open));
    return forms;
}

}  // namespace

PlainHeader::PlainHeader(std::string_view given) : given_(given), readings_(readings_of(given)) {}

HeaderNames::HeaderNames(std::span<const Column> columns, std::span<const std::string> not_taken) {
    for (std::size_t place = 0; place < columns.size(); ++place) {
        const Column& column = columns[place];
        columns_.emplace(plain_header(column.code), place);
        for (const auto& code : column.also) columns_.emplace(plain_header(code), place);
        for (const auto& header : column.headers) columns_.emplace(plain_header(header), place);
    }
    for (const auto& header : not_taken) not_taken_.insert(plain_header(header));
}

std::optional<std::size_t> HeaderNames::find(const PlainHeader& header) const {
    for (const auto& form : header.readings()) {
        const auto found = columns_.find(form);
        if (found != columns_.end()) return found->second;
    }
    return std::nullopt;
}

bool HeaderNames::is_not_taken(const PlainHeader& header) const {
    return not_taken_.contains(header.readings().front());
}

}  // namespace credit::catalogue
