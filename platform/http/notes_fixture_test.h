// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A small slice for this folder's tests: notes that people with the office role write and readers
// read. Who asks stands in the header X-Who: "office", "reader" or nothing.
#pragma once

#include "platform/http/api.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <atomic>
#include <fstream>
#include <sstream>

namespace xieshang::http::notes {

using NoteId = base::Id<struct NoteTag>;

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct NoteView {
    NoteId id;
    std::string title;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(NoteView, (), (id, title, version))

struct NewNote {
    std::string title;
    std::optional<Colour> colour;
};
BOOST_DESCRIBE_STRUCT(NewNote, (), (title, colour))

struct NoteFilter {
    std::optional<std::string> title;
    std::optional<bool> open;
    std::optional<std::int64_t> year;
    std::optional<Colour> colour;
};
BOOST_DESCRIBE_STRUCT(NoteFilter, (), (title, open, year, colour))

} // namespace xieshang::http::notes

template <>
inline constexpr auto xieshang::json::rules<xieshang::http::notes::NewNote> =
    std::to_array<xieshang::json::Rule>({{.member = "title", .least = 1, .most = 20}});

namespace xieshang::http::notes {

inline constexpr Policy office = base::Who{.free = 1, .names = {"office"}, .count = 1};
inline constexpr Policy readers = base::Who{.free = 3, .names = {"office", "reader"}, .count = 2};
inline const std::string first_id = "0189d2a0-0000-7000-8000-000000000001";

inline std::string source(const std::string& path)
{
    std::ifstream file(std::string(XIESHANG_SOURCE_DIR) + "/" + path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The API with its notes on a database, and a way to ask it.
class House {
public:
    explicit House(db::Database& database);

    struct Asked {
        Method method = Method::get;
        std::string path;
        std::string who = "office";
        std::string body{};
        std::vector<Header> headers{};
        std::string query{};
    };
    Request request(const Asked& asked) const;
    Response ask(const Asked& asked) const { return api->handle(request(asked)); }
    Response get(std::string path, std::string who = "office") const
    {
        return ask({.path = std::move(path), .who = std::move(who)});
    }
    Response post(
        const std::string& body, const std::string& key, std::vector<Header> more = {}) const;
    std::int64_t notes() const; // rows

    db::Database& database;
    tests::FakeClock clock;
    base::SystemRandom random;
    tests::TemporaryFolder folder;
    files::FileStore files;
    texts::Catalog catalog;
    std::atomic<int> saves = 0;                // how often the handler ran
    std::atomic<int> readings = 0;             // the slow work of uploads
    mutable std::vector<std::string> failures; // what the log got
    std::unique_ptr<Api> api;

private:
    void add_routes();
    void add_failing_routes();
    base::Result<NoteView> save(Call& call, const std::string& title);
};

} // namespace xieshang::http::notes
