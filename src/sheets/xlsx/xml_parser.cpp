#include "sheets/xlsx/xml_parser.h"

#include <expat.h>
#include <expat_external.h>

#include <cstddef>
#include <expected>
#include <optional>
#include <string_view>
#include <utility>

#include "foundation/check.h"
#include "foundation/result.h"
#include "sheets/xlsx/package.h"

namespace credit::sheets::xlsx {
namespace {

constexpr int block_bytes = 64 << 10;
constexpr std::size_t deepest = 64;
constexpr std::size_t longest_piece = std::size_t{4} << 20;

std::string_view without_prefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view Attributes::find(std::string_view name) const {
    for (const char** entry = list_; *entry != nullptr; entry += 2) {
        if (name == entry[0]) return entry[1];
    }
    return {};
}

std::string_view Attributes::find_prefixed(std::string_view name) const {
    for (const char** entry = list_; *entry != nullptr; entry += 2) {
        const std::string_view whole = entry[0];
        if (whole.size() > name.size() && without_prefix(whole) == name) return entry[1];
    }
    return {};
}

struct XmlParser::Callbacks {
    static XmlParser& of(void* data) { return *static_cast<XmlParser*>(data); }

    static void XMLCALL start(void* data, const XML_Char* name, const XML_Char** attributes) {
        XmlParser& parser = of(data);
        if (parser.error_) return;
        parser.bytes_since_event_ = 0;
        if (++parser.depth_ > deepest) {
            parser.stop(parser.refused("sheets.unusual_xml"));
            return;
        }
        parser.stop(parser.handler_.start(without_prefix(name), Attributes(attributes)));
    }

    static void XMLCALL end(void* data, const XML_Char* name) {
        XmlParser& parser = of(data);
        if (parser.error_) return;
        parser.bytes_since_event_ = 0;
        --parser.depth_;
        parser.stop(parser.handler_.end(without_prefix(name)));
    }

    static void XMLCALL text(void* data, const XML_Char* piece, int length) {
        XmlParser& parser = of(data);
        if (parser.error_) return;
        parser.bytes_since_event_ = 0;
        parser.stop(parser.handler_.text({piece, static_cast<std::size_t>(length)}));
    }

    static void XMLCALL doctype(void* data, const XML_Char* /*name*/, const XML_Char* /*system*/,
                                const XML_Char* /*open*/, int /*has_subset*/) {
        XmlParser& parser = of(data);
        parser.stop(parser.refused("sheets.doctype"));
    }
};

void XmlParser::Free::operator()(XML_ParserStruct* parser) const {
    XML_ParserFree(parser);
}

XmlParser::XmlParser(Part part, XmlHandler& handler)
    : part_(std::move(part)), handler_(handler), parser_(XML_ParserCreate(nullptr)) {
    CHECK(parser_);
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &Callbacks::start, &Callbacks::end);
    XML_SetCharacterDataHandler(parser_.get(), &Callbacks::text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), &Callbacks::doctype);
}

XmlParser::~XmlParser() = default;

void XmlParser::pause() {
    paused_ = true;
    XML_StopParser(parser_.get(), XML_TRUE);
}

void XmlParser::stop(const Handled& handled) {
    if (handled || error_) return;
    error_ = handled.error();
    XML_StopParser(parser_.get(), XML_FALSE);
}

Result<bool> XmlParser::read() {
    if (std::exchange(paused_, false) && TRY(resume())) return true;
    while (!ended_) {
        const auto paused = TRY(feed());
        if (paused) return *paused;
    }
    return false;
}

Result<bool> XmlParser::resume() {
    return judge(XML_ResumeParser(parser_.get()));
}

// One block; nothing when reading goes on, else whether a handler paused.
Result<std::optional<bool>> XmlParser::feed() {
    void* buffer = XML_GetBuffer(parser_.get(), block_bytes);
    if (buffer == nullptr) return refused("sheets.unusual_xml");
    const std::size_t count =
        TRY(part_.read({static_cast<char*>(buffer), static_cast<std::size_t>(block_bytes)}));
    ended_ = count == 0;
    bytes_since_event_ += count;
    if (bytes_since_event_ > longest_piece) return refused("sheets.unusual_xml");
    const int status = XML_ParseBuffer(parser_.get(), static_cast<int>(count), ended_ ? 1 : 0);
    if (TRY(judge(status))) return true;
    return std::nullopt;
}

Result<bool> XmlParser::judge(int status) {
    if (error_) return std::unexpected(*error_);
    if (status == XML_STATUS_ERROR) return refused("sheets.broken_workbook");
    return status == XML_STATUS_SUSPENDED;
}

std::unexpected<Error> XmlParser::refused(std::string_view word) const {
    return fail(ErrorCode::InvalidInput, word, {part_.name()});
}

Result<void> parse_part(Part part, XmlHandler& handler) {
    XmlParser parser(std::move(part), handler);
    while (TRY(parser.read())) {
    }
    return {};
}

}  // namespace credit::sheets::xlsx
