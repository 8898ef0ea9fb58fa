// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/notes_fixture_test.h"

namespace xieshang::http::notes {
namespace {

constexpr std::string_view notes_sql = "CREATE TABLE note (id TEXT PRIMARY KEY, title TEXT NOT "
                                       "NULL, version {{int}} NOT NULL) {{strict}};";

base::Result<NoteView> find_note(Call& call, const NoteId& id)
{
    const auto note = call.services().db.read([&](db::Tx& tx) {
        return tx.one<NoteView>("SELECT id, title, version FROM note WHERE id = $1", id.text);
    });
    if (!note) {
        return base::trouble(base::Trouble::not_found, "request.not_found");
    }
    return *note;
}

base::Result<NoteView> edit_note(Call& call, const NoteId& id, const NewNote& body)
{
    auto note = TRY(find_note(call, id));
    if (note.version != call.version_seen()) {
        base::Error stale{
            base::Trouble::stale, "request.version_bad", {}, {{"/title", "field.unknown", {}}}};
        return tl::unexpected(stale);
    }
    note.title = body.title;
    ++note.version;
    call.services().db.transact([&](db::Tx& tx) -> base::Result<int> {
        tx.execute("UPDATE note SET title = $1, version = $2 WHERE id = $3", note.title,
            note.version, id.text);
        return 0;
    });
    return note;
}

base::Result<Page<NoteView>> list_notes(Call& call, const Query<NoteFilter>& asked)
{
    const auto after = TRY((asked.page.after_values<std::string>()));
    const std::string from = after ? std::get<0>(*after) : "";
    auto rows = call.services().db.read([&](db::Tx& tx) {
        return tx.all<NoteView>(
            "SELECT id, title, version FROM note WHERE id > $1 ORDER BY id LIMIT $2", from,
            asked.page.size + 1);
    });
    return page_of(
        std::move(rows), asked.page, [](const NoteView& note) { return std::tuple(note.id.text); });
}

bool is_office(const Call& call) { return (call.actor().roles & 1U) != 0; }

base::Result<Download> note_file(Call&, const NoteId&)
{
    return Download{
        .text = "hello", .file_name = "计划 1.txt", .content_type = "text/plain; charset=utf-8"};
}

} // namespace

House::House(db::Database& given) : database(given), files(folder / "files")
{
    db::migrate(database,
        std::vector<db::Migration>{
            {2, "0002_idempotency", source("platform/http/0002_idempotency.sql")},
            {9001, "9001_notes", std::string(notes_sql)}},
        0);
    catalog.add(texts::Language::zh_cn, source("platform/http/http_texts.zh-CN.json"));
    catalog.add(texts::Language::en, source("platform/http/http_texts.en.json"));
    const auto who = [](const Request& request) -> std::optional<base::Actor> {
        const std::string_view name = request.header("X-Who");
        return name.empty() ? std::nullopt
                            : std::optional(base::Actor{"id-" + std::string(name),
                                std::string(name), name == "office" ? 1U : 2U});
    };
    api = std::make_unique<Api>(services::Services{database, clock, random, files}, catalog, who,
        ApiOptions{.failed = [this](const Request&, const std::exception& failure) {
            failures.emplace_back(failure.what());
        }});
    add_routes();
}

base::Result<NoteView> House::save(Call& call, const std::string& title)
{
    const NoteView note{{base::uuid_v4(random)}, title, 1};
    return call.services().db.transact([&](db::Tx& tx) -> base::Result<NoteView> {
        tx.execute("INSERT INTO note (id, title, version) VALUES ($1, $2, $3)", note.id.text,
            note.title, note.version);
        if (title == "refuse me") {
            return base::refuse("request.forbidden");
        }
        ++saves;
        return note;
    });
}

void House::add_routes()
{
    api->get(
        "/api/notes/{id}", find_note, {.name = "findNote", .summary = "A note", .policy = readers});
    api->get(
        "/api/notes", list_notes, {.name = "listNotes", .summary = "Notes", .policy = readers});
    api->get("/api/shelf/{id}",
        [this](Call& call, const NoteId& id) {
            ++readings;
            auto note = find_note(call, id);
            if (note && !is_office(call)) {
                note->title += " (to read)";
            }
            if (note && note->title == "of-one-person") {
                call.not_remembered();
            }
            return note;
        },
        {.name = "findOnShelf", .summary = "A note", .policy = readers, .remembered = true});
    api->get("/api/notes/{id}/file", note_file,
        {.name = "noteFile", .summary = "As a file", .policy = anyone});
    api->post("/api/notes",
        [this](Call& call, const NewNote& body) -> base::Result<NoteView> {
            call.set_header("Location", "/api/notes/1");
            call.set_header("Set-Cookie", "secret=1");
            return save(call, body.title);
        },
        {.name = "saveNote", .summary = "Save a note", .policy = office, .status = 201});
    api->patch("/api/notes/{id}", edit_note,
        {.name = "editNote", .summary = "Edit a note", .policy = office, .versioned = true});
    api->post("/api/files",
        [this](Call& call, const Upload& file) -> base::Result<NoteView> {
            ++readings;
            return call.settle([&](services::Services&) { return save(call, file.file_name); });
        },
        {.name = "upload",
            .summary = "Upload",
            .policy = office,
            .settles = Settles::in_handler,
            .body_limit = 2U << 20U});
    api->del("/api/session",
        [](Call& call) -> base::Result<void> {
            call.set_cookie({.name = "xieshang_session", .value = "", .max_age_s = 0});
            return {};
        },
        {.name = "signOut",
            .summary = "Sign out",
            .policy = anyone,
            .settles = Settles::by_itself});
    add_failing_routes();
}

void House::add_failing_routes()
{
    const auto fails = [this](std::string_view path, std::string_view name, auto failure) {
        api->get(path, [failure](Call&) -> base::Result<NoteView> { throw failure; },
            {.name = name, .summary = "Fails", .policy = anyone});
    };
    fails("/api/boom", "boom", std::runtime_error("canary: password=swordfish"));
    fails("/api/full", "full", db::DiskFull("canary disk"));
    fails("/api/gone", "gone", db::Unavailable("canary gone"));
    fails("/api/unknown", "unknown", db::OutcomeUnknown("canary unknown"));
    api->raw("/healthz", [](const Request&) { return json_response(200, "\"ok\""); },
        {.name = "health", .summary = "Alive", .policy = anyone});
}

Request House::request(const Asked& asked) const
{
    Request request;
    request.method = asked.method;
    request.path = asked.path;
    request.query = asked.query;
    request.body = asked.body;
    request.request_id = "4b1c2d3e-0000-7000-8000-00000000beef";
    request.headers = asked.headers;
    request.headers.push_back({"Host", "zx.example"});
    if (!asked.who.empty()) {
        request.headers.push_back({"X-Who", asked.who});
    }
    const bool typed = !request.header("Content-Type").empty();
    if (!asked.body.empty() && !typed) {
        request.headers.push_back({"Content-Type", "application/json"});
    }
    return request;
}

Response House::post(
    const std::string& body, const std::string& key, std::vector<Header> more) const
{
    more.push_back({"Idempotency-Key", key});
    return ask(
        {.method = Method::post, .path = "/api/notes", .body = body, .headers = std::move(more)});
}

std::int64_t House::notes() const
{
    return database.read(
        [](db::Tx& tx) { return *tx.one<std::int64_t>("SELECT count(*) AS n FROM note"); });
}

} // namespace xieshang::http::notes
