// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Any bytes as a described struct with rules: what is accepted reads back equal from what write()
// makes of it; what is refused names its fields.
#include "platform/json/json.h"
#include "platform/json/text_rules.h"
#include "tests/support/fuzzing.h"

namespace xieshang::json {
namespace {

enum class Kind { plenary, sector };
BOOST_DESCRIBE_ENUM(Kind, plenary, sector)

struct Person {
    std::string name;
    std::optional<std::string> phone;
    bool operator==(const Person&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (), (name, phone))

struct Draft {
    std::string title;
    std::int64_t year{};
    int count{};
    double weight{};
    bool open{};
    Kind kind{};
    std::optional<std::string> note;
    std::vector<Person> people;
    std::vector<std::string> marks;
    base::Id<struct DraftTag> id;
    base::Instant made_at;
    std::map<std::string, std::int64_t> counts;
    bool operator==(const Draft&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    Draft, (), (title, year, count, weight, open, kind, note, people, marks, id, made_at, counts))

} // namespace

template <>
inline constexpr auto rules<Draft> = std::to_array<Rule>({
    {.member = "title", .least = 2, .most = 40},
    {.member = "year", .least = 1949, .most = 2999},
    {.member = "weight", .least = -1'000'000, .most = 1'000'000},
    {.member = "note", .most = 10},
    {.member = "people", .least = 1, .most = 3},
    {.member = "marks", .most = 3, .item_most = 2},
});

namespace {

void expect_limits(const Draft& draft)
{
    fuzz::expect(code_points(draft.title) >= 2 && code_points(draft.title) <= 40);
    fuzz::expect(!is_blank(draft.title) && !has_hidden_characters(draft.title));
    fuzz::expect(draft.year >= 1949 && draft.year <= 2999);
    fuzz::expect(draft.weight >= -1'000'000 && draft.weight <= 1'000'000);
    fuzz::expect(!draft.people.empty() && draft.people.size() <= 3 && draft.marks.size() <= 3);
    for (const auto& mark : draft.marks) {
        fuzz::expect(code_points(mark) <= 2);
    }
}

void expect_reason(const base::Error& error)
{
    fuzz::expect(error.code.starts_with("request."));
    fuzz::expect((error.code == "request.invalid") == !error.fields.empty());
    for (const auto& field : error.fields) {
        fuzz::expect(field.code.starts_with("field."));
        fuzz::expect(field.pointer.empty() || field.pointer.starts_with('/'));
    }
}

void read_and_write(std::string_view text)
{
    const auto draft = read<Draft>(text);
    if (!draft) {
        return expect_reason(draft.error());
    }
    expect_limits(*draft);
    const auto written = write(*draft);
    const auto again = read<Draft>(written);
    fuzz::expect(again && *again == *draft && write(*again) == written);
    const auto trusted = read_own<Draft>(text);
    fuzz::expect(trusted && *trusted == *draft);
}

} // namespace
} // namespace xieshang::json

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    xieshang::json::read_and_write(xieshang::fuzz::text_of(data, size));
    return 0;
}
