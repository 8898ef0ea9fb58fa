// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_export_actions.h"

#include "features/people/look_alarm_actions.h"
#include "features/people/membership_store.h"
#include "features/people/organisation_store.h"
#include "features/people/registered_person_store.h"
#include "features/people/roster_pen_actions.h"
#include "features/plan/plan_table.h"
#include "platform/documents/workbook_writer.h"
#include "platform/json/json.h"
#include "platform/names/order.h"
#include "platform/record/record.h"

#include <algorithm>
#include <map>

namespace xieshang::people {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct ExportTold { // of the record
    std::int64_t term{};
    std::string format;
    bool contacts{};
    std::int64_t people{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExportTold, (), (term, format, contacts, people, reason))

base::Result<Term> term_asked(db::Tx& tx, const RosterExport& asked, std::string_view today)
{
    const auto terms = all_terms(tx);
    if (!asked.term_number) {
        const auto* running = term_on(terms, today);
        return running == nullptr ? base::Result<Term>(base::refuse("roster.no_terms")) : *running;
    }
    for (const auto& term : terms) {
        if (term.number == *asked.term_number) {
            return term;
        }
    }
    return base::refuse("roster.no_term", {{"term", std::to_string(*asked.term_number)}});
}

base::Result<void> is_explained(const RosterExport& asked)
{
    if (!asked.contacts || asked.reason.find_first_not_of(" \t\r\n") != std::string::npos) {
        return {};
    }
    return tl::unexpected(base::Error{base::Trouble::refused, "roster.export.needs_reason", {},
        {{"/reason", "roster.export.needs_reason", {}}}});
}

template <class Enumerator>
std::string told(const RosterWords& words, const char* prefix, Enumerator value)
{
    return words(std::string(prefix) + boost::describe::enum_to_string(value, ""));
}

struct Line {
    const RegisteredPerson* person;
    const Membership* membership;
};

class Exporting {
public:
    Exporting(services::Services& services, db::Tx& tx, const base::Actor& actor,
        const RosterExport& asked, const RosterWords& words)
        : services_(services),
          tx_(tx),
          actor_(actor),
          asked_(asked),
          words_(words),
          today_(day_of(services.clock.now()))
    {
        for (const auto& one : all_organisations(tx)) {
            names_[one.id.text] = one.words.name;
        }
    }

    base::Result<Rows> run(const Term& term)
    {
        const auto people = all_registered_people(tx_);
        const auto memberships = memberships_in(tx_, term.id);
        for (auto& one : state_days_in(tx_, term.id)) {
            since_[one.membership_id.text] = std::move(one.day);
        }
        Rows rows{heads()};
        const auto all = lines(people, memberships);
        for (const auto& line : all) {
            rows.push_back(TRY(row(line, term)));
        }
        mark_invented(rows, all);
        return rows;
    }

private:
    // A column that no import takes.
    void mark_invented(Rows& rows, const std::vector<Line>& all) const
    {
        const auto is_invented = [](const Line& line) { return line.person->invented; };
        if (std::none_of(all.begin(), all.end(), is_invented)) {
            return;
        }
        rows[0].push_back(words_("people.export.note"));
        for (std::size_t i = 0; i < all.size(); ++i) {
            rows[i + 1].push_back(is_invented(all[i]) ? words_("people.export.invented") : "");
        }
    }

    static std::vector<Line> lines(
        const std::vector<RegisteredPerson>& people, const std::vector<Membership>& memberships)
    {
        std::map<std::string, const RegisteredPerson*> by_id;
        for (const auto& person : people) {
            by_id[person.id.text] = &person;
        }
        std::vector<std::pair<std::string, Line>> keyed;
        for (const auto& membership : memberships) {
            const auto* person = by_id.at(membership.person_id.text);
            keyed.push_back({names::stroke_key(person->words.name), {person, &membership}});
        }
        std::stable_sort(keyed.begin(), keyed.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<Line> sorted;
        for (const auto& [key, line] : keyed) {
            sorted.push_back(line);
        }
        return sorted;
    }

    std::vector<std::string> heads() const
    {
        std::vector<std::string> heads;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<RosterField>>(
            [&](auto field) {
                if (asked_.contacts || !contact_of(field.value)) {
                    heads.push_back(words_(std::string("roster.field.") + field.name));
                }
                if (field.value == RosterField::state) {
                    heads.push_back(words_("roster.export.since"));
                }
            });
        return heads;
    }

    std::string name_of(const std::optional<OrganisationId>& id) const
    {
        return id ? names_.at(id->text) : std::string();
    }

    // In the order of RosterField.
    base::Result<std::vector<std::string>> row(const Line& line, const Term& term)
    {
        const auto& words = line.person->words;
        std::vector<std::string> row{words.name,
            words.sex == Sex::unsaid ? std::string() : told(words_, "roster.sex.", words.sex),
            words.ethnic_group.value_or(""), words.birth_month.value_or(""),
            words.party.value_or(""), words.education.value_or(""), words.unit.value_or(""),
            words.job.value_or(""), name_of(line.membership->sector_id),
            name_of(line.membership->group_id), std::to_string(term.number),
            told(words_, "roster.state.", reads_as(line.membership->state, term, today_)),
            since_[line.membership->id.text]};
        for (const auto contact : all_contacts) {
            if (asked_.contacts) {
                row.push_back(TRY(look(line.person->id, contact)));
            }
        }
        return row;
    }

    base::Result<std::string> look(const PersonId& id, Contact contact)
    {
        const auto place = place_of_contact(id, contact);
        if (!sealing::Vault::exists(tx_, place)) {
            return std::string();
        }
        return services_.vault.look(tx_, place, {actor_, asked_.reason});
    }

    services::Services& services_;
    db::Tx& tx_;
    const base::Actor& actor_;
    const RosterExport& asked_;
    const RosterWords& words_;
    std::string today_;
    std::map<std::string, std::string> names_;
    std::map<std::string, std::string> since_; // by membership
};

} // namespace

base::Result<Rows> exported_roster(services::Services& services, const base::Actor& actor,
    const RosterExport& asked, const RosterWords& words)
{
    CHECK(is_explained(asked));
    return services.db.transact([&](db::Tx& tx) -> base::Result<Rows> {
        const auto now = services.clock.now();
        const auto term = TRY(term_asked(tx, asked, day_of(now)));
        auto rows = TRY(Exporting(services, tx, actor, asked, words).run(term));
        record::append(tx, actor, now, services.random,
            {"roster.export", "roster", term.id.text, term.version,
                json::write(ExportTold{term.number,
                    boost::describe::enum_to_string(asked.format, ""), asked.contacts,
                    static_cast<std::int64_t>(rows.size()) - 1, asked.reason})});
        if (asked.contacts) {
            watch_looks(services, tx, actor);
        }
        return rows;
    });
}

std::string_view roster_content_type(RosterFormat format)
{
    return format == RosterFormat::csv
        ? "text/csv; charset=utf-8"
        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

std::string roster_bytes(const Rows& rows, RosterFormat format, const RosterWords& words)
{
    if (format == RosterFormat::xlsx) {
        return documents::workbook_of(words("roster.export.sheet"), rows);
    }
    std::string text(plan::csv_mark);
    for (const auto& row : rows) {
        text += plan::csv_row(row);
    }
    return text;
}

} // namespace xieshang::people
