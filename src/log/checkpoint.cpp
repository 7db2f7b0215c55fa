#include "log/checkpoint.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "log/merkle.h"

namespace credit::log {
namespace {

constexpr std::size_t note_size_max = std::size_t{64} * 1024;
constexpr std::size_t signatures_max = 64;
constexpr std::size_t key_id_size = 4;
constexpr std::string_view signature_mark = "\u2014 ";
constexpr std::uint8_t ed25519_mark = 1;

using KeyIdBytes = std::array<std::uint8_t, key_id_size>;

KeyIdBytes key_id_bytes(std::uint32_t id) {
    return {static_cast<std::uint8_t>(id >> 24U), static_cast<std::uint8_t>(id >> 16U),
            static_cast<std::uint8_t>(id >> 8U), static_cast<std::uint8_t>(id)};
}

std::uint32_t read_key_id(BytesView bytes) {
    return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U |
           std::uint32_t{bytes[2]} << 8U | std::uint32_t{bytes[3]};
}

bool is_note_text(std::string_view text) {
    const auto refused = [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\n'; };
    return text::is_utf8(text) && std::ranges::none_of(text, refused);
}

// Non-empty, without plus sign and without a space of Unicode.
bool is_key_name(std::string_view name) {
    static constexpr std::array<std::string_view, 22> refused{
        "+",      " ",      "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002",
        "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A",
        "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\n"};
    return !name.empty() && is_note_text(name) &&
           std::ranges::none_of(refused, [&](auto part) { return name.contains(part); });
}

std::optional<std::string_view> take_line(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::optional<NoteSignature> parse_signature(std::string_view line) {
    if (!line.starts_with(signature_mark)) return std::nullopt;
    line.remove_prefix(signature_mark.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) return std::nullopt;
    const auto bytes = from_base64(line.substr(space + 1));
    if (!bytes || bytes->size() <= key_id_size) return std::nullopt;
    return NoteSignature{.name = std::string(line.substr(0, space)),
                         .key_id = read_key_id(*bytes),
                         .signature = Bytes(bytes->begin() + key_id_size, bytes->end())};
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
    std::uint64_t size = 0;
    const auto [stop, problem] = std::from_chars(text.begin(), text.end(), size);
    if (problem != std::errc() || stop != text.end() || (text.size() > 1 && text[0] == '0'))
        return std::nullopt;
    return size;
}

}  // namespace

std::uint32_t Verifier::key_id() const {
    const std::array<std::uint8_t, 2> middle{'\n', ed25519_mark};
    const std::array<BytesView, 3> parts{bytes_of(name), BytesView(middle), BytesView(key)};
    return read_key_id(crypto::sha256(parts));
}

std::string Verifier::to_text() const {
    Bytes encoded{ed25519_mark};
    encoded.insert(encoded.end(), key.begin(), key.end());
    return name + '+' + to_hex(key_id_bytes(key_id())) + '+' + to_base64(encoded);
}

Result<Verifier> Verifier::parse(std::string_view text) {
    const auto refused = fail(ErrorCode::InvalidInput, "log.not_a_verifier");
    const auto first = text.find('+');
    if (first == std::string_view::npos) return refused;
    const auto second = text.find('+', first + 1);
    if (second == std::string_view::npos) return refused;
    const auto id = from_hex(text.substr(first + 1, second - first - 1));
    const auto encoded = from_base64(text.substr(second + 1));
    Verifier verifier{.name = std::string(text.substr(0, first))};
    if (!is_key_name(verifier.name) || !id || id->size() != key_id_size || !encoded ||
        encoded->size() != verifier.key.size() + 1 || encoded->front() != ed25519_mark)
        return refused;
    std::copy(encoded->begin() + 1, encoded->end(), verifier.key.begin());
    if (verifier.key_id() != read_key_id(*id)) return refused;
    return verifier;
}

std::string sign_note(std::string_view text, std::string_view name, const crypto::Key& seed) {
    CHECK(text.ends_with('\n') && is_note_text(text) && is_key_name(name));
    const Verifier verifier{.name = std::string(name), .key = crypto::public_key_of(seed)};
    const auto signature = crypto::sign(seed, bytes_of(text));
    const auto id = key_id_bytes(verifier.key_id());
    Bytes encoded(id.begin(), id.end());
    encoded.insert(encoded.end(), signature.begin(), signature.end());
    std::string note(text);
    note.append("\n").append(signature_mark).append(name).append(" ");
    note.append(to_base64(encoded)).append("\n");
    return note;
}

Result<Note> parse_note(std::string_view note) {
    const auto refused = fail(ErrorCode::InvalidInput, "log.not_a_note");
    if (note.size() > note_size_max || !is_note_text(note)) return refused;
    const auto blank = note.rfind("\n\n");
    if (blank == std::string_view::npos) return refused;
    Note parsed{.text = std::string(note.substr(0, blank + 1)), .signatures = {}};
    auto rest = note.substr(blank + 2);
    while (!rest.empty()) {
        const auto line = take_line(rest);
        if (!line) return refused;
        auto signature = parse_signature(*line);
        if (!signature || parsed.signatures.size() == signatures_max) return refused;
        parsed.signatures.push_back(*std::move(signature));
    }
    if (parsed.signatures.empty()) return refused;
    return parsed;
}

bool signed_by(const Note& note, const Verifier& verifier) {
    bool found = false;
    const auto id = verifier.key_id();
    for (const auto& line : note.signatures) {
        if (line.name != verifier.name || line.key_id != id) continue;
        crypto::Signature signature{};
        if (line.signature.size() != signature.size()) return false;
        std::ranges::copy(line.signature, signature.begin());
        if (!crypto::verify(verifier.key, bytes_of(note.text), signature)) return false;
        found = true;
    }
    return found;
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const crypto::Key& seed) {
    const auto text = checkpoint.origin + '\n' + std::to_string(checkpoint.head.size) + '\n' +
                      to_base64(checkpoint.head.root) + '\n';
    return sign_note(text, checkpoint.origin, seed);
}

Result<Checkpoint> parse_checkpoint_text(std::string_view text) {
    const auto refused = fail(ErrorCode::InvalidInput, "log.not_a_checkpoint");
    const auto origin = take_line(text);
    const auto size_line = take_line(text);
    const auto root_line = take_line(text);
    if (!origin || origin->empty() || !size_line || !root_line) return refused;
    const auto size = parse_size(*size_line);
    const auto root = from_base64(*root_line);
    Checkpoint checkpoint{.origin = std::string(*origin), .head = {}};
    if (!size || !root || root->size() != checkpoint.head.root.size()) return refused;
    // Extension lines are opaque, but never empty.
    while (!text.empty()) {
        const auto extension = take_line(text);
        if (!extension || extension->empty()) return refused;
    }
    checkpoint.head.size = *size;
    std::ranges::copy(*root, checkpoint.head.root.begin());
    return checkpoint;
}

Result<Checkpoint> open_checkpoint(std::string_view note, const Verifier& verifier) {
    const auto parsed = TRY(parse_note(note));
    if (!signed_by(parsed, verifier)) return fail(ErrorCode::InvalidInput, "log.wrong_signature");
    auto checkpoint = TRY(parse_checkpoint_text(parsed.text));
    if (checkpoint.origin != verifier.name)
        return fail(ErrorCode::InvalidInput, "log.not_a_checkpoint");
    return checkpoint;
}

}  // namespace credit::log
