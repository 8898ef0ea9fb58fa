// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/demo_shortlist_actions.h"

#include "features/calls/calls_policies.h"
#include "features/calls/paper_actions.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/topic_call_actions.h"
#include "features/members/member_store.h"
#include "features/people/membership_actions.h"
#include "features/shortlists/marking_actions.h"
#include "features/shortlists/selection_actions.h"
#include "features/shortlists/shortlist_actions.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace xieshang::shortlists {
namespace {

constexpr std::int64_t day_ms = 24LL * 3'600'000;
constexpr int opened_before = 60; // days
constexpr int paper_before = 50;

struct Invented {
    std::string_view by;
    std::string_view title;
    std::string_view problem;
    TopicKind kind{};
    TopicField field{};
};

constexpr auto invented = std::to_array<Invented>({
    {"周委员", "完善社区养老服务网络", "助餐点少，夜间无人照料。", TopicKind::standing_committee,
        TopicField::society},
    {"吴委员", "促进民营经济高质量发展", "用地、用工、融资三难并存。",
        TopicKind::standing_committee, TopicField::economy},
    {"郑委员", "优化学前教育资源布局", "新城学位紧，老城有空余。", TopicKind::chairpersons,
        TopicField::society},
    {"王老师", "加强老街区文化遗产保护", "修缮慢，传承人少。", TopicKind::chairpersons,
        TopicField::culture},
    {"冯委员", "推进重点片区城市更新", "资金平衡难，居民意见不一。", TopicKind::thematic,
        TopicField::economy},
    {"陈医生", "完善分级诊疗服务", "大医院挤，社区留不住病人。", TopicKind::thematic,
        TopicField::society},
    {"褚委员", "完善基层协商议事机制", "议而不决，结果没有回音。", TopicKind::thematic,
        TopicField::politics},
    {"卫老师", "提升全民阅读服务", "书屋开放时间短，书旧。", TopicKind::thematic,
        TopicField::culture},
    {"蒋委员", "河道水环境长效治理", "汛期返黑，源头不清。", TopicKind::supervision,
        TopicField::ecology},
    {"沈委员", "农贸市场食品安全", "检测公示不及时。", TopicKind::supervision, TopicField::society},
    {"韩委员", "扬尘与噪声污染防治", "工地夜间施工多。", TopicKind::supervision,
        TopicField::ecology},
    {"杨委员", "营商环境政策落实", "兑现周期长。", TopicKind::supervision, TopicField::economy},
});

constexpr std::array<std::string_view, 10> markers{"member", "chairperson", "special_committee",
    "convenor", "department_handler", "department_leader", "party_office", "government_office",
    "inspection_office", "sub_district"};

// A rule in place of people: each marks about a third, and half of them the first two.
bool would_mark(std::size_t person, std::size_t topic)
{
    return (person * 5 + topic * 7) % 12 < 4 || (topic < 2 && person % 2 == 0);
}

class Seeding {
public:
    Seeding(services::Services& services, db::Tx& tx, const base::Actor& office)
        : services_(services), tx_(tx), office_(office)
    {
    }

    base::Result<void> all()
    {
        const auto call = TRY(past_call());
        for (const auto& one : invented) {
            ids_.push_back(TRY(screened(call, one)));
        }
        CHECK(calls::take_call_step(services_, office_, call.id, call.version,
            {calls::TopicCallAction::close, "征集任务已经完成。", {}}));
        round_ = TRY(make_round(services_, office_, words()));
        CHECK(mark_by_rule());
        round_ = TRY(step(SelectionRoundAction::close, "应当标记的都已经标记。"));
        round_ = TRY(step(SelectionRoundAction::propose, ""));
        CHECK(change());
        return decide();
    }

private:
    std::string day(int days) const
    {
        return people::day_of({services_.clock.now().ms + days * day_ms});
    }
    std::int64_t year() const { return std::stoll(day(0).substr(0, 4)); }

    base::Result<calls::TopicCall> past_call()
    {
        calls::CallWords words;
        words.year = year();
        words.title = fmt::format("{}年度协商议题征集", year());
        words.guidance = "围绕中心、服务大局，小切口、大视野。";
        words.constituencies = {calls::Constituency::members};
        words.opens_on = day(-opened_before);
        words.closes_on = day(0);
        words.most_suggestions = 5;
        words.most_characters = 800;
        const auto made = TRY(calls::make_call(services_, office_, words));
        return calls::take_call_step(
            services_, office_, made.id, made.version, {calls::TopicCallAction::open, {}, {}});
    }

    base::Result<SuggestionId> screened(const calls::TopicCall& call, const Invented& one)
    {
        calls::PaperSuggestion paper;
        paper.title = one.title;
        paper.problem = one.problem;
        paper.reason = "群众关心，部门也在研究。";
        paper.kind = one.kind;
        paper.field = one.field;
        paper.constituency = calls::Constituency::members;
        paper.for_name = one.by;
        paper.paper_day = day(-paper_before);
        const auto entered = TRY(calls::enter_paper(services_, office_, call.id, paper));
        const auto& id = entered.suggestion.id;
        CHECK(calls::take_suggestion_step(services_, {office_, calls::policies::take_step}, id, 1,
            {topics::TopicAction::screen, "切口小，列入遴选。", {}}));
        return id;
    }

    RoundWords words() const
    {
        RoundWords words;
        words.year = year();
        words.title = fmt::format("{}年度协商议题遴选", year());
        words.closes_on = day(0);
        words.slots = {{TopicKind::standing_committee, 1}, {TopicKind::chairpersons, 1},
            {TopicKind::thematic, 2}, {TopicKind::supervision, 2}};
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<TopicField>>(
            [&](auto entry) {
                words.wanted.push_back({entry.value, 1});
            });
        return words;
    }

    base::Result<void> mark_by_rule()
    {
        for (std::size_t person = 0; person < markers.size(); ++person) {
            const auto found = members::find_person(tx_, markers.at(person));
            if (!found) {
                continue;
            }
            auto actor = members::actor_of(*found);
            auto standing = people::standing_of(tx_, found->id, day(0));
            actor.membership = standing.membership;
            actor.bodies = std::move(standing.bodies);
            for (std::size_t topic = 0; topic < ids_.size(); ++topic) {
                if (would_mark(person, topic)) {
                    CHECK(mark(services_, actor, round_.id, {ids_[topic], true}));
                }
            }
        }
        return {};
    }

    base::Result<SelectionRound> step(SelectionRoundAction action, const std::string& reason)
    {
        return take_round_step(services_, office_, round_.id, round_.version, {action, reason});
    }

    // Of one field, one that is listed for one that is not.
    base::Result<void> change()
    {
        const auto is_listed = [&](const SuggestionId& id) {
            return std::find(round_.listed.begin(), round_.listed.end(), id) != round_.listed.end();
        };
        std::optional<SuggestionId> out;
        std::optional<SuggestionId> in;
        for (std::size_t i = 0; i < invented.size(); ++i) {
            if (invented.at(i).field == TopicField::society) {
                (is_listed(ids_[i]) ? out : in) = ids_[i];
            }
        }
        if (!in || !out) {
            return {};
        }
        round_ = TRY(change_shortlist(services_, office_, round_.id, round_.version,
            {in, out, "主席会议成员建议：与今年民生实事衔接更紧，调研条件已经具备。"}));
        return {};
    }

    base::Result<void> decide()
    {
        CHECK(decide_shortlist(services_, office_, round_.id, round_.version,
            {.meeting = "主席会议",
                .decided_on = day(0),
                .decided_by = "主席会议组成人员",
                .reason = "经主席会议研究，列入本年度协商议题入围名单。",
                .others = OthersAnswer::reserve,
                .others_reason = "本年度名额有限，列为备选，明年优先考虑。"}));
        return {};
    }

    services::Services& services_;
    db::Tx& tx_;
    const base::Actor& office_;
    SelectionRound round_;
    std::vector<SuggestionId> ids_;
};

} // namespace

base::Result<void> seed_demo_shortlist(services::Services& services, const base::Actor& office)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        if (!round_ids(tx).empty()) {
            return {};
        }
        db::Joined joined(tx, services.db.engine());
        auto inside = services.within(joined);
        return Seeding(inside, tx, office).all();
    });
}

} // namespace xieshang::shortlists
