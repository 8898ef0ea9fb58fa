// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_atoms.h"

#include "platform/documents/letters.h"
#include "platform/documents/line_breaks.h"
#include "platform/documents/type_runs.h"

#include <utility>

namespace xieshang::documents::press {
namespace {

// What changes the character before it and takes no room: variation selectors, combining marks,
// the joiner of emoji and their tones.
bool joins(std::string_view character)
{
    return (character >= "\uFE00" && character <= "\uFE0F")
        || (character >= "\u20D0" && character <= "\u20FF") || character == "\u200D"
        || (character >= "\U000E0100" && character <= "\U000E01EF")
        || (character >= "\U0001F3FB" && character <= "\U0001F3FF");
}

// Letters that are read from right to left: their words keep together, so that whoever draws them
// can put them in order.
bool leads_left(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto character = next_character(text, at);
        if ((character >= "\u0590" && character < "\u0900")
            || (character >= "\uFB1D" && character < "\uFE00")
            || (character >= "\uFE70" && character < "\uFF00")) {
            return true;
        }
    }
    return false;
}

class Splitting {
public:
    Splitting(double most_mm, Measure& measure) : most_mm_(most_mm), measure_(measure) {}

    void add(const Words& words)
    {
        for (const auto& run : type_runs(words.text)) {
            run.script == Script::han ? add_han(words, run.text) : add_latin(words, run.text);
        }
    }
    std::vector<Atom> taken() { return std::move(atoms_); }

private:
    void add_han(const Words& words, std::string_view text)
    {
        for (std::size_t at = 0; at < text.size();) {
            const auto character = next_character(text, at);
            if (joins(character) && !atoms_.empty() && atoms_.back().is_han) {
                atoms_.back().text += character;
                continue;
            }
            if (character == " ") {
                add_word(words, " ");
                continue;
            }
            const bool on_grid = character.size() > 1; // not a mark of ASCII
            push(words, character,
                on_grid ? han_pitch(words.size_pt)
                        : measure_.width_mm(words.face, words.size_pt, character));
            atoms_.back().face = words.face;
            atoms_.back().is_han = on_grid;
            atoms_.back().hangs = hangs(character);
        }
    }

    void add_latin(const Words& words, const std::string& text)
    {
        if (leads_left(text) && width(words, text) <= most_mm_) {
            push(words, text, width(words, text));
            return;
        }
        for (std::size_t at = 0; at < text.size();) {
            const auto end = text[at] == ' ' ? text.find_first_not_of(' ', at) : text.find(' ', at);
            const auto word = text.substr(at, end == text.npos ? end : end - at);
            add_word(words, word);
            at += word.size();
        }
    }

    void add_word(const Words& words, const std::string& word)
    {
        const auto wide = width(words, word);
        if (word[0] == ' ' || wide <= most_mm_) {
            push(words, word, wide);
            atoms_.back().is_blank = word[0] == ' ';
            return;
        }
        for (std::size_t at = 0; at < word.size();) { // longer than a line: broken anywhere
            const auto character = next_character(word, at);
            push(words, character, width(words, character));
            atoms_.back().breaks = true;
        }
    }

    void push(const Words& words, std::string_view text, double wide)
    {
        Atom atom{std::string(text), words.latin, words.size_pt, words.ink, wide};
        std::size_t begin = 0;
        const auto first = next_character(text, begin);
        atom.breaks = atoms_.empty() || may_break(last_, first);
        last_ = last_of(text);
        atoms_.push_back(std::move(atom));
    }

    static std::string last_of(std::string_view text)
    {
        auto at = text.size() - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) {
            --at;
        }
        return std::string(text.substr(at));
    }

    double width(const Words& words, std::string_view text)
    {
        return measure_.width_mm(words.latin, words.size_pt, text);
    }

    double most_mm_;
    Measure& measure_;
    std::vector<Atom> atoms_;
    std::string last_;
};

} // namespace

std::vector<Atom> atoms_of(const std::vector<Words>& words, double most_mm, Measure& measure)
{
    Splitting splitting(most_mm, measure);
    for (const auto& some : words) {
        splitting.add(some);
    }
    return splitting.taken();
}

} // namespace xieshang::documents::press
