// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/correction_actions.h"

#include "features/plan/document_store.h"
#include "features/plan/plan_actions.h"
#include "features/plan/plan_entry_actions.h"
#include "features/plan/plan_store.h"
#include "features/plan/same_file_actions.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

constexpr std::size_t most_named = 50;
constexpr std::int64_t visit_every_ms = 10'000;  // so often the screen says that it is there
constexpr std::int64_t visit_is_old_ms = 20'000; // so often it is written: a commit costs a sync
constexpr std::int64_t visit_lasts_ms = visit_is_old_ms + visit_every_ms + 5'000; // and its way

struct KeptContent { // what the record keeps of an unfinished correction
    std::string document_id;
    std::string sha256; // of the correction
    std::string authorship_sha256;
    std::int64_t unaccounted{};
};
BOOST_DESCRIBE_STRUCT(KeptContent, (), (document_id, sha256, authorship_sha256, unaccounted))

// What was kept before it was told who did what is theirs who kept it last.
Authorship kept_authorship(
    const KeptCorrection& row, const Reading& reading, const Correction& correction)
{
    if (row.authorship) {
        if (auto kept = json::read_own<Authorship>(*row.authorship)) {
            return std::move(*kept);
        }
    }
    return authorship_of(reading, {correction_of(reading), {}}, correction,
        {row.updated_at_ms, row.updated_by, row.updated_by_name});
}

CorrectionPage page_of(db::Tx& tx, const KeptDocument& document)
{
    const auto& [row, reading] = document;
    CorrectionPage page{correction_of(reading), 1, row.uploaded_at_ms, row.uploaded_by_name, false,
        0, newest_plan_of(tx, row.id), {}, standing_plan_of(tx, row.id).has_value(), {}};
    if (auto made = oldest_plan_of_file(tx, row.sha256)) {
        page.made = PlanMention{std::move(made->id), std::move(made->title)};
    }
    if (const auto row_kept = find_correction(tx, row.id)) {
        page.version = row_kept->version;
        page.updated_at = row_kept->updated_at_ms;
        page.updated_by_name = row_kept->updated_by_name;
        auto kept = json::read_own<Correction>(row_kept->content);
        page.outdated = !kept || !belongs(reading, *kept);
        if (!page.outdated) {
            *kept = keyed(std::move(*kept), reading);
            page.authorship = kept_authorship(*row_kept, reading, *kept);
            page.correction = std::move(*kept);
        }
    }
    page.unaccounted = unaccounted(reading, page.correction);
    return page;
}

base::Result<void> same_version(
    const CorrectionPage& page, std::int64_t version_seen, const Correction& asked)
{
    if (page.version == version_seen) {
        return {};
    }
    base::Error stale{
        base::Trouble::stale, "correction.stale", {{"name", page.updated_by_name}}, {}};
    const auto& now = page.correction.topics;
    for (std::size_t at = 0; at < std::min(most_named, std::max(now.size(), asked.topics.size()));
         ++at) {
        const auto* theirs = at < now.size() ? &now[at] : nullptr;
        if (theirs == nullptr || at >= asked.topics.size() || !(*theirs == asked.topics[at])) {
            stale.fields.push_back({"/topics/" + std::to_string(at), "plan.changed_meanwhile",
                {{"now", theirs == nullptr ? "" : theirs->title}}});
        }
    }
    return tl::unexpected(std::move(stale));
}

// Of one import one plan, and what was told of it then stays: who wants it otherwise discards it.
base::Result<void> unfinished(db::Tx& tx, const DocumentId& id)
{
    if (const auto plan = standing_plan_of(tx, id)) {
        return base::trouble(
            base::Trouble::conflict, "correction.finished", {{"title", plan->title}});
    }
    return {};
}

// The row of a version that follows on the one seen.
base::Result<void> write(db::Tx& tx, const base::Actor& actor, const KeptDocument& document,
    const CorrectionPage& page, base::Random& random)
{
    const KeptCorrection kept{document.document.id, json::write(page.correction),
        json::write(page.authorship), page.version, page.updated_at, actor.id, actor.name};
    if (!keep_correction(tx, kept, page.version - 1)) {
        return base::trouble(base::Trouble::stale, "correction.stale", {{"name", ""}});
    }
    record::append(tx, actor, page.updated_at, random,
        {"correction.keep", "plan_correction", kept.document_id.text, kept.version,
            json::write(KeptContent{kept.document_id.text, crypto::sha256_hex(kept.content),
                crypto::sha256_hex(*kept.authorship), page.unaccounted})});
    return {};
}

topics::TopicWords words_of(const CorrectedTopic& topic)
{
    return {topic.number, topic.kind, topic.title, topic.period, topic.month, topic.responsible,
        topic.participating, topic.line};
}

base::Result<DraftPlan> draft_of(
    const Document& document, const Reading& reading, const SignedCorrection& finished)
{
    const auto& correction = finished.correction;
    CHECK(complete(reading, correction));
    NewPlan words{correction.title, correction.committee, correction.year, {}};
    for (const auto& topic : correction.topics) {
        words.topics.push_back(words_of(topic));
    }
    // Unfinished words may be longer than a plan's: the plan's own limits are held here.
    return DraftPlan{TRY(json::read<NewPlan>(json::write(words))), document.id, document.sha256,
        reading.draft, sections_of(reading, correction), ignored_in(reading, finished),
        own_words_in(finished)};
}

// The plan; from now on a search tells that its document has one.
base::Result<PlanId> save_with_entry(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const DraftPlan& draft, const Reading& reading)
{
    db::Joined joined(tx, services.db.engine());
    auto inside = services.within(joined);
    auto id = TRY(save_draft(inside, actor, draft));
    put_entry(services, tx, draft.document_sha256, reading);
    return id;
}

} // namespace

base::Result<CorrectionPage> correction_page(
    services::Services& services, const base::Asker& asker, const DocumentId& id)
{
    const auto document = TRY(document_page(services, asker, id));
    return services.db.read([&](db::Tx& tx) { return page_of(tx, document); });
}

base::Result<CorrectionPage> keep_correction(services::Services& services, const base::Actor& actor,
    const KeptDocument& document, std::int64_t version_seen, const Correction& correction)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<CorrectionPage> {
        auto page = page_of(tx, document);
        CHECK(same_version(page, version_seen, correction));
        CHECK(find_document(tx, document.document.id).and_then(may_go_on));
        CHECK(unfinished(tx, document.document.id));
        CHECK(belongs(document.reading, correction));
        const auto now = services.clock.now();
        auto next = keyed(correction, document.reading);
        auto authorship = authorship_of(document.reading, {page.correction, page.authorship}, next,
            {now, actor.id, actor.name});
        page = {std::move(next), page.version + 1, now, actor.name, false,
            unaccounted(document.reading, correction), page.plan_id, page.made, false,
            std::move(authorship)};
        CHECK(write(tx, actor, document, page, services.random));
        return page;
    });
}

base::Result<PlanId> save_corrected(services::Services& services, const base::Actor& actor,
    const KeptDocument& document, std::int64_t version_seen, bool again)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<PlanId> {
        auto page = page_of(tx, document);
        CHECK(same_version(page, version_seen, page.correction));
        CHECK(find_document(tx, document.document.id).and_then(may_go_on));
        CHECK(unfinished(tx, document.document.id));
        if (!again) {
            CHECK(no_plan_of(tx, document.document.sha256));
        }
        const auto draft =
            TRY(draft_of(document.document, document.reading, {page.correction, page.authorship}));
        const auto id = TRY(save_with_entry(services, tx, actor, draft, document.reading));
        ++page.version;
        page.updated_at = services.clock.now();
        CHECK(write(tx, actor, document, page, services.random));
        return id;
    });
}

base::Result<PlanId> save_as_read(services::Services& services, const base::Actor& actor,
    const Document& document, const Reading& reading, const std::string& reason_to_ignore)
{
    const auto read = correction_of(reading);
    const auto correction =
        reason_to_ignore.empty() ? read : with_the_rest_ignored(read, reason_to_ignore);
    const auto authorship = authorship_of(
        reading, {read, {}}, correction, {services.clock.now(), actor.id, actor.name});
    const auto draft = TRY(draft_of(document, reading, {correction, authorship}));
    return services.db.transact(
        [&](db::Tx& tx) { return save_with_entry(services, tx, actor, draft, reading); });
}

std::vector<Visitor> visit(services::Services& services, const base::Actor& actor,
    const DocumentId& id, const std::string& window_id, bool leaves)
{
    const auto now = services.clock.now();
    const auto all = services.db.read([&](db::Tx& tx) { return visits_of(tx, id); });
    const bool is_known = std::any_of(all.begin(), all.end(), [&](const CorrectionVisit& one) {
        return one.window_id == window_id && one.seen_at_ms.ms > now.ms - visit_is_old_ms;
    });
    if (leaves || !is_known) {
        services.db.write([&](db::Tx& tx) {
            delete_visits_before(tx, {now.ms - visit_lasts_ms});
            leaves ? delete_visit(tx, id, window_id)
                   : keep_visit(tx, id, {window_id, actor.id, actor.name, now});
            return true;
        });
    }
    std::vector<Visitor> others;
    for (const auto& other : all) {
        if (other.window_id != window_id && other.seen_at_ms.ms > now.ms - visit_lasts_ms) {
            others.push_back({other.person_name, other.person_id == actor.id});
        }
    }
    return others;
}

} // namespace xieshang::plan
