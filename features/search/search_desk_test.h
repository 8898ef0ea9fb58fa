// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: the desk of the plans with questions to the search.
#pragma once

#include "features/plan/plan_desk_test.h"

#include <string>
#include <vector>

namespace xieshang::search {

class SearchDesk : public plan::PlanDesk {
protected:
    Answer search(
        const std::string& query, const std::string& filter = {}, const std::string& as = "reader")
    {
        return send(http::Method::get, "/api/search?size=200&q=" + escaped(query) + filter, as);
    }

    // "topic 满足老年人多元养老需求，提升养老服务水平"
    std::vector<std::string> found(
        const std::string& query, const std::string& filter = {}, const std::string& as = "reader")
    {
        std::vector<std::string> lines;
        const auto answer = search(query, filter, as);
        EXPECT_EQ(answer.status, 200) << answer.text;
        for (const auto& hit : answer.body.at("items").as_array()) {
            lines.push_back(
                std::string(hit.at("kind").as_string()) + " " + joined(hit.at("title")));
        }
        return lines;
    }

    static std::string joined(const boost::json::value& pieces)
    {
        std::string text;
        for (const auto& piece : pieces.as_array()) {
            text += piece.at("text").as_string();
        }
        return text;
    }

    static std::string escaped(const std::string& text)
    {
        static constexpr std::string_view digits = "0123456789ABCDEF";
        std::string out;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            (out += '%') += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
        return out;
    }

    std::string topic_of(const Answer& plan, std::size_t at)
    {
        return std::string(plan.body.at("topics").as_array().at(at).at("id").as_string());
    }
};

} // namespace xieshang::search
