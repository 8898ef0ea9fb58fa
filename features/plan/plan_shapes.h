// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of plans and plan documents, and the limits of what it takes. Pure.
#pragma once

#include "features/behalf/behalf_paper.h"
#include "features/plan/document.h"
#include "features/plan/plan.h"
#include "features/plan/plan_due.h"
#include "features/plan/reading_answer.h"
#include "features/plan/review.h"
#include "features/topics/topic_shapes.h"
#include "platform/json/rules.h"

#include <array>

namespace xieshang::plan {

// A plan that a person enters by hand.
struct NewPlan {
    std::string title;
    std::string committee;
    std::optional<std::int64_t> year;
    std::vector<topics::TopicWords> topics;
    std::optional<bool> collecting{}; // topics are asked for first
};
BOOST_DESCRIBE_STRUCT(NewPlan, (), (title, committee, year, topics, collecting))

struct PlanYears {
    std::vector<std::int64_t> years; // that a plan has, the latest first
};
BOOST_DESCRIBE_STRUCT(PlanYears, (), (years))

struct StepRequest {
    PlanAction action{};
    std::string reason;
    std::optional<behalf::BehalfPaper> behalf{}; // where the office records what a body did
    std::optional<ReviewWords> review{};         // of a step of a review
    std::optional<members::Role> reviewer{};     // as whom, where it could be more than one
    std::optional<std::string> issued_on{};      // of the issue; none: today
    // Of the register: who of the body agreed, where the office records it and persons are counted.
    std::optional<members::PersonId> person_id{};
};
BOOST_DESCRIBE_STRUCT(
    StepRequest, (), (action, reason, behalf, review, reviewer, issued_on, person_id))

struct OfferView {
    PlanAction action{};
    std::optional<std::string> refusal;    // why this person may not take it now, in their language
    std::optional<members::Role> behalf{}; // the body for which the office would record it
    std::optional<members::Role> reviewer{}; // whose step of a review it is
    bool names_person{}; // on behalf: which person of the body agreed is to be said
};
BOOST_DESCRIBE_STRUCT(OfferView, (), (action, refusal, behalf, reviewer, names_person))

struct DocumentLine {
    DocumentId id;
    std::string file_name;
    std::int64_t size{};
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(DocumentLine, (), (id, file_name, size, sha256))

struct UnansweredSuggestion {
    std::string id;
    std::string title;
    topics::TopicState state{};
};
BOOST_DESCRIBE_STRUCT(UnansweredSuggestion, (), (id, title, state))

struct PlanView {
    PlanId id;
    std::string title;
    std::string committee;
    std::optional<std::int64_t> year;
    PlanState state{};
    bool draft{};
    std::int64_t version{};
    base::Instant created_at;
    std::string created_by_name;
    base::Instant updated_at;
    bool can_edit{};
    std::optional<DocumentLine> document;
    std::vector<Section> sections;
    std::vector<topics::TopicLine> topics;
    std::vector<OfferView> actions;
    std::vector<Ignored> ignored;    // words of the document that stand nowhere in the plan
    std::vector<OwnWords> own_words; // words of the plan, as it was saved, that are a person's
    std::vector<topics::TopicLine> dropped{}; // topics that were taken off the short list
    // While it is in force: those over which the year is not closed.
    std::vector<topics::TopicLine> open_topics{};
    // For the office, before it issues the plan or closes the year: of its year, without an answer.
    std::vector<UnansweredSuggestion> unanswered{};
    std::optional<std::string> issued_on{}; // once it was
    std::optional<PlanDue> due{};           // until it is decided
};
BOOST_DESCRIBE_STRUCT(PlanView, (),
    (id, title, committee, year, state, draft, version, created_at, created_by_name, updated_at,
        can_edit, document, sections, topics, actions, ignored, own_words, dropped, open_topics,
        unanswered, issued_on, due))

// For whom a step was recorded.
struct BehalfView {
    members::Role body{};
    std::string name;                       // of the organisation; empty: the body's word says it
    std::optional<std::string> paper_day{}; // of the paper
    std::optional<behalf::ActId> act_id{};  // for the office alone
};
BOOST_DESCRIBE_STRUCT(BehalfView, (), (body, name, paper_day, act_id))

// What a step of a review decided, as whom and in which meeting.
struct ReviewView {
    PlanState stage{};
    members::Role reviewer{};
    Verdict verdict{};
    std::int64_t round{};
    std::string meeting;
    std::string meeting_day;
    std::string decided_on;
    std::string papers;
    std::optional<std::string> for_name{}; // of the person for whom the office recorded it
};
BOOST_DESCRIBE_STRUCT(ReviewView, (),
    (stage, reviewer, verdict, round, meeting, meeting_day, decided_on, papers, for_name))

// As the record tells it.
struct ReviewTold : ReviewView {
    std::optional<std::string> for_id{};
};
BOOST_DESCRIBE_STRUCT(ReviewTold, (ReviewView), (for_id))

struct StepView {
    base::Instant at;
    std::string by_name;
    PlanAction action{};
    PlanState from{};
    PlanState to{};
    std::string reason;
    std::int64_t version{};
    std::optional<BehalfView> behalf{};
    std::optional<ReviewView> review{};
};
BOOST_DESCRIBE_STRUCT(
    StepView, (), (at, by_name, action, from, to, reason, version, behalf, review))

struct History {
    std::vector<StepView> items;
};
BOOST_DESCRIBE_STRUCT(History, (), (items))

// Where the characters of a line went, most of them or a part of them.
enum class LinePlace : std::uint8_t {
    blank,
    title,
    section,
    topic,
    topic_field,
    unplaced,
};
BOOST_DESCRIBE_ENUM(LinePlace, blank, title, section, topic, topic_field, unplaced)

struct LineView {
    std::int64_t line{};
    std::string text;
    LinePlace place{};
    std::int64_t target{}; // index of the section or topic, -1: none
    std::vector<ReadPiece> pieces;
    std::string sheet; // of a workbook, else empty
};
BOOST_DESCRIBE_STRUCT(LineView, (), (line, text, place, target, pieces, sheet))

struct DocumentOfferView {
    DocumentAction action{};
    std::optional<std::string> refusal; // why this person may not take it now, in their language
};
BOOST_DESCRIBE_STRUCT(DocumentOfferView, (), (action, refusal))

struct DocumentView {
    DocumentId id;
    std::string file_name;
    std::int64_t size{};
    std::string sha256;
    std::string encoding;
    base::Instant uploaded_at;
    std::string uploaded_by_name;
    std::int64_t version{};
    std::vector<LineView> lines;
    ReadingAnswer reading;
    // Where topics, warnings and unplaced texts of the reading stand, one each in their order:
    // indexes into lines, -1 for none. Numbers of lines begin anew in each sheet of a workbook.
    std::vector<std::int64_t> topic_lines;
    std::vector<std::int64_t> warning_lines;
    std::vector<std::int64_t> unplaced_lines;
    DocumentState state{};
    std::vector<DocumentOfferView> actions; // none where a plan was made of it
};
BOOST_DESCRIBE_STRUCT(DocumentView, (),
    (id, file_name, size, sha256, encoding, uploaded_at, uploaded_by_name, version, lines, reading,
        topic_lines, warning_lines, unplaced_lines, state, actions))

// Although the same file is in the house already: on purpose.
struct AgainChoice {
    std::optional<bool> again;
};
BOOST_DESCRIBE_STRUCT(AgainChoice, (), (again))

DocumentView view_of(const Document& document, Reading reading, const Wording& wording);
PlanView view_of(Plan plan, std::optional<Document> document, std::vector<Section> sections,
    std::vector<topics::Topic> topics, std::vector<OfferView> actions);
StepView view_of(const PlanStep& step);
ReviewView view_of(const Review& review);
ReviewTold review_told(const Review& review);

} // namespace xieshang::plan

namespace xieshang::json {

template <>
inline constexpr auto rules<plan::NewPlan> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 200},
    {.member = "committee", .least = 1, .most = 100},
    {.member = "year", .least = 1949, .most = 2999},
    {.member = "topics", .least = 0, .most = 1000},
});

template <>
inline constexpr auto rules<plan::Section> = std::to_array<Rule>({
    {.member = "heading", .least = 0, .most = 500},
    {.member = "text", .least = 0, .most = 100'000},
});

template <>
inline constexpr auto rules<plan::PlanEdit> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 200},
    {.member = "committee", .least = 1, .most = 100},
    {.member = "year", .least = 1949, .most = 2999},
    {.member = "sections", .least = 0, .most = 300},
});

template <>
inline constexpr auto rules<plan::ReviewWords> = std::to_array<Rule>({
    {.member = "meeting", .least = 0, .most = 200, .description = "Empty: no meeting was held"},
    {.member = "meeting_day", .least = 0, .most = 10, .description = "2022-01-18"},
    {.member = "decided_on", .least = 0, .most = 10, .description = "Empty: today"},
    {.member = "papers", .least = 0, .most = 2000, .blank_allowed = true},
});

template <>
inline constexpr auto rules<plan::StepRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
    {.member = "issued_on", .least = 0, .most = 10, .description = "2022-03-14; empty: today"},
});

} // namespace xieshang::json
