// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/db/migrations.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace xieshang::db {
namespace {

// features/topics/0005_topics.sql → 0005_topics
std::string_view stem_of(std::string_view path)
{
    const auto slash = path.rfind('/');
    const auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    return name.substr(0, name.rfind('.'));
}

int number_of(std::string_view stem)
{
    int number = 0;
    const auto [end, wrong] = std::from_chars(stem.data(), stem.data() + stem.size(), number);
    if (wrong != std::errc{} || number <= 0 || end == stem.data() + stem.size() || *end != '_') {
        throw std::invalid_argument(
            "a migration is called NNNN_name.sql, not " + std::string(stem));
    }
    return number;
}

} // namespace

std::vector<Migration> migrations_in(std::span<const base::EmbeddedFile> files)
{
    std::vector<Migration> migrations;
    for (const auto& file : files) {
        const auto stem = stem_of(file.path);
        migrations.push_back({number_of(stem), std::string(stem), std::string(file.bytes)});
    }
    std::sort(migrations.begin(), migrations.end(),
        [](const Migration& a, const Migration& b) { return a.number < b.number; });
    const auto twice = std::adjacent_find(migrations.begin(), migrations.end(),
        [](const Migration& a, const Migration& b) { return a.number == b.number; });
    if (twice != migrations.end()) {
        throw std::invalid_argument(
            "two migrations of one number: " + twice->name + ", " + (twice + 1)->name);
    }
    return migrations;
}

std::vector<Migration> built_in_migrations() { return migrations_in(embedded::migrations()); }

} // namespace xieshang::db
