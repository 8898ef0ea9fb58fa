// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/audit/act_views_actions.h"

#include "features/members/member_store.h"
#include "features/people/organisation_store.h"
#include "features/people/record_names_actions.h"
#include "features/people/registered_person_store.h"
#include "platform/json/sameness.h"
#include "platform/texts/texts.h"

namespace xieshang::audit {
namespace {

constexpr std::string_view role_text = "members.web.role.";
constexpr std::string_view operation_text = "operation.";
constexpr std::string_view reason_text = "audit.reason.";
constexpr std::string_view contact_text = "people.web.contact.";

bool has_a_name(std::string_view kind)
{
    return kind == "person" || kind == "registered_person" || kind == "contact" || kind == "sign_in"
        || kind == "organisation" || kind == "refused_object" || kind == "alarm";
}

std::string text_in(const std::string& content, std::string_view member)
{
    const auto told = json::Document::parse(content);
    const auto* node = told ? json::member_of(told->root(), member) : nullptr;
    return node != nullptr ? std::string(node->text) : std::string();
}

void add(std::vector<std::string>& codes, std::string_view start, std::string_view name)
{
    if (!name.empty()) {
        codes.push_back(std::string(start) + std::string(name));
    }
}

// Rules of all slices forbid something: those without words of their own in one.
std::string reason_of_rule(const std::string& reason)
{
    auto code = std::string(reason_text) + reason;
    return texts::built_in().has(texts::Language::zh_cn, code) ? code
                                                               : std::string(reason_text) + "rule";
}

// "office, reader" of `role`; where there is none, each of `roles`.
std::vector<std::string> roles_in(const std::string& content)
{
    std::vector<std::string> codes;
    auto listed = text_in(content, "role");
    while (!listed.empty()) {
        const auto end = listed.find(", ");
        add(codes, role_text, listed.substr(0, end));
        listed.erase(0, end == listed.npos ? end : end + 2);
    }
    const auto told = json::Document::parse(content);
    const auto* roles = told ? json::member_of(told->root(), "roles") : nullptr;
    if (codes.empty() && roles != nullptr) {
        for (const auto& role : *roles) {
            add(codes, role_text, role.text);
        }
    }
    return codes;
}

// "registered_person/0190…/telephone" → its parts
struct SealedName {
    std::string id;
    std::string field;
};
std::optional<SealedName> sealed_name(const record::Act& act)
{
    const auto first = act.id.find('/');
    const auto last = act.id.rfind('/');
    if (act.kind != "sealed_value" || first == last) {
        return std::nullopt;
    }
    return SealedName{act.id.substr(first + 1, last - first - 1), act.id.substr(last + 1)};
}

} // namespace

const std::string& ActViews::name_now(const std::string& id)
{
    const auto [known, added] = names_.try_emplace(id);
    if (added && !id.empty()) {
        known->second = found_name(id);
    }
    return known->second;
}

std::string ActViews::found_name(const std::string& id)
{
    if (const auto account = members::person_of(tx_, members::PersonId{id})) {
        return account->name;
    }
    if (auto person = people::name_of_registered(tx_, people::PersonId{id})) {
        return std::move(*person);
    }
    return people::name_of_organisation(tx_, people::OrganisationId{id}).value_or("");
}

const std::map<std::string, ActViews::Renamings>& ActViews::renamings()
{
    if (!renamings_) {
        renamings_.emplace();
        for (const auto& told : record::contents_of(tx_, "person.rename")) {
            (*renamings_)[told.id].emplace_back(told.sequence, text_in(told.content, "name"));
        }
    }
    return *renamings_;
}

std::string ActViews::name_then(const std::string& id, std::int64_t sequence)
{
    const auto& now = name_now(id);
    const auto renamed = renamings().find(id);
    if (now.empty() || renamed == renamings().end()) {
        return now;
    }
    std::string name;
    for (const auto& [at, other] : renamed->second) {
        name = at < sequence ? other : name;
    }
    if (name.empty()) { // before the first change
        name = text_in(record::first_content(tx_, "person", id).value_or(""), "name");
    }
    return name.empty() ? now : name; // where the content was erased
}

std::string ActViews::object_name(const record::Act& act)
{
    if (const auto sealed = sealed_name(act)) {
        return name_now(sealed->id);
    }
    if (has_a_name(act.kind)) {
        return name_now(act.id);
    }
    return people::record_name(tx_, act.kind, act.id).value_or("");
}

std::vector<std::string> ActViews::about(const record::Act& act)
{
    std::vector<std::string> codes;
    if (act.kind == "operation") {
        add(codes, operation_text, act.id);
        if (act.action == "denial.rule") {
            const auto content = record::content_of(tx_, act.sequence).value_or("");
            codes.push_back(reason_of_rule(text_in(content, "reason")));
        }
        return codes;
    }
    if (const auto sealed = sealed_name(act)) {
        add(codes, contact_text, sealed->field);
        return codes;
    }
    const bool has_roles =
        act.action == "person.grant" || act.action == "person.revoke" || act.action == "person.add";
    if (!has_roles && !act.action.starts_with(record::denials)) {
        return codes;
    }
    const auto content = record::content_of(tx_, act.sequence).value_or("");
    if (has_roles) {
        return roles_in(content);
    }
    add(codes, operation_text, text_in(content, "operation"));
    add(codes, reason_text, text_in(content, "reason"));
    return codes;
}

ActView ActViews::of(const record::Act& act)
{
    auto then = name_then(act.actor_id, act.sequence);
    const auto& now = name_now(act.actor_id);
    return {.number = act.sequence,
        .at = act.at,
        .by = act.actor_id,
        .by_name = then,
        .by_name_now = now == then ? std::string() : now,
        .action = act.action,
        .result = result_of(act.action),
        .kind = act.kind,
        .object = act.id,
        .object_name = object_name(act),
        .about = about(act),
        .version = act.version};
}

} // namespace xieshang::audit
