// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_gaps.h"

#include "features/people/roster_words.h"
#include "features/people/sector_names.h"

#include <algorithm>
#include <map>
#include <set>

namespace xieshang::people {
namespace {

std::string name_proposed(RosterField field, std::string_view words)
{
    constexpr std::string_view realm = "界";
    std::string name(words);
    if (field != RosterField::sector) {
        return name;
    }
    if (name.ends_with("界别")) {
        name.resize(name.size() - realm.size());
    }
    const auto known = national_sector(name);
    constexpr int first_realm = 17; // 文化艺术界 and those behind it are called 界
    const bool is_short = known && *known >= first_realm && national_sector(name + "界") == known
        && !name.ends_with(realm) && !name.ends_with("人士") && !name.starts_with("特");
    return is_short ? name + std::string(realm) : name;
}

std::string like_in(const std::vector<Organisation>& organisations, const std::string& words)
{
    const auto known = national_sector(words);
    for (const auto& one : organisations) {
        const bool is_same = known && one.words.kind == OrganisationKind::sector
            && (national_sector(one.words.name) == known
                || national_sector(one.words.short_name) == known);
        if (is_same) {
            return one.words.name;
        }
    }
    return {};
}

class Gaps {
public:
    explicit Gaps(const std::vector<Organisation>& organisations) : organisations_(organisations) {}

    void add(const RosterOutcome& outcome)
    {
        for (const auto& trouble : outcome.row.troubles) {
            if (trouble.code == "roster.no_sector" || trouble.code == "roster.no_group") {
                add_place(trouble);
            } else if (trouble.code == "roster.no_terms") {
                ++gaps_.rows_without_term;
            } else if (trouble.code == "roster.no_term") {
                terms_.insert(std::stoll(trouble.params.at("term")));
            }
        }
        gaps_.no_members += outcome.kind == RowKind::added && !outcome.membership ? 1 : 0;
    }

    RosterGaps all()
    {
        gaps_.terms.assign(terms_.begin(), terms_.end());
        std::stable_sort(gaps_.places.begin(), gaps_.places.end(),
            [](const auto& a, const auto& b) { return a.field < b.field; }); // sectors first
        return std::move(gaps_);
    }

private:
    void add_place(const RosterTrouble& trouble)
    {
        if (is_like_a_contact(trouble.value)) {
            return; // a column that was matched by mistake
        }
        const auto [at, is_new] =
            places_.try_emplace({trouble.field, place_core(trouble.value)}, gaps_.places.size());
        if (is_new) {
            const bool is_sector = trouble.field == RosterField::sector;
            auto like = is_sector ? like_in(organisations_, trouble.value) : std::string();
            const bool is_usual = like.empty() && (!is_sector || is_like_a_sector(trouble.value));
            gaps_.places.push_back({trouble.field, {}, 0,
                name_proposed(trouble.field, trouble.value), is_usual, std::move(like)});
        }
        auto& gap = gaps_.places[at->second];
        ++gap.rows;
        if (std::find(gap.words.begin(), gap.words.end(), trouble.value) == gap.words.end()) {
            gap.words.push_back(trouble.value);
        }
    }

    const std::vector<Organisation>& organisations_;
    std::map<std::pair<RosterField, std::string>, std::size_t> places_;
    std::set<std::int64_t> terms_;
    RosterGaps gaps_;
};

} // namespace

RosterGaps gaps_of(
    const std::vector<RosterOutcome>& outcomes, const std::vector<Organisation>& organisations)
{
    Gaps gaps(organisations);
    for (const auto& outcome : outcomes) {
        gaps.add(outcome);
    }
    return gaps.all();
}

std::string place_stands_from(const std::vector<Term>& terms, const std::string& today)
{
    const auto* running = term_on(terms, today);
    return running == nullptr ? today : running->period.from;
}

} // namespace xieshang::people
