// Workbooks: a zip file as it is; other bytes as the parts of one, cut at U+0001: rows, shared
// strings, styles, workbook.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/text.h"
#include "sheets/limits.h"
#include "sheets/reader.h"
#include "stored_zip.h"
#include "unnamed_file.h"

namespace {

using namespace credit;

constexpr sheets::Limits limits{.cell_bytes = 4096,
                                .row_bytes = 16384,
                                .columns = 64,
                                .rows = 9999,
                                .entries = 100,
                                .inflated_bytes = 16 << 20,
                                .shared_strings = 10'000,
                                .shared_string_memory = 64 << 10};

constexpr std::string_view roots =
    R"(<r><Relationship Id="1" Type="x/officeDocument" Target="xl/w.xml"/></r>)";
constexpr std::string_view relationships =
    R"(<r><Relationship Id="1" Type="x/worksheet" Target="1.xml"/>)"
    R"(<Relationship Id="2" Type="x/sharedStrings" Target="2.xml"/>)"
    R"(<Relationship Id="3" Type="x/styles" Target="3.xml"/></r>)";
constexpr std::string_view one_sheet = R"(<w><sheets><sheet name="s" r:id="1"/></sheets></w>)";

std::string_view cut(std::string_view& rest) {
    const auto end = rest.find('\x01');
    const auto part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return part;
}

std::string package_of(std::string_view bytes) {
    fuzz::StoredZip zip;
    zip.add("_rels/.rels", roots);
    zip.add("xl/_rels/w.xml.rels", relationships);
    zip.add("xl/1.xml", cut(bytes));
    zip.add("xl/2.xml", cut(bytes));
    zip.add("xl/3.xml", cut(bytes));
    zip.add("xl/w.xml", bytes.empty() ? one_sheet : bytes);
    return zip.finish();
}

void read(std::span<const std::uint8_t> bytes) {
    const fuzz::UnnamedFile file(bytes);
    const auto reader = sheets::Reader::open(file.path(), limits);
    if (!reader) return;
    while (true) {
        const auto row = (*reader)->next();
        if (!row || *row == nullptr) return;
        CHECK((*row)->cells.size() <= limits.columns);
        CHECK((*row)->kinds.size() == (*row)->cells.size());
        for (const auto& cell : (*row)->cells) CHECK(text::is_utf8(cell));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("PK")) {
        read({data, size});
    } else {
        read(bytes_of(package_of(bytes)));
    }
    return 0;
}
