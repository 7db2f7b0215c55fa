// A zip file whose entries are stored as they are.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace credit::fuzz {

class StoredZip {
public:
    void add(std::string_view name, std::string_view bytes) {
        std::string header;
        put(header, 20, 2);  // version
        put(header, 0, 8);   // flags, stored, time and day
        put(header, checksum(bytes), 4);
        put(header, bytes.size(), 4);
        put(header, bytes.size(), 4);
        put(header, name.size(), 2);
        put(header, 0, 2);
        directory_ += "PK\x01\x02";
        put(directory_, 20, 2);
        directory_ += header;
        put(directory_, 0, 10);
        put(directory_, file_.size(), 4);
        directory_ += name;
        file_ += "PK\x03\x04";
        file_ += header;
        file_ += name;
        file_ += bytes;
        ++entries_;
    }

    std::string finish() {
        const std::size_t place = file_.size();
        file_ += directory_;
        file_ += "PK\x05\x06";
        put(file_, 0, 4);
        put(file_, entries_, 2);
        put(file_, entries_, 2);
        put(file_, directory_.size(), 4);
        put(file_, place, 4);
        put(file_, 0, 2);
        return file_;
    }

private:
    static void put(std::string& text, std::uint64_t number, std::size_t width) {
        for (std::size_t i = 0; i < width; ++i) {
            text += static_cast<char>(i < 8 ? number >> (8 * i) & 0xFF : 0);
        }
    }

    static std::uint32_t checksum(std::string_view bytes) {
        std::uint32_t sum = 0xFFFFFFFF;
        for (const char byte : bytes) {
            sum ^= static_cast<unsigned char>(byte);
            for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320U : 0U);
        }
        return ~sum;
    }

    std::string file_;
    std::string directory_;
    std::size_t entries_ = 0;
};

}  // namespace credit::fuzz
