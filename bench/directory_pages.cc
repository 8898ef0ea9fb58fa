// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The directory of 10,000 invented people, all of them members, 600 with a post: its pages, as
// the verb behind the list gives them, with how many there are. The median of 15 questions each.
// Usage: directory_pages FOLDER [postgres://…] (absent or empty); prints JSON, milliseconds.
#include "app/house.h"
#include "features/people/directory_actions.h"
#include "features/people/invented_names.h"
#include "features/people/membership_actions.h"
#include "features/people/people_policies.h"
#include "features/people/post_actions.h"
#include "features/people/register_actions.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fmt/format.h>

namespace {

using namespace xieshang;
using people::DirectoryFilter;
using people::DirectoryOrder;
using people::DirectoryPart;
using Clock = std::chrono::steady_clock;

constexpr int count = 10'000;
constexpr int bodies = 24; // of each kind
constexpr int in_posts = 600;
constexpr int page_of = 20;

class District {
public:
    District(services::Services& services, const base::Actor& actor)
        : services_(services), actor_(actor)
    {
        for (int i = 0; i < bodies; ++i) {
            sectors_.push_back(add(people::OrganisationKind::sector, "s", i));
            departments_.push_back(add(people::OrganisationKind::department, "d", i));
            posts_.push_back(
                people::add_post(services_, actor_, {departments_.back(), "工作人员"}).value().id);
        }
        people::add_term(services_, actor_, {1, since_}).value();
        people::re_elect(services_, actor_, {2, {"2021-12-28", {}}}, everybody()).value();
    }

    const people::OrganisationId& sector() const { return sectors_[0]; }
    const people::OrganisationId& department() const { return departments_[0]; }

private:
    people::OrganisationId add(people::OrganisationKind kind, std::string_view letter, int number)
    {
        const auto code = fmt::format("{}-{}", letter, number);
        return people::add_organisation(services_, actor_, {kind, code, code, code, {}, since_})
            .value()
            .id;
    }
    std::vector<people::Named> everybody()
    {
        std::vector<people::Named> all;
        for (int i = 0; i < count; ++i) {
            const auto at = static_cast<std::size_t>(i % bodies);
            const auto id = people::register_person(services_, actor_,
                {people::invented_person(static_cast<std::uint64_t>(i)), {}, true})
                                .value()
                                .id;
            all.push_back({id, sectors_[at], {}, true});
            if (i < in_posts) {
                people::begin_tenure(services_, actor_, {posts_[at], id, since_}).value();
            }
        }
        return all;
    }

    services::Services& services_;
    const base::Actor& actor_;
    const people::Period since_{"2016-12-28", {}};
    std::vector<people::OrganisationId> sectors_;
    std::vector<people::OrganisationId> departments_;
    std::vector<people::PostId> posts_;
};

double median_of(services::Services& services, const base::Actor& actor,
    const DirectoryFilter& filter, DirectoryPart part = {})
{
    constexpr int questions = 15;
    part.most = page_of + 1;
    std::vector<double> spent;
    for (int i = 0; i < questions; ++i) {
        const auto begin = Clock::now();
        const auto found =
            people::list_people(services, {actor, people::policies::see_directory}, filter, part);
        spent.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        if (!found || found->lines.empty()) {
            throw std::runtime_error("nobody was found");
        }
    }
    std::nth_element(spent.begin(), spent.begin() + questions / 2, spent.end());
    return spent[questions / 2];
}

// Where the page before the last begins.
people::DirectoryPlace late_place(
    services::Services& services, const base::Actor& actor, DirectoryOrder order)
{
    return people::list_people(
        services, {actor, people::policies::see_directory}, {.sort = order}, {{}, count - page_of})
        .value()
        .places.back();
}

void measure(services::Services& services, const base::Actor& actor, const District& district)
{
    const auto one = [&](std::string_view name, const DirectoryFilter& filter,
                         const DirectoryPart& part = {}) {
        fmt::print(R"(,"{}":{:.1f})", name, median_of(services, actor, filter, part));
    };
    fmt::print(R"({{"people":{})", count);
    one("strokes", {});
    one("strokes_late", {}, {late_place(services, actor, DirectoryOrder::strokes)});
    one("pinyin", {.sort = DirectoryOrder::pinyin});
    one("pinyin_late", {.sort = DirectoryOrder::pinyin},
        {late_place(services, actor, DirectoryOrder::pinyin)});
    one("sectors", {.sort = DirectoryOrder::sector});
    one("sectors_late", {.sort = DirectoryOrder::sector},
        {late_place(services, actor, DirectoryOrder::sector)});
    one("name", {.q = "王"});
    one("initials", {.q = "wz"});
    one("pinyin_word", {.q = "zhang"});
    one("sector", {.sector_id = district.sector()});
    one("organisation", {.organisation_id = district.department()});
    fmt::print("}}\n");
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        return 2;
    }
    app::Config config;
    config.data = argv[1];
    config.database = argc > 2 ? argv[2] : "";
    const auto house = app::open_house(config);
    if (!house) {
        std::fprintf(stderr, "%s\n", house.error().code.c_str());
        return 1;
    }
    auto& services = (*house)->services;
    const base::Actor actor{"", "bench", members::bit(members::Role::office)};
    std::optional<District> district;
    services.db
        .transact([&](db::Tx& tx) -> base::Result<int> {
            db::Joined joined(tx, services.db.engine());
            auto inside = services.within(joined);
            district.emplace(inside, actor);
            return 0;
        })
        .value();
    measure(services, actor, *district);
    return 0;
}
