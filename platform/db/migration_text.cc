// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/migration_text.h"

#include "platform/db/db.h"

#include <algorithm>
#include <cctype>

namespace xieshang::db {

namespace {

struct Word {
    std::string_view name, sqlite, postgres;
};
constexpr auto words = std::to_array<Word>({
    {"int", "INTEGER", "BIGINT"},
    {"real", "REAL", "DOUBLE PRECISION"},
    {"bool", "INTEGER", "BOOLEAN"},
    {"blob", "BLOB", "BYTEA"},
    {"strict", "STRICT", ""},
});

std::string only_for(std::string_view migration, std::string_view engine)
{
    constexpr std::string_view opening = "-- only ";
    constexpr std::string_view closing = "-- end only";
    std::string kept;
    std::string_view only; // the engine of the lines that are being read; empty for both
    while (!migration.empty()) {
        const auto end = std::min(migration.find('\n'), migration.size() - 1) + 1;
        const std::string_view line = migration.substr(0, end);
        migration.remove_prefix(end);
        const std::string_view bare = line.substr(0, line.find_last_not_of(" \r\n") + 1);
        if (bare.starts_with(opening)) {
            const auto name = bare.substr(opening.size());
            if (!only.empty() || (name != "sqlite" && name != "postgres")) {
                throw Failure("not a place or not an engine for: " + std::string(bare));
            }
            only = name;
        } else if (bare == closing) {
            if (only.empty()) {
                throw Failure("-- end only without its beginning");
            }
            only = {};
        } else if (only.empty() || only == engine) {
            kept += line;
        }
    }
    if (!only.empty()) {
        throw Failure("-- only " + std::string(only) + " without its end");
    }
    return kept;
}

std::string with_words(std::string_view text, std::string_view engine)
{
    std::string filled;
    for (auto start = text.find("{{"); start != std::string_view::npos; start = text.find("{{")) {
        const auto end = text.find("}}", start);
        const auto name =
            text.substr(start + 2, end == std::string_view::npos ? end : end - start - 2);
        const auto* word = std::find_if(
            words.begin(), words.end(), [&](const Word& each) { return each.name == name; });
        if (end == std::string_view::npos || word == words.end()) {
            throw Failure(
                "unknown word in a migration: {{" + std::string(name.substr(0, 40)) + "}}");
        }
        filled += text.substr(0, start);
        filled += engine == "sqlite" ? word->sqlite : word->postgres;
        text.remove_prefix(end + 2);
    }
    return filled.append(text);
}

bool is_name_part(char letter)
{
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

// Reads piece by piece: a comment, a quoted text, a word, or one other character.
class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text) {}

    std::vector<std::string> statements()
    {
        while (at_ < text_.size()) {
            const std::size_t start = at_;
            const char first = text_[at_];
            if (starts("--")) {
                at_ = std::min(text_.find('\n', at_), text_.size());
                continue; // comments are not kept
            }
            if (starts("/*")) {
                skip_past("*/", 2);
                continue;
            }
            if (first == '\'' || first == '"') {
                skip_past(
                    std::string(1, first), 1); // a doubled quote is two quoted texts side by side
            } else if (const auto tag = dollar_tag(); !tag.empty()) {
                skip_past(tag, tag.size());
            } else if (is_name_part(first)) {
                while (at_ < text_.size() && is_name_part(text_[at_])) {
                    ++at_;
                }
                note_word(text_.substr(start, at_ - start));
            } else {
                ++at_;
                if (first == ';' && depth_ == 0) {
                    finish();
                    continue;
                }
            }
            statement_ += text_.substr(start, at_ - start);
        }
        finish();
        return std::move(statements_);
    }

private:
    bool starts(std::string_view with) const { return text_.substr(at_).starts_with(with); }

    void skip_past(std::string_view end, std::size_t opening)
    {
        const auto found = text_.find(end, at_ + opening);
        if (found == std::string_view::npos) {
            throw Failure("a migration has " + std::string(end) + " without its end");
        }
        at_ = found + end.size();
    }

    std::string dollar_tag() const // $$ or $name$, not the $1 of a parameter
    {
        std::size_t end = at_ + 1;
        if (text_[at_] != '$'
            || (end < text_.size() && std::isdigit(static_cast<unsigned char>(text_[end])) != 0)) {
            return {};
        }
        while (end < text_.size() && is_name_part(text_[end])) {
            ++end;
        }
        return end < text_.size() && text_[end] == '$'
            ? std::string(text_.substr(at_, end + 1 - at_))
            : std::string();
    }

    // Only the body of a trigger has semicolons inside BEGIN … END, and CASE … END inside that.
    void note_word(std::string_view word)
    {
        std::string upper(word);
        std::transform(upper.begin(), upper.end(), upper.begin(),
            [](unsigned char letter) { return std::toupper(letter); });
        if (word_count_ == 0) {
            is_create_ = upper == "CREATE";
        } else if (is_create_ && word_count_ < 3 && upper == "TRIGGER") { // CREATE [TEMP] TRIGGER
            is_trigger_ = true;
        }
        ++word_count_;
        if (is_trigger_ && (upper == "BEGIN" || (upper == "CASE" && depth_ > 0))) {
            ++depth_;
        } else if (upper == "END" && depth_ > 0) {
            --depth_;
        }
    }

    void finish()
    {
        const auto start = statement_.find_first_not_of(" \t\r\n");
        if (start != std::string::npos) {
            statements_.push_back(
                statement_.substr(start, statement_.find_last_not_of(" \t\r\n") + 1 - start));
        }
        statement_.clear();
        word_count_ = 0;
        depth_ = 0;
        is_create_ = is_trigger_ = false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string statement_;
    std::vector<std::string> statements_;
    int word_count_ = 0;
    int depth_ = 0;
    bool is_create_ = false;
    bool is_trigger_ = false;
};

} // namespace

std::vector<std::string> statements_of(std::string_view migration, std::string_view engine)
{
    return Splitter(with_words(only_for(migration, engine), engine)).statements();
}

} // namespace xieshang::db
