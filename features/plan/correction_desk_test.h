// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: a small document whose correction is kept and finished over the API.
#pragma once

#include "features/plan/plan_desk_test.h"

namespace xieshang::plan {

class CorrectionDesk : public PlanDesk {
protected:
    void SetUp() override
    {
        PlanDesk::SetUp();
        if (!IsSkipped()) {
            document_ = "/api/plan-documents/"
                + upload("河东区政协2023年协商工作计划\n一、重点议题\n（一）主席会议协商议题\n"
                         "1. 甲题\n2. 乙题\n")
                      .id();
        }
    }

    std::string place(const std::string& rest = "/correction") const { return document_ + rest; }
    boost::json::object correction()
    {
        return send(http::Method::get, place(), "office").body.at("correction").as_object();
    }
    Answer keep(const boost::json::object& correction, std::int64_t version,
        const std::string& as = "office")
    {
        return send(http::Method::put, place(), as, boost::json::serialize(correction), version);
    }
    // Line 5 (2. 乙题) is taken out of its topic.
    boost::json::object unfinished()
    {
        auto all = correction();
        all.at("topics").as_array().pop_back();
        all.at("lines").as_array().at(4) =
            boost::json::parse(R"({"runs":[{"place":"unplaced","target":-1,"length":5}]})");
        return all;
    }

    // Line 5 is ignored, and its topic is none.
    static boost::json::object with_line_5_ignored(boost::json::object all)
    {
        all.at("topics").as_array().resize(1);
        all.at("reasons") = boost::json::array{"与本计划无关"};
        all.at("lines").as_array().at(4) =
            boost::json::parse(R"({"runs":[{"place":"ignored","target":0,"length":5}]})");
        return all;
    }
    static boost::json::object retitled(boost::json::object all, const std::string& title)
    {
        all.at("topics").as_array().at(0).as_object()["title"] = title;
        return all;
    }
    // Writing a correction's row fails from now on.
    void break_writing()
    {
        db().write([&](db::Tx& tx) {
            if (db().engine() == "sqlite") {
                tx.execute("CREATE TRIGGER broken BEFORE UPDATE ON plan_correction "
                           "BEGIN SELECT RAISE(ABORT, 'broken'); END");
            } else {
                tx.execute("CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS "
                           "'BEGIN RAISE EXCEPTION ''broken''; END'");
                tx.execute("CREATE TRIGGER broken BEFORE UPDATE ON plan_correction "
                           "FOR EACH ROW EXECUTE FUNCTION break()");
            }
            return true;
        });
    }

private:
    std::string document_;
};

} // namespace xieshang::plan
