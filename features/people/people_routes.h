// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON ⇄ the verbs on the register.
#pragma once

#include "features/people/body_shapes.h"
#include "platform/http/api.h"

namespace xieshang::people {

void add_people_routes(http::Api& api); // all of the slice
void add_person_routes(http::Api& api);
void add_contact_routes(http::Api& api);
void add_membership_routes(http::Api& api);
void add_organisation_routes(http::Api& api);
void add_post_routes(http::Api& api);
void add_term_routes(http::Api& api);
void add_body_export_routes(http::Api& api);

// Why an action is not open, in the caller's language.
inline void translate(const http::Call& call, MembershipView& view)
{
    if (view.actions.given) {
        for (auto& offer : *view.actions.given) {
            if (offer.refusal) {
                offer.refusal = texts::built_in().text(call.language(), *offer.refusal);
            }
        }
    }
}

} // namespace xieshang::people
