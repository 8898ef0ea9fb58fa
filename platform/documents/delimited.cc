// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/delimited.h"

#include "platform/documents/table_rows.h"
#include "platform/documents/text_lines.h"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <unicode/ucnv.h>

namespace xieshang::documents {
namespace {

using namespace std::string_view_literals;

std::optional<std::size_t> first_not_utf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const auto length = character_at(bytes, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// UTF-8 of these bytes; the first that does not fit is told from 1, `skipped` ones before them.
base::Result<std::string> converted(
    std::string_view bytes, const char* encoding, std::size_t skipped)
{
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, Close> from(ucnv_open(encoding, &code));
    const std::unique_ptr<UConverter, Close> to(ucnv_open("UTF-8", &code));
    if (U_FAILURE(code)) {
        throw std::runtime_error(std::string("ICU has no converter of ") + encoding);
    }
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
    std::string text(bytes.size() * 3 + 16, '\0');
    std::array<UChar, 4096> pivot{};
    auto* pivot_source = pivot.data();
    auto* pivot_target = pivot.data();
    const char* source = bytes.data();
    char* target = text.data();
    ucnv_convertEx(to.get(), from.get(), &target, text.data() + text.size(), &source,
        bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
        pivot.data() + pivot.size(), 1, 1, &code);
    if (U_FAILURE(code)) {
        return base::refuse("documents.table_encoding",
            {{"byte", std::to_string(skipped + static_cast<std::size_t>(source - bytes.data()))}});
    }
    text.resize(static_cast<std::size_t>(target - text.data()));
    return text;
}

// The bytes until the row ends; quotes may hold line breaks.
class Rows {
public:
    Rows(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    base::Result<TableFile> read(TableFile file)
    {
        while (at_ < text_.size() && !rows_.trouble()) {
            CHECK(read_row());
        }
        return rows_.finish(std::move(file), {});
    }

private:
    bool ends_field() const
    {
        return at_ == text_.size() || text_[at_] == delimiter_ || text_[at_] == '\n'
            || text_[at_] == '\r';
    }

    base::Result<void> read_row()
    {
        const int number = line_;
        for (std::size_t column = 0;; ++column) {
            auto words = at_ < text_.size() && text_[at_] == '"' ? TRY(quoted()) : plain();
            const bool calculates = words.starts_with('=') && words.size() > 1;
            rows_.put(column, {clean(words), {}, calculates});
            if (at_ == text_.size() || text_[at_] != delimiter_) {
                break;
            }
            ++at_;
        }
        at_ += at_ < text_.size() && text_[at_] == '\r' ? 1 : 0;
        at_ += at_ < text_.size() && text_[at_] == '\n' ? 1 : 0;
        ++line_;
        rows_.end_row(number);
        return {};
    }

    std::string plain()
    {
        const auto begin = at_;
        while (!ends_field()) {
            ++at_;
        }
        return std::string(text_.substr(begin, at_ - begin));
    }

    // What stands behind the closing quote belongs to the words, as spreadsheet programs have it.
    base::Result<std::string> quoted()
    {
        const int first = line_;
        std::string words;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"') {
                line_ += text_[at_] == '\n' ? 1 : 0;
                words += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                words += text_[++at_];
            } else {
                ++at_;
                return words + plain();
            }
        }
        return base::refuse("documents.table_open_quote", {{"line", std::to_string(first)}});
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    int line_ = 1;
    TableRows rows_;
};

} // namespace

base::Result<DecodedTable> decoded_table(std::string_view bytes)
{
    for (const auto& [mark, encoding] :
        {std::pair{"\xFF\xFE"sv, "UTF-16LE"}, std::pair{"\xFE\xFF"sv, "UTF-16BE"}}) {
        if (bytes.starts_with(mark)) {
            return DecodedTable{TRY(converted(bytes.substr(2), encoding, 2)), encoding};
        }
    }
    const bool marked = bytes.starts_with("\xEF\xBB\xBF"sv);
    const auto body = bytes.substr(marked ? 3 : 0);
    if (body.find('\0') != body.npos) {
        return base::trouble(base::Trouble::unsupported_type, "documents.table_kind");
    }
    const auto broken = first_not_utf8(body);
    if (!broken) {
        return DecodedTable{std::string(body), "UTF-8"};
    }
    if (marked) {
        return base::refuse(
            "documents.table_encoding", {{"byte", std::to_string(3 + *broken + 1)}});
    }
    return DecodedTable{TRY(converted(bytes, "GB18030", 0)), "GB18030"};
}

char delimiter_of(std::string_view text)
{
    constexpr std::size_t rows_looked_at = 20;
    constexpr std::string_view candidates = ",;\t";
    std::array<std::size_t, candidates.size()> counts{};
    bool in_quotes = false;
    std::size_t rows = 0;
    for (const char c : text) {
        in_quotes = in_quotes != (c == '"');
        rows += c == '\n' ? 1 : 0;
        const auto which = candidates.find(c);
        if (which != candidates.npos && !in_quotes) {
            ++counts.at(which);
        }
        if (rows == rows_looked_at) {
            break;
        }
    }
    return candidates[static_cast<std::size_t>(
        std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

base::Result<TableFile> read_delimited(std::string_view bytes)
{
    const auto decoded = TRY(decoded_table(bytes));
    const auto delimiter = delimiter_of(decoded.text);
    TableFile file;
    file.encoding = decoded.encoding;
    file.delimiter = std::string(1, delimiter);
    return Rows(decoded.text, delimiter).read(std::move(file));
}

} // namespace xieshang::documents
