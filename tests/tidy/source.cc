// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/source.h"

#include "tests/tidy/tree.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace xieshang::tidy {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) { source_.code = text; }

    Source read()
    {
        while (at_ < text_.size()) {
            const auto rest = text_.substr(at_);
            if (rest.starts_with("//")) {
                blank(std::min(rest.find('\n'), rest.size()));
            } else if (rest.starts_with("/*")) {
                blank(end_after(rest, "*/", 2));
            } else if (rest.starts_with("R\"") && !(at_ > 0 && is_word(text_[at_ - 1]))) {
                raw_literal(rest);
            } else if (rest[0] == '"' || (rest[0] == '\'' && !is_digit_separator())) {
                literal(rest);
            } else {
                ++at_;
            }
        }
        return std::move(source_);
    }

private:
    static std::size_t end_after(std::string_view rest, std::string_view mark, std::size_t from)
    {
        const auto found = rest.find(mark, from);
        return found == rest.npos ? rest.size() : found + mark.size();
    }

    bool is_digit_separator() const
    {
        return at_ > 0 && at_ + 1 < text_.size()
            && std::isxdigit(static_cast<unsigned char>(text_[at_ - 1])) != 0
            && std::isxdigit(static_cast<unsigned char>(text_[at_ + 1])) != 0
            && !(at_ + 2 < text_.size() && text_[at_ + 2] == '\'');
    }

    void blank(std::size_t count)
    {
        for (const auto end = at_ + count; at_ < end; ++at_) {
            if (source_.code[at_] != '\n') {
                source_.code[at_] = ' ';
            }
        }
    }

    void raw_literal(std::string_view rest)
    {
        const auto open = std::min(rest.find('('), rest.size() - 1);
        const auto close = ")" + std::string(rest.substr(2, open - 2)) + "\"";
        const auto end = end_after(rest, close, open);
        const auto inside = end > open + 1 + close.size() ? end - open - 1 - close.size() : 0;
        source_.literals.push_back({at_, std::string(rest.substr(open + 1, inside))});
        blank(end);
    }

    void literal(std::string_view rest)
    {
        std::size_t end = 1;
        while (end < rest.size() && rest[end] != rest[0] && rest[end] != '\n') {
            end += rest[end] == '\\' ? 2U : 1U;
        }
        end = std::min(end + 1, rest.size());
        if (rest[0] == '"') {
            source_.literals.push_back({at_, std::string(rest.substr(1, end - 2))});
        }
        blank(end);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Source source_;
};

// Directives, with the lines they continue on, would confuse whoever counts braces.
void blank_directives(std::string& code)
{
    bool inside = false;
    for (std::size_t at = 0; at < code.size();) {
        const auto end = std::min(code.find('\n', at), code.size());
        const auto line = trimmed(std::string_view(code).substr(at, end - at));
        inside = inside || line.starts_with('#');
        const bool goes_on = line.ends_with('\\');
        if (inside) {
            std::fill(code.begin() + static_cast<std::ptrdiff_t>(at),
                code.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        }
        inside = inside && goes_on;
        at = end + 1;
    }
}

std::size_t after_pair(std::string_view text, char open, char close)
{
    int depth = 0;
    for (std::size_t at = text.find(open); at < text.size(); ++at) {
        depth += text[at] == open ? 1 : text[at] == close ? -1 : 0;
        if (depth == 0) {
            return at + 1;
        }
    }
    return text.size();
}

// Without what says nothing about the rest: template <…>, and a macro's call that needs no
// semicolon.
std::string_view without_prefixes(std::string_view head)
{
    while (true) {
        head = trimmed(head);
        const auto word = std::min(head.find_first_of(" <(\n"), head.size());
        const bool macro = word < head.size() && head[word] == '('
            && std::all_of(
                head.begin(), head.begin() + static_cast<std::ptrdiff_t>(word), [](char c) {
                    return c == '_' || std::isupper(static_cast<unsigned char>(c)) != 0;
                });
        std::size_t end = head.size();
        if (head.substr(0, word) == "template") {
            end = after_pair(head, '<', '>');
        } else if (macro) {
            end = after_pair(head, '(', ')');
        }
        if (trimmed(head.substr(end)).empty()) {
            return head; // such as TEST(…), whose body follows
        }
        head.remove_prefix(end);
    }
}

bool opens_a_function(std::string_view head)
{
    static const std::set<std::string_view> others{
        "namespace", "class", "struct", "enum", "union", "extern"};
    const auto words = words_of(without_prefixes(head), " \t\n(<:{");
    return head.find(')') != head.npos && !words.empty() && !others.contains(words[0]);
}

} // namespace

Source source_of(std::string_view text) { return Reader(text).read(); }

std::vector<Include> includes_of(std::string_view text)
{
    std::vector<Include> found;
    std::size_t number = 0;
    for (auto line : lines_of(text)) {
        ++number;
        line = trimmed(line);
        if (!line.starts_with("#include")) {
            continue;
        }
        const auto open = line.find_first_of("<\"");
        const auto close = open == line.npos ? open : line.find_first_of(">\"", open + 1);
        if (close != line.npos) {
            const auto path = line.substr(open + 1, close - open - 1);
            found.push_back({number, std::string(path), line[open] == '<'});
        }
    }
    return found;
}

std::vector<Function> functions_of(std::string_view text)
{
    auto code = source_of(text).code;
    blank_directives(code);
    std::vector<Function> found;
    std::size_t head = 0; // where the statement began that a brace may end
    int parentheses = 0;
    int body = 0; // how deep inside a function
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (body > 0) {
            body += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (body == 0) {
                found.back().lines = line_at(code, at) - found.back().line + 1;
                head = at + 1;
            }
        } else if (c == '{' && parentheses == 0) {
            const auto statement = std::string_view(code).substr(head, at - head);
            if (opens_a_function(statement)) {
                const auto name = without_prefixes(statement).data() - code.data();
                found.push_back({line_at(code, static_cast<std::size_t>(name)), 0});
                body = 1;
            }
            head = at + 1;
        } else if (parentheses == 0 && (c == ';' || c == '}')) {
            head = at + 1;
        }
    }
    return found;
}

} // namespace xieshang::tidy
