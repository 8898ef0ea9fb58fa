// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/topic_text.h"

#include "features/plan/consultation.h"
#include "features/plan/field_labels.h"
#include "features/plan/headings.h"
#include "features/plan/nesting.h"
#include "features/plan/script.h"
#include "features/plan/time_words.h"
#include "features/plan/topic_brackets.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

// Takes apart what stands around a title, from both ends inwards.
class TitleReader {
public:
    TitleReader(Findings& findings, const Run& run, std::size_t end, int topic, int section)
        : findings_(findings),
          run_(run),
          text_(run.text()),
          nesting_(text_),
          end_(end),
          topic_(topic),
          section_(section)
    {
    }

    void place()
    {
        take_last_bracket();
        cut_description();
        trim_tail();
        take_head();
        trim_tail();
        take_consultation();
        take_whole_quote();
        findings_.put(run_, begin_, end_, Place::topic_title, topic_);
    }

private:
    void put(std::size_t begin, std::size_t end, Place place)
    {
        findings_.put(run_, begin, end, place, topic_, ++part_);
    }

    // （经济委，5月） at the very end, behind a description too.
    void take_last_bracket()
    {
        std::size_t last = end_;
        while (last > begin_ && is_one_of(text_[last - 1], U"。;,\n")) {
            --last;
        }
        const std::size_t end = end_;
        end_ = last;
        if (last > begin_ && text_[last - 1] == U')' && take_bracket()) {
            put(last, end, Place::topic_mark);
        } else {
            end_ = end;
        }
    }

    void trim_tail()
    {
        for (bool again = true; again && end_ > begin_;) {
            again = false;
            const bool is_half_stop =
                text_[end_ - 1] == U'.' && end_ - begin_ > 1 && is_han(text_[end_ - 2]);
            if (end_ - begin_ > 1 && (is_half_stop || is_one_of(text_[end_ - 1], U"。;,、:\n"))) {
                put(end_ - 1, end_, Place::topic_mark);
                --end_;
                again = true;
            } else if (text_[end_ - 1] == U')') {
                again = take_bracket();
            } else {
                again = take_last_word();
            }
        }
    }

    bool take_bracket()
    {
        const auto open = nesting_.partner(end_ - 1);
        if (open == Nesting::none || open <= begin_ || nesting_.depth(open) != 0) {
            return false;
        }
        const auto parts = bracket_parts(text_.substr(open + 1, end_ - open - 2));
        if (parts.empty()) {
            return false;
        }
        place_bracket(findings_, run_, open, end_, parts, topic_);
        end_ = open;
        return true;
    }

    // …——5月, "…    经济委    5月"
    bool take_last_word()
    {
        const std::size_t from = end_ - begin_ > 24 ? end_ - 24 : begin_ + 1;
        for (std::size_t i = from; i < end_; ++i) {
            const bool divided = is_one_of(text_[i - 1], U":,;—-/");
            const auto gap = run_.gap(i);
            if ((!divided && gap == Gap::none) || nesting_.depth(i) != 0) {
                continue;
            }
            const Text word = text_.substr(i, end_ - i);
            const bool is_time = is_time_phrase(word);
            if (is_time
                || (gap >= Gap::wide && !divided && run_.at(i - 1).line != Run::no_line
                    && is_name_of_body(word))) {
                put(i, end_, is_time ? Place::topic_period : Place::topic_responsible);
                end_ = i;
                while (end_ > begin_ + 1 && is_one_of(text_[end_ - 1], U"—-/")) {
                    put(end_ - 1, end_, Place::topic_mark);
                    --end_;
                }
                return true;
            }
        }
        return false;
    }

    // The first sentence is the title, the rest is said about it.
    void cut_description()
    {
        for (std::size_t i = begin_; i + 1 < end_; ++i) {
            if (text_[i] == U'。' && nesting_.depth(i) == 0 && i > begin_) {
                findings_.put(run_, i + 1, end_, Place::section_text, section_);
                end_ = i + 1;
            }
        }
    }

    void take_head()
    {
        for (bool again = true; again && begin_ + 1 < end_;) {
            again = take_time() || take_bracketed_kind() || take_label() || take_kind();
        }
    }

    void skip_delimiter()
    {
        while (begin_ + 1 < end_ && is_one_of(text_[begin_], U":,、\n")) {
            put(begin_, begin_ + 1, Place::topic_mark);
            ++begin_;
        }
    }

    bool take_time()
    {
        const auto length = time_phrase_at(text_, begin_);
        const auto after = begin_ + length;
        if (length == 0 || after >= end_
            || (!is_one_of(text_[after], U":,") && run_.gap(after) == Gap::none)) {
            return false;
        }
        put(begin_, after, Place::topic_period);
        begin_ = after;
        skip_delimiter();
        return true;
    }

    bool take_bracketed_kind()
    {
        const auto close =
            is_one_of(text_[begin_], U"(【[〔") ? nesting_.partner(begin_) : Nesting::none;
        if (close == Nesting::none || close + 1 >= end_) {
            return false;
        }
        const auto inside = text_.substr(begin_ + 1, close - begin_ - 1);
        const bool is_time = is_time_phrase(inside);
        if (!is_time && !take_kind_from(inside)) {
            return false;
        }
        put(begin_, begin_ + 1, Place::topic_mark);
        put(begin_ + 1, close, is_time ? Place::topic_period : Place::topic_kind);
        put(close, close + 1, Place::topic_mark);
        begin_ = close + 1;
        skip_delimiter();
        return true;
    }

    bool take_label()
    {
        const auto label = label_at(text_, begin_);
        if (!label || label->field != Field::title || begin_ + label->length + 1 >= end_
            || text_[begin_ + label->length] != U':') {
            return false;
        }
        put(begin_, begin_ + label->length + 1, Place::topic_mark);
        begin_ += label->length + 1;
        return true;
    }

    // 专题协商：推进……
    bool take_kind()
    {
        const auto colon =
            text_.substr(begin_, std::min<std::size_t>(24, end_ - begin_)).find(U':');
        if (colon == Text::npos || colon == 0 || begin_ + colon + 1 >= end_
            || !take_kind_from(text_.substr(begin_, colon))) {
            return false;
        }
        put(begin_, begin_ + colon, Place::topic_kind);
        begin_ += colon;
        skip_delimiter();
        return true;
    }

    bool take_kind_from(Text words)
    {
        const auto heading = understood(words);
        if (!heading.is_pure || !heading.kind) {
            return false;
        }
        findings_.topics()[static_cast<std::size_t>(topic_)].kind = heading.kind;
        return true;
    }

    void take_consultation()
    {
        const auto found = consultation_in(text_.substr(begin_, end_ - begin_));
        if (!found) {
            return;
        }
        put(begin_, begin_ + found->begin, Place::topic_mark);
        put(begin_ + found->end, end_, found->kind ? Place::topic_kind : Place::topic_mark);
        end_ = begin_ + found->end;
        begin_ += found->begin;
        if (found->kind) {
            findings_.topics()[static_cast<std::size_t>(topic_)].kind = found->kind;
        }
    }

    void take_whole_quote()
    {
        while (end_ - begin_ > 2 && is_opening_quote(text_[begin_])
            && nesting_.partner(begin_) == end_ - 1) {
            put(begin_, begin_ + 1, Place::topic_mark);
            put(end_ - 1, end_, Place::topic_mark);
            ++begin_;
            --end_;
        }
    }

    Findings& findings_;
    const Run& run_;
    Text text_;
    Nesting nesting_;
    std::size_t begin_ = 0;
    std::size_t end_;
    int topic_;
    int section_;
    int part_ = 0;
};

} // namespace

bool has_title(const Run& run)
{
    const auto labels = field_labels(run, false);
    const Text title = run.text().substr(0, labels.empty() ? Text::npos : labels.front().begin);
    return std::any_of(
        title.begin(), title.end(), [](char32_t c) { return is_han(c) || is_word(c); });
}

void place_topic_text(Findings& findings, const Run& run, int topic, int section)
{
    const auto labels = field_labels(run, false);
    const std::size_t end = labels.empty() ? run.size() : labels.front().begin;
    if (end > 0) {
        TitleReader(findings, run, end, topic, section).place();
    }
    place_labelled(findings, run, labels, topic, section);
}

} // namespace xieshang::plan
