// Unified social credit code (统一社会信用代码).
//
// The one identifier, for life, of a legal person or other organisation: eighteen characters, of
// which the last checks the first seventeen and the one before checks the organisation code inside.
// A value of this type is always well formed; whether it was ever issued only the registry knows.
//
// Standard: GB 32100-2015 with Amendment No. 1 (2016)
// Reading:  a category that the standard's table does not have is accepted (kind() then says other
//           organisation), since categories are added by notice; an unknown department is not.

#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/short_text.h"
#include "identity/old_codes.h"
#include "identity/subject_kind.h"

namespace credit::identity {

// Exceptions (例外代码): codes issued in a pilot before the check character was settled. Such a
// code is accepted only because it stands here, with evidence; the check is never relaxed for
// others. The inner check of its organisation code holds nevertheless.
struct CodeException {
    std::string code;
    std::string evidence;     // where it was seen to be in use
    std::string approved_by;  // who let it in
    Date approved_on{};
};

class CodeExceptions {
public:
    CodeExceptions() = default;
    explicit CodeExceptions(std::vector<CodeException> exceptions);

    bool contains(std::string_view code) const { return find(code) != nullptr; }
    // Null when the code is no exception.
    const CodeException* find(std::string_view code) const;

private:
    std::vector<CodeException> exceptions_;  // by code
};

// For readers that expect no pilot code.
const CodeExceptions& no_exceptions();

class UnifiedSocialCreditCode {
public:
    static constexpr std::size_t length = 18;

    // Letters must be capital. InvalidInput names the first thing that is wrong:
    // "identity.code_length", "identity.code_character", "identity.code_department",
    // "identity.code_division", "identity.organisation_check", "identity.check_character".
    static Result<UnifiedSocialCreditCode> parse(
        std::string_view text, const CodeExceptions& exceptions = no_exceptions());

    std::string_view text() const { return text_.view(); }

    // Department and category of registration (登记管理部门代码、机构类别代码).
    std::string_view category() const { return text().substr(0, 2); }
    // Administrative division of the registering authority (登记管理机关行政区划码).
    std::string_view division() const { return text().substr(2, 6); }
    // Organisation code inside (主体标识码).
    OrganisationCode organisation() const;
    SubjectKind kind() const;

    auto operator<=>(const UnifiedSocialCreditCode&) const = default;

private:
    explicit UnifiedSocialCreditCode(std::string_view text) : text_(text) {}

    ShortText<length> text_;
};

}  // namespace credit::identity
