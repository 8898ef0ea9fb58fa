// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A whole house in process, wired as the server's, with everybody of visitors.h and one of each
// thing that an operation may be asked about.
#pragma once

#include "app/house.h"
#include "app/wiring.h"
#include "tests/policies/undone_database.h"
#include "tests/policies/visitors.h"
#include "tests/policies/ways_in.h"
#include "tests/support/temporary_folder.h"

#include <boost/json.hpp>

namespace xieshang::policies {

inline constexpr std::string_view no_id = "00000000-0000-4000-8000-000000000000";

struct Ask {
    std::string path{};
    std::string query{};
    std::string body{};
    std::int64_t version = 0; // for If-Match; 0: none, -1: of what is not there yet
    std::string content_type = "application/json";
    std::string cookie{}; // beside that of the session
    bool bare = false;    // without key, version and content type: refused by what comes after the
                          // policy
};

struct Things {
    std::string plan;     // of version 1, with topics
    std::string document; // of the plan
    std::string import;   // a document without a plan
    std::string discarded_import;
    std::string topic;
    std::string issued_plan;
    std::string issued_topic;   // of it
    std::string amendment;      // of it, version 1
    std::string roster;         // an import that nobody has looked at
    std::string roster_options; // as they are proposed
    std::string correction;     // of the import, as it is read
    std::string account;        // of login "zhang-san", without roles
    std::string session;        // of "office, none", as the API names it
    std::string passkey;        // of "office, none"
    // Of the register, version 1 each.
    std::string term;
    std::string sector;             // of all visitors
    std::string person;             // of no visitor, with words, contacts, a post and a membership
    std::string newcomer;           // a person who is no member
    std::string colleague;          // an active member of the visitors' sector
    std::string colleagueship;      // the membership
    std::string predecessor;        // a member of an earlier term alone
    std::string predecessorship;    // the membership
    std::string membership;         // of the person: invited
    std::string organisation;       // with the post
    std::string empty_organisation; // a sector: nobody is of it
    std::string post;
    std::string tenure;        // of the person
    std::string act;           // on behalf of the person
    std::string scanned_act;   // of a body, with the scan of its paper; told to nobody
    std::string chosen_roster; // an import whose columns were confirmed: of version 2
    std::string call;          // open to everybody, with a form of the public
    std::string draft_call;
    std::string form;             // its code
    std::string suggestion;       // from paper: of no visitor, waits to be screened
    std::string other_suggestion; // likewise
    std::string screened;         // likewise, but screened
    std::string closed_call;
    std::map<std::string, std::string> answered; // suggestions, by what became of them
    std::string public_suggestion;               // with a contact
    std::string answer_code;                     // of it
    std::string merge;                           // of the two that wait: nobody has answered
    std::string round;                           // takes marks, also on `screened`
    std::string proposed_round;                  // of version 3
    std::string listed;                          // on the list of it
    std::string decided_round;
    std::string round_day;          // on which they were proposed
    std::string opinion_request;    // open; no visitor is asked
    std::string opinion_recipient;  // of it
    std::string draft_opinion;      // in it, from paper
    std::string closed_opinion;     // of another that is closed: waits for an answer
    std::string prepared_round;     // of scoring, version 1 each
    std::string own_prepared_round; // names every visitor a reviewer
    std::string own_open_round;
    std::string own_closed_round;
    std::string open_round; // names none of them
    std::string closed_round;
    std::shared_ptr<const WaysIn> ways; // into accounts
};

std::string id_in(const boost::json::value& answer); // of what was made

class VisitedHouse {
public:
    // In SQLite, or in the empty PostgreSQL database of that address.
    explicit VisitedHouse(const std::string& database = {});

    http::Api& api() { return *api_; }
    const std::vector<Visitor>& visitors() const { return visitors_; }
    const Things& things() const { return things_; }
    http::EventHub& events() { return events_; }
    db::Database& real_database() { return *house_->database; }

    // Nothing of what it does stays.
    http::Response ask(const Visitor& visitor, http::Method method, const Ask& asked);
    struct Heard {
        int status{};
        std::int64_t events{}; // that the record was told of, denials left out
        std::int64_t hidden{}; // of objects that were kept from him (denial.object)
    };
    Heard ask_and_listen(const Visitor& visitor, http::Method method, const Ask& asked);
    http::Response ask_for_good(const Visitor& visitor, http::Method method, const Ask& asked);

private:
    http::Request request_of(const Visitor& visitor, http::Method method, const Ask& asked);
    boost::json::value made(const Visitor& by, http::Method method, const Ask& asked);
    void make_things();
    void make_passkey();
    void make_documents();
    void make_amendments();
    void make_register();
    void make_others_of_the_register();
    void make_acts();
    void make_settings();
    void make_calls();
    void make_rounds();
    void make_opinions();
    void make_scoring();
    void make_own_suggestions();
    void make_answered_suggestions();
    void keep_contacts(const std::string& person);

    tests::TemporaryFolder folder_;
    std::unique_ptr<app::House> house_;
    UndoneDatabase database_;
    services::Services services_;
    http::EventHub events_;
    std::unique_ptr<http::Api> api_;
    std::vector<Visitor> visitors_;
    Things things_;
    int keys_ = 0;
};

} // namespace xieshang::policies
