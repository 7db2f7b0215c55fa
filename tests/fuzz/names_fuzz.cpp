// Snapshots of the name index: whatever bytes lie on the disk, they are a whole segment or none,
// and a whole one can be searched. The digest in front of them is not asked here.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "foundation/check.h"
#include "search/name_index.h"
#include "search/segments/segment.h"
#include "search/segments/snapshot.h"

namespace {

using namespace credit;

void read_mark(std::string_view text) {
    const auto mark = search::parse_mark(text);
    if (mark) CHECK(search::to_text(*mark) == text);
}

void read_segment(const std::uint8_t* data, std::size_t size) {
    search::AlignedBytes bytes(size);
    std::copy_n(data, size, bytes.bytes().begin());
    auto segment = search::Segment::read(std::move(bytes));
    if (!segment) return;
    for (std::uint32_t name = 0; name < segment->size(); ++name) {
        (void)segment->text(name);
        (void)segment->validity(name);
        (void)segment->names_of(segment->organisation(name));
    }
    search::NameIndex index;
    index.replace(*std::move(segment));
    for (const auto* const text : {"示例食品有限公司", "泰岳", "示", "東方", "济南示列"}) {
        (void)index.find(text, 20, std::chrono::sys_days{});
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    read_mark({reinterpret_cast<const char*>(data), size});
    read_segment(data, size);
    return 0;
}
