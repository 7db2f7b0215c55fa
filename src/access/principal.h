// Who asks: an account that signed in or an API client with its token, and what it may do.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace credit::access {

// What a person or system is there for (角色). Rights follow from role, authority, function and
// purpose.
enum class Role : std::uint8_t {
    Clerk,           // 经办人: files submissions, looks up
    Officer,         // 审批人: signs what binds a subject
    ApprovalSystem,  // 审批系统: asks before approving
    CreditOffice,    // 信用主管部门: keeps the catalogue, supervises
    Auditor,         // 审计: reads the ledger and look-ups of its authority
    Operator,        // 运维: keeps the machine, reads no content
    Subject,         // 信用主体: reads what is held on itself
    Bank,            // 金融机构: asks with consent
    Public,          // 公众: not signed in
};

std::string_view id_of(Role role);  // "clerk", "approval_system" …
// InvalidInput "access.unknown_role".
Result<Role> parse_role(std::string_view id);

// What work an account or a token is for (职能): the scope of a token is a set of these.
enum class Function : std::uint8_t {
    Submission,   // 报送
    Listing,      // 认定、列入、移出
    Reading,      // 依职权查询
    Checking,     // 办事前核查
    Catalogue,    // 目录管理
    Accounts,     // 账号管理
    Audit,        // 审计
    Maintenance,  // 运维
};

std::string_view id_of(Function function);  // "submission" …

class Functions {
public:
    constexpr Functions() = default;
    constexpr Functions(std::initializer_list<Function> functions) {
        for (const Function function : functions) bits_ |= bit(function);
    }
    static constexpr Functions all() {
        Functions functions;
        functions.bits_ = 0xFF;
        return functions;
    }
    // From ids. InvalidInput "access.unknown_function".
    static Result<Functions> parse(const std::vector<std::string>& ids);

    constexpr bool has(Function function) const { return (bits_ & bit(function)) != 0; }
    constexpr bool within(Functions other) const { return (bits_ & ~other.bits_) == 0; }
    constexpr Functions operator&(Functions other) const {
        Functions both;
        both.bits_ = bits_ & other.bits_;
        return both;
    }
    std::vector<std::string> ids() const;
    bool operator==(const Functions&) const = default;

private:
    static constexpr std::uint32_t bit(Function function) {
        return std::uint32_t{1} << static_cast<std::uint32_t>(function);
    }
    std::uint32_t bits_ = 0;
};

// What a role works at when its account says nothing narrower.
Functions functions_of(Role role);

struct Principal {
    std::string account = {};  // issued by the register; stands in acts and logs
    Role role = Role::Public;
    std::string authority = {};    // code of the authority it acts for; empty for public, subjects
    std::string subject_key = {};  // of a Subject: whom the account belongs to
    Functions functions = Functions::all();  // of its account and token; the role limits them too
};

}  // namespace credit::access
