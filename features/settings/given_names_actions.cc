// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/given_names_actions.h"

#include "features/settings/given_names.h"
#include "features/settings/setting_store.h"

namespace xieshang::settings {

std::function<std::string(std::string_view code)> texts_with_given_names(
    services::Services& services, texts::Language language)
{
    auto names =
        services.db.read([&](db::Tx& tx) { return given_names(settings_of(tx), language); });
    return [names = std::move(names), language](std::string_view code) {
        const auto given = names.find(code);
        return given == names.end() ? texts::built_in().text(language, code) : given->second;
    };
}

} // namespace xieshang::settings
