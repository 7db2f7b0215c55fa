#include "sheets/xlsx/workbook.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "sheets/xlsx/package.h"
#include "sheets/xlsx/xml_parser.h"

namespace credit::sheets::xlsx {
namespace {

struct Relationship {
    std::string id;
    std::string type;    // the last word of the type's address: worksheet, styles …
    std::string target;  // part
};

// A package has few; a part with more is made to wear us out.
constexpr std::size_t most_relationships = 10'000;

// "xl/workbook.xml" and "worksheets/sheet1.xml" make "xl/worksheets/sheet1.xml".
std::string resolve(std::string_view from, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    const auto folder = std::filesystem::path(from).parent_path();
    return (folder / target).lexically_normal().generic_string();
}

std::string relationships_of(std::string_view part) {
    const std::filesystem::path path(part);
    const auto name = path.filename().string() + ".rels";
    return (path.parent_path() / "_rels" / name).generic_string();
}

class RelationshipsHandler final : public XmlHandler {
public:
    explicit RelationshipsHandler(std::string_view from) : from_(from) {}

    Handled start(std::string_view name, const Attributes& attributes) override {
        if (name != "Relationship") return {};
        if (found_.size() == most_relationships) {
            return fail(ErrorCode::InvalidInput, "sheets.unusual_xml", {from_});
        }
        const auto type = attributes.find("Type");
        found_.push_back({.id = std::string(attributes.find("Id")),
                          .type = std::string(type.substr(type.rfind('/') + 1)),
                          .target = resolve(from_, attributes.find("Target"))});
        return {};
    }
    Handled end(std::string_view /*name*/) override { return {}; }

    std::vector<Relationship> take() { return std::move(found_); }

private:
    std::string from_;
    std::vector<Relationship> found_;
};

Result<std::vector<Relationship>> read_relationships(Package& package, std::string_view part) {
    const auto name = relationships_of(part);
    if (!package.has(name)) return fail(ErrorCode::InvalidInput, "sheets.not_a_workbook");
    RelationshipsHandler handler(part);
    auto relationships = TRY(package.open_part(name));
    TRY(parse_part(std::move(relationships), handler));
    return handler.take();
}

std::string target_of_type(const std::vector<Relationship>& all, std::string_view type) {
    const auto found = std::ranges::find(all, type, &Relationship::type);
    return found == all.end() ? std::string() : found->target;
}

class WorkbookHandler final : public XmlHandler {
public:
    WorkbookHandler(const std::vector<Relationship>& relationships, std::size_t sheets_max)
        : relationships_(relationships), sheets_max_(sheets_max) {}

    Handled start(std::string_view name, const Attributes& attributes) override {
        if (name == "workbookPr") {
            const auto value = attributes.find("date1904");
            workbook_.counts_from_1904 = value == "1" || value == "true";
        }
        if (name != "sheet") return {};
        const auto state = attributes.find("state");
        if (state == "hidden" || state == "veryHidden") return {};
        const auto id = attributes.find_prefixed("id");
        const auto found = std::ranges::find(relationships_, id, &Relationship::id);
        // Charts and dialogs are sheets too, but hold no rows.
        if (found == relationships_.end() || found->type != "worksheet") return {};
        if (workbook_.worksheets.size() == sheets_max_) {
            return fail(ErrorCode::InvalidInput, "sheets.too_many_sheets",
                        {std::to_string(sheets_max_)});
        }
        workbook_.worksheets.push_back(
            {.name = std::string(attributes.find("name")), .part = found->target});
        return {};
    }
    Handled end(std::string_view /*name*/) override { return {}; }

    Workbook take() { return std::move(workbook_); }

private:
    const std::vector<Relationship>& relationships_;
    std::size_t sheets_max_;
    Workbook workbook_;
};

std::string if_there(const Package& package, std::string part) {
    return package.has(part) ? std::move(part) : std::string();
}

}  // namespace

Result<Workbook> read_workbook(Package& package) {
    const auto roots = TRY(read_relationships(package, ""));
    const auto part = target_of_type(roots, "officeDocument");
    if (part.empty() || !part.ends_with(".xml") || !package.has(part)) {
        return fail(ErrorCode::InvalidInput, "sheets.not_a_workbook");
    }
    const auto relationships = TRY(read_relationships(package, part));
    WorkbookHandler handler(relationships, package.limits().sheets);
    auto root = TRY(package.open_part(part));
    TRY(parse_part(std::move(root), handler));
    Workbook workbook = handler.take();
    if (workbook.worksheets.empty()) return fail(ErrorCode::InvalidInput, "sheets.not_a_workbook");
    workbook.shared_strings = if_there(package, target_of_type(relationships, "sharedStrings"));
    workbook.styles = if_there(package, target_of_type(relationships, "styles"));
    return workbook;
}

}  // namespace credit::sheets::xlsx
