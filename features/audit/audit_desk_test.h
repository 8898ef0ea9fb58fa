// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: the API of the audit and of the register in process, on either database, which tells
// the record as the server's does; an auditor and an office.
#pragma once

#include "features/audit/audit_actions.h"
#include "features/audit/audit_routes.h"
#include "features/members/factor_fixture_test.h"
#include "features/people/people_routes.h"

#include <gmock/gmock.h>

namespace xieshang::audit {

class AuditDesk : public members::WithFactors {
protected:
    void SetUp() override
    {
        WithFactors::SetUp();
        if (!IsSkipped()) {
            auditor_ = {add("auditor", members::Role::auditor).id.text, "王小协",
                members::bit(members::Role::auditor)};
            auditor_.proved_lately = true;
            office_ = {add("office", members::Role::office).id.text, "王小协",
                members::bit(members::Role::office)};
        }
    }
    http::Response ask(
        const base::Actor& by, const std::string& path, const std::string& query = {})
    {
        return send(by, http::Method::get, path, query);
    }
    http::Response send(const base::Actor& by, http::Method method, const std::string& path,
        const std::string& query = {}, const std::string& content = {},
        std::optional<std::int64_t> version = {})
    {
        http::Api api(services(), texts::built_in(),
            [&](const http::Request&) { return std::optional(by); },
            {.tell = [&](const base::Actor& actor, const http::Telling& of) {
                tell_record(services(), actor, of);
            }});
        add_audit_routes(api);
        people::add_people_routes(api);
        http::Request request;
        request.method = method;
        request.path = path;
        request.query = query;
        request.body = content;
        request.headers = {{"Content-Type", "application/json"}, {"Accept-Language", "zh-CN"},
            {"Idempotency-Key", "key-of-a-test-" + std::to_string(++keys_)}};
        if (version) {
            request.headers.push_back({"If-Match", "\"v" + std::to_string(*version) + "\""});
        }
        return api.handle(request);
    }
    std::string acts(const std::string& query = {})
    {
        return ask(auditor_, "/api/audit/acts", query).body;
    }

    base::Actor auditor_;
    base::Actor office_;

private:
    int keys_ = 0;
};

} // namespace xieshang::audit
