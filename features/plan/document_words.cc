// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/document_words.h"

#include "features/plan/corrected_text.h"
#include "features/plan/script.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

using Pieces = std::vector<std::u32string>;

struct TopicPieces {
    Pieces marks, title, period, responsible, participating;
};

struct DocumentPieces {
    Pieces title;
    std::vector<TopicPieces> topics;
};

Pieces* pieces_for(const PlacedRun& run, DocumentPieces& all)
{
    const auto topic = [&]() -> TopicPieces& {
        return all.topics[static_cast<std::size_t>(run.target)];
    };
    switch (run.place) {
    case CorrectedPlace::title:
        return &all.title;
    case CorrectedPlace::topic_mark:
        return &topic().marks;
    case CorrectedPlace::topic_title:
        return &topic().title;
    case CorrectedPlace::topic_period:
        return &topic().period;
    case CorrectedPlace::topic_responsible:
        return &topic().responsible;
    case CorrectedPlace::topic_participating:
        return &topic().participating;
    default:
        return nullptr;
    }
}

std::u32string trimmed(std::u32string_view text)
{
    while (!text.empty() && is_blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_blank(text.back())) {
        text.remove_suffix(1);
    }
    return std::u32string(text);
}

DocumentPieces pieces_of(const Reading& reading, const Correction& correction)
{
    DocumentPieces all{{}, std::vector<TopicPieces>(correction.topics.size())};
    for_each_run(lines_of(reading), correction, [&](const PlacedRun& run, auto text, auto, auto) {
        auto* pieces = pieces_for(run, all);
        if (pieces != nullptr && !is_all_blank(text)) {
            pieces->push_back(trimmed(text));
        }
    });
    return all;
}

std::u32string bare(std::u32string_view text) // without blanks
{
    std::u32string all;
    std::copy_if(
        text.begin(), text.end(), std::back_inserter(all), [](char32_t c) { return !is_blank(c); });
    return all;
}

std::u32string bare(const std::string& text) { return bare(from_utf8(text)); }

std::u32string joined(const Pieces& pieces, std::u32string_view between)
{
    std::u32string all;
    for (const auto& piece : pieces) {
        all += all.empty() ? U"" : between;
        all += piece;
    }
    return all;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string all;
    for (const auto& name : names) {
        all += (all.empty() ? "" : "、") + name;
    }
    return all;
}

// Each name stands in the document's words, and between the names stands nothing of weight.
bool are_the_names_of(const std::vector<std::string>& names, const Pieces& pieces)
{
    auto rest = bare(joined(pieces, U"、"));
    std::vector<std::u32string> longest_first;
    for (const auto& name : names) {
        longest_first.push_back(bare(name));
        if (rest.find(longest_first.back()) == rest.npos) {
            return false;
        }
    }
    std::sort(longest_first.begin(), longest_first.end(),
        [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (const auto& name : longest_first) {
        for (auto at = rest.find(name); !name.empty() && at != rest.npos;
             at = rest.find(name, at)) {
            rest.replace(at, name.size(), 1, U'\n');
        }
    }
    return std::all_of(rest.begin(), rest.end(),
        [](char32_t c) { return is_one_of(c, U"\n、，,;；。：:和与及以等"); });
}

// The number that a topic's marks begin with: 3. or （3）.
std::optional<std::int64_t> number_in(const Pieces& marks)
{
    std::optional<std::int64_t> number;
    for (const auto c : fold(joined(marks, U" "))) {
        if (c >= U'0' && c <= U'9' && number.value_or(0) < 10'000) {
            number = number.value_or(0) * 10 + (c - U'0');
        } else if (number) {
            break;
        }
    }
    return number;
}

class Comparison {
public:
    Comparison(const Reading& reading, const Correction& correction)
        : reading_(reading), correction_(correction), pieces_(pieces_of(reading, correction))
    {
    }

    std::vector<OtherWords> run()
    {
        compare_plan();
        for (std::size_t i = 0; i < correction_.topics.size(); ++i) {
            compare_topic(correction_.topics[i], pieces_.topics[i]);
        }
        return std::move(others_);
    }

private:
    void compare_plan()
    {
        const auto title = joined(pieces_.title, U"");
        const auto stands = [&](const std::string& words) {
            return !words.empty() && bare(title).find(bare(words)) != std::u32string::npos;
        };
        if (const auto& words = correction_.title;
            words != reading_.title && bare(words) != bare(title)) {
            tell(-1, WordsOf::title, words, to_utf8(title));
        }
        if (const auto& words = correction_.committee;
            words != reading_.committee && !stands(words)) {
            tell(-1, WordsOf::committee, words, reading_.committee);
        }
        const auto typed = correction_.year ? std::to_string(*correction_.year) : "";
        const auto read = reading_.year ? std::to_string(*reading_.year) : "";
        if (typed != read && !stands(typed)) {
            tell(-1, WordsOf::year, typed, read);
        }
    }

    void compare_topic(const CorrectedTopic& topic, const TopicPieces& pieces)
    {
        static const ReadTopic new_topic;
        const auto key = static_cast<std::size_t>(topic.key.value());
        const bool is_read = key < reading_.topics.size();
        const auto& read = is_read ? reading_.topics[key] : new_topic;
        compare(topic, WordsOf::title, topic.title, read.title, joined(pieces.title, U""));
        const auto number =
            is_read ? std::optional<std::int64_t>(read.number) : number_in(pieces.marks);
        if (number && *number != topic.number) {
            tell(
                *topic.key, WordsOf::number, std::to_string(topic.number), std::to_string(*number));
        }
        compare(topic, WordsOf::period, topic.period, read.period, joined(pieces.period, U" "));
        compare(
            topic, WordsOf::responsible, topic.responsible, read.responsible, pieces.responsible);
        compare(topic, WordsOf::participating, topic.participating, read.participating,
            pieces.participating);
    }

    void compare(const CorrectedTopic& topic, WordsOf field, const std::string& words,
        const std::string& as_read, const std::u32string& document)
    {
        if (bare(words) != bare(document) && words != as_read) {
            tell(*topic.key, field, words, to_utf8(document));
        }
    }

    void compare(const CorrectedTopic& topic, WordsOf field, const std::vector<std::string>& names,
        const std::vector<std::string>& as_read, const Pieces& document)
    {
        if (!are_the_names_of(names, document) && names != as_read) {
            tell(*topic.key, field, joined(names),
                document.empty() ? joined(as_read) : to_utf8(joined(document, U"、")));
        }
    }

    void tell(std::int64_t topic, WordsOf field, std::string words, std::string document)
    {
        others_.push_back({topic, field, std::move(words), std::move(document)});
    }

    const Reading& reading_;
    const Correction& correction_;
    DocumentPieces pieces_;
    std::vector<OtherWords> others_;
};

} // namespace

std::vector<OtherWords> other_words(const Reading& reading, const Correction& correction)
{
    return Comparison(reading, correction).run();
}

} // namespace xieshang::plan
