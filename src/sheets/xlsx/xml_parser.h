// Reader of one XML part, in blocks, that can be paused and resumed (SAX).
//
// A document type declaration is refused, and with it every entity but the five of XML; so are
// nesting past 64 levels and a tag or comment past 4 MiB. Names come without their prefix.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sheets/xlsx/package.h"

struct XML_ParserStruct;

namespace credit::sheets::xlsx {

class Attributes {
public:
    explicit Attributes(const char** names_and_values) : list_(names_and_values) {}

    // Empty when there is none. By the name without a prefix.
    std::string_view find(std::string_view name) const;
    // The attribute of the namespace of relationships (r:id), whatever its prefix.
    std::string_view find_prefixed(std::string_view name) const;

private:
    const char** list_;
};

// What is wrong with the part, or nothing: handlers return it and the parser stops.
using Handled = Result<void>;

class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual Handled start(std::string_view name, const Attributes& attributes) = 0;
    virtual Handled end(std::string_view name) = 0;
    // May come in several pieces.
    virtual Handled text(std::string_view /*piece*/) { return {}; }
};

class XmlParser {
public:
    XmlParser(Part part, XmlHandler& handler);
    XmlParser(const XmlParser&) = delete;
    XmlParser& operator=(const XmlParser&) = delete;
    ~XmlParser();

    // Reads on until a handler pauses (true) or the part ends (false). InvalidInput of the handlers
    // and of Part::read; "sheets.broken_workbook", "sheets.doctype", "sheets.unusual_xml" with the
    // part's name.
    Result<bool> read();

    // To be called by a handler: read() returns once the handler has.
    void pause();

    Package& package() const { return part_.package(); }

private:
    struct Callbacks;
    struct Free {
        void operator()(XML_ParserStruct* parser) const;
    };

    Result<bool> resume();
    Result<std::optional<bool>> feed();
    Result<bool> judge(int status);
    void stop(const Handled& handled);
    std::unexpected<Error> refused(std::string_view word) const;

    Part part_;
    XmlHandler& handler_;
    std::unique_ptr<XML_ParserStruct, Free> parser_;
    std::optional<Error> error_;
    std::size_t depth_ = 0;
    std::size_t bytes_since_event_ = 0;
    bool paused_ = false;
    bool ended_ = false;
};

// Reads a whole small part.
Result<void> parse_part(Part part, XmlHandler& handler);

}  // namespace credit::sheets::xlsx
