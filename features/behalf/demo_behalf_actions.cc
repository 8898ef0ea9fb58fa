// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/demo_behalf_actions.h"

#include "features/behalf/behalf_actions.h"
#include "features/people/period.h"
#include "features/plan/plan_actions.h"

#include <iomanip>
#include <sstream>

namespace xieshang::behalf {
namespace {

constexpr std::string_view words_of_paper = "DEMO - an invented paper, scanned for the demo only";

std::string as_offset(std::size_t offset)
{
    std::ostringstream line;
    line << std::setw(10) << std::setfill('0') << offset << " 00000 n \n";
    return line.str();
}

} // namespace

std::string invented_paper(const std::string& words)
{
    const auto page = "BT /F1 16 Tf 60 760 Td (" + words + ") Tj ET";
    const std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        "<</Length " + std::to_string(page.size()) + ">>\nstream\n" + page + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string pdf = "%PDF-1.4\n";
    std::string places = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        places += as_offset(pdf.size());
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto count = std::to_string(objects.size() + 1);
    return pdf + "xref\n0 " + count + "\n" + places + "trailer\n<</Size " + count
        + "/Root 1 0 R>>\nstartxref\n" + std::to_string(pdf.size()) + "\n%%EOF\n";
}

base::Result<void> seed_demo_act(services::Services& services, const base::Actor& actor,
    const plan::PlanId& plan, const std::string& reason)
{
    const auto file = TRY(
        keep_scan_file(services, invented_paper(std::string(words_of_paper)), "demo-paper.pdf"));
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        db::Joined joined(tx, services.db.engine());
        auto inside = services.within(joined);
        const auto scan = TRY(keep_scan(inside, actor, file));
        const BehalfPaper paper{
            .scan_id = scan.id, .paper_day = people::day_of(services.clock.now())};
        using plan::PlanAction;
        const auto submitted =
            TRY(plan::take_step(inside, actor, plan, 1, {.action = PlanAction::submit}));
        auto version = submitted.version;
        for (const auto office : {members::Role::party_office, members::Role::government_office,
                 members::Role::office}) {
            plan::StepRequest agreed{.action = PlanAction::concur, .reviewer = office};
            if (office != members::Role::office) {
                agreed.behalf = paper;
            }
            version = TRY(plan::take_step(inside, actor, plan, version, agreed)).version;
        }
        CHECK(plan::take_step(inside, actor, plan, version,
            {.action = PlanAction::send_back, .reason = reason, .behalf = paper}));
        return {};
    });
}

} // namespace xieshang::behalf
