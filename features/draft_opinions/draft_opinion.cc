// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/draft_opinion.h"

#include "features/people/short_text.h"
#include "platform/json/traits.h"

#include <algorithm>

namespace xieshang::draft_opinions {
namespace {

using people::is_said;

base::Error invalid() { return {base::Trouble::refused, "draft_opinion.invalid", {}, {}}; }

tl::unexpected<base::Error> conflict(const char* code, base::Params params = {})
{
    return tl::unexpected(base::Error{base::Trouble::conflict, code, std::move(params), {}});
}

void check_none(base::Error& wrong, const OpinionWords& words)
{
    if (!words.part.empty()) {
        wrong.fields.push_back({"/part", "draft_opinion.none_is_whole", {}});
    }
    if (is_said(words.text) || is_said(words.proposed)) {
        wrong.fields.push_back({"/kind", "draft_opinion.none_has_words", {}});
    }
}

void check_words(base::Error& wrong, const OpinionWords& words, const FrozenPart* part)
{
    if (words.kind == OpinionKind::object && !is_said(words.text)) {
        wrong.fields.push_back({"/text", "draft_opinion.no_words", {}});
    }
    if (words.kind != OpinionKind::change) {
        return;
    }
    if (!is_said(words.text) && !is_said(words.proposed)) {
        wrong.fields.push_back({"/proposed", "draft_opinion.no_words", {}});
    } else if (part != nullptr && words.proposed == part->text) {
        wrong.fields.push_back({"/proposed", "draft_opinion.same_words", {}});
    }
}

base::Result<void> unless_wrong(base::Error&& wrong)
{
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

} // namespace

base::Result<void> acceptable(const OpinionWords& words, const std::vector<FrozenPart>& text)
{
    auto wrong = invalid();
    if (words.kind == OpinionKind::none) {
        check_none(wrong, words);
        return unless_wrong(std::move(wrong));
    }
    const auto* part = part_of(text, words.part);
    if (part == nullptr && !words.part.empty()) {
        wrong.fields.push_back({"/part", "draft_opinion.no_such_part", {}});
    }
    check_words(wrong, words, part);
    return unless_wrong(std::move(wrong));
}

base::Result<void> fits_beside(const OpinionWords& words, const std::vector<DraftOpinion>& others)
{
    for (const auto& other : others) {
        if (other.words.kind == OpinionKind::none) {
            return conflict("draft_opinion.said_none");
        }
        if (words.kind == OpinionKind::none) {
            return conflict("draft_opinion.has_others");
        }
        if (words.part == other.words.part) {
            return conflict("draft_opinion.said_already");
        }
    }
    return {};
}

base::Result<void> may_say(const OpinionRequest& request, std::string_view today)
{
    if (phase_of(request, today) != RequestPhase::running) {
        return conflict("draft_opinion.over", {{"day", request.closes_on}});
    }
    return {};
}

base::Result<void> may_enter_paper(
    const OpinionRequest& request, const std::string& paper_day, std::string_view today)
{
    if (request.state == RequestState::answered) {
        return conflict("draft_opinion.request_answered");
    }
    auto wrong = invalid();
    const auto add = [&](const char* code, const std::string& day) {
        wrong.fields.push_back({"/paper_day", code, {{"day", day}}});
    };
    if (!people::is_day(paper_day)) {
        add("period.not_a_day", paper_day);
    } else if (paper_day > today) {
        add("draft_opinion.day_to_come", paper_day);
    } else if (paper_day < request.sent_on) {
        add("draft_opinion.before_sending", request.sent_on);
    } else if (paper_day > request.closes_on) {
        add("draft_opinion.over", request.closes_on);
    }
    return unless_wrong(std::move(wrong));
}

base::Result<void> may_rewrite(
    const OpinionRequest& request, const DraftOpinion& opinion, bool is_own, std::string_view today)
{
    if (opinion.verdict) {
        return conflict("draft_opinion.answered_already");
    }
    if (is_own) {
        return may_say(request, today);
    }
    if (request.state == RequestState::answered) {
        return conflict("draft_opinion.request_answered");
    }
    return {};
}

base::Result<void> may_answer(
    const OpinionRequest& request, const DraftOpinion& opinion, std::string_view today)
{
    switch (phase_of(request, today)) {
    case RequestPhase::running:
        return conflict("draft_opinion.still_open", {{"day", request.closes_on}});
    case RequestPhase::answered:
        return conflict("draft_opinion.request_answered");
    case RequestPhase::over:
        break;
    }
    if (opinion.words.kind == OpinionKind::none) {
        return conflict("draft_opinion.nothing_to_answer");
    }
    return {};
}

base::Result<void> acceptable(const AnswerWords& answer)
{
    if (answer.verdict != OpinionVerdict::adopted && !is_said(answer.reason)) {
        return tl::unexpected(base::Error{base::Trouble::refused, "draft_opinion.no_reason", {},
            {{"/reason", "draft_opinion.no_reason", {}}}});
    }
    return {};
}

bool needs_answer(const OpinionWords& words)
{
    return words.kind == OpinionKind::change || words.kind == OpinionKind::object
        || is_said(words.text) || is_said(words.proposed);
}

std::vector<DraftOpinion> unanswered(const std::vector<DraftOpinion>& opinions)
{
    std::vector<DraftOpinion> waiting;
    std::copy_if(opinions.begin(), opinions.end(), std::back_inserter(waiting),
        [](const DraftOpinion& one) { return !one.verdict && needs_answer(one.words); });
    return waiting;
}

base::Result<void> same_version(
    const DraftOpinion& kept, std::int64_t version_seen, const OpinionWords& asked)
{
    if (kept.version == version_seen) {
        return {};
    }
    base::Error stale{base::Trouble::stale, "draft_opinion.stale", {}, {}};
    json::for_each_member<OpinionWords>([&](auto member) {
        if (kept.words.*member.pointer != asked.*member.pointer) {
            stale.fields.push_back(
                {"/" + std::string(member.name), "draft_opinion.changed_meanwhile", {}});
        }
    });
    return tl::unexpected(std::move(stale));
}

} // namespace xieshang::draft_opinions
