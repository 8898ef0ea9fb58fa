// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may use an endpoint. There is no default: an endpoint without a policy does not compile.
#pragma once

#include "platform/base/actor.h"

#include <array>
#include <initializer_list>
#include <span>
#include <stdexcept>
#include <string_view>

namespace xieshang::base {

class Policy {
public:
    // Whoever holds at least one of these roles; the names are told in the API's description
    // (x-authz).
    //   inline constexpr base::Policy office{members::office_bit, {"office"}};
    constexpr Policy(base::Roles roles, std::initializer_list<std::string_view> role_names)
        : roles_(roles)
    {
        for (const std::string_view name : role_names) {
            if (count_ == names_.size()) {
                throw std::length_error("a policy names too many roles");
            }
            names_[count_++] = name;
        }
    }

    static constexpr Policy open()
    {
        Policy policy(0, {"anyone"});
        policy.anonymous_ = true;
        return policy;
    }

    constexpr bool anonymous() const { return anonymous_; }
    constexpr bool allows(base::Roles held) const { return anonymous_ || (held & roles_) != 0; }
    constexpr base::Roles roles() const { return roles_; }
    constexpr std::span<const std::string_view> role_names() const
    {
        return {names_.data(), count_};
    }

private:
    base::Roles roles_{};
    std::array<std::string_view, 16> names_{};
    std::size_t count_ = 0;
    bool anonymous_ = false;
};

} // namespace xieshang::base
