// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/correction_actions.h"

#include "features/plan/document_store.h"
#include "features/plan/plan_actions.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::plan {
namespace {

constexpr std::int64_t visit_lasts_ms = 30'000; // the screen says every 10 s that it is there

struct KeptContent { // what the record keeps of an unfinished correction
    std::string document_id;
    std::string sha256; // of the correction
    std::int64_t unaccounted{};
};
BOOST_DESCRIBE_STRUCT(KeptContent, (), (document_id, sha256, unaccounted))

struct Ground { // what a correction stands on
    Document document;
    Reading reading;
    std::optional<KeptCorrection> kept;
};

base::Result<Ground> ground_of(services::Services& services, db::Tx& tx, const DocumentId& id)
{
    auto document = TRY(find_document(tx, id));
    auto reading = TRY(read_again(services, document));
    return Ground{std::move(document), std::move(reading), find_correction(tx, id)};
}

CorrectionPage page_of(const Ground& ground)
{
    CorrectionPage page{correction_of(ground.reading), 1, ground.document.uploaded_at_ms,
        ground.document.uploaded_by_name, false, 0};
    if (ground.kept) {
        page.version = ground.kept->version;
        page.updated_at = ground.kept->updated_at_ms;
        page.updated_by_name = ground.kept->updated_by_name;
        auto kept = json::read<Correction>(ground.kept->content, json::Reader::Trust::program);
        page.outdated = !kept || !belongs(ground.reading, *kept);
        if (!page.outdated) {
            page.correction = std::move(*kept);
        }
    }
    page.unaccounted = unaccounted(ground.reading, page.correction);
    return page;
}

tl::unexpected<base::Error> stale(const CorrectionPage& page)
{
    return base::trouble(
        base::Trouble::stale, "correction.stale", {{"name", page.updated_by_name}});
}

topics::TopicWords words_of(const CorrectedTopic& topic)
{
    return {topic.number, topic.kind, topic.title, topic.period, topic.month, topic.responsible,
        topic.participating, topic.line};
}

base::Result<DraftPlan> draft_of(
    const Document& document, const Reading& reading, const Correction& correction)
{
    CHECK(complete(reading, correction));
    NewPlan words{correction.title, correction.committee, correction.year, {}};
    for (const auto& topic : correction.topics) {
        words.topics.push_back(words_of(topic));
    }
    // Unfinished words may be longer than a plan's: the plan's own limits are held here.
    return DraftPlan{TRY(json::read<NewPlan>(json::write(words))), document.id, document.sha256,
        reading.draft, sections_of(reading, correction), ignored_in(reading, correction)};
}

} // namespace

base::Result<CorrectionPage> correction_page(services::Services& services, const DocumentId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<CorrectionPage> {
        return page_of(TRY(ground_of(services, tx, id)));
    });
}

base::Result<CorrectionPage> keep_correction(services::Services& services, const base::Actor& actor,
    const DocumentId& id, std::int64_t version_seen, const Correction& correction)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<CorrectionPage> {
        const auto ground = TRY(ground_of(services, tx, id));
        const auto now = services.clock.now();
        auto page = page_of(ground);
        CHECK(belongs(ground.reading, correction));
        KeptCorrection kept{
            id, json::write(correction), version_seen + 1, now, actor.id, actor.name};
        if (page.version != version_seen || !keep_correction(tx, kept, version_seen)) {
            return stale(page);
        }
        page = {correction, kept.version, now, actor.name, false,
            unaccounted(ground.reading, correction)};
        record::append(tx, actor, now, services.random,
            {"correction.keep", "plan_correction", id.text, kept.version,
                json::write(
                    KeptContent{id.text, crypto::sha256_hex(kept.content), page.unaccounted})});
        return page;
    });
}

base::Result<PlanId> save_corrected(services::Services& services, const base::Actor& actor,
    const DocumentId& id, std::int64_t version_seen)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<PlanId> {
        const auto ground = TRY(ground_of(services, tx, id));
        const auto page = page_of(ground);
        if (page.version != version_seen) {
            return stale(page);
        }
        db::Joined joined(tx, services.db.engine());
        services::Services inside{joined, services.clock, services.random, services.files};
        return save_draft(
            inside, actor, TRY(draft_of(ground.document, ground.reading, page.correction)));
    });
}

base::Result<PlanId> save_as_read(services::Services& services, const base::Actor& actor,
    const Document& document, const Reading& reading, const std::string& reason_to_ignore)
{
    auto correction = correction_of(reading);
    if (!reason_to_ignore.empty()) {
        correction = with_the_rest_ignored(std::move(correction), reason_to_ignore);
    }
    return save_draft(services, actor, TRY(draft_of(document, reading, correction)));
}

std::vector<Visitor> visit(services::Services& services, const base::Actor& actor,
    const DocumentId& id, const std::string& window_id, bool leaves)
{
    const auto now = services.clock.now();
    std::vector<Visitor> others;
    services.db.write([&](db::Tx& tx) {
        others.clear();
        delete_visits_before(tx, {now.ms - visit_lasts_ms});
        if (leaves) {
            delete_visit(tx, id, window_id);
        } else {
            keep_visit(tx, id, {window_id, actor.id, actor.name, now});
        }
        for (const auto& other : visits_of(tx, id)) {
            if (other.window_id != window_id) {
                others.push_back({other.person_name, other.person_id == actor.id});
            }
        }
        return true;
    });
    return others;
}

} // namespace xieshang::plan
