// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_lines.h"

#include "platform/documents/letters.h"
#include "platform/documents/official_atoms.h"
#include "platform/documents/official_format.h"
#include "platform/documents/text_lines.h"

#include <algorithm>

namespace xieshang::documents::press {
namespace {

using Atoms = std::vector<Atom>;

constexpr double tolerance_mm = 0.01; // of sums of widths

struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;  // behind what is shown
    std::size_t next = 0; // where the next line begins
    bool hangs = false;   // the last of it stands behind the line's end
};

bool may_begin(const Atoms& atoms, std::size_t at)
{
    return at >= atoms.size() || atoms[at].breaks;
}

// The last place up to `full`, where no more atoms fit, at which the line may end.
std::size_t break_before(const Atoms& atoms, std::size_t begin, std::size_t full)
{
    auto at = full;
    while (at > begin && !may_begin(atoms, at)) {
        --at;
    }
    return at > begin ? at : std::max(full, begin + 1);
}

Stretch stretch_from(const Atoms& atoms, std::size_t begin, double width_mm)
{
    while (begin < atoms.size() && atoms[begin].is_blank) {
        ++begin;
    }
    auto full = begin;
    for (double taken = 0; full < atoms.size(); ++full) {
        taken += atoms[full].width_mm;
        if (taken > width_mm + tolerance_mm && !atoms[full].is_blank) {
            break;
        }
    }
    Stretch line{begin, full, full, false};
    if (full < atoms.size()) {
        line.hangs = full > begin && atoms[full].hangs && may_begin(atoms, full + 1);
        line.end = line.next = line.hangs ? full + 1 : break_before(atoms, begin, full);
    }
    while (line.end > begin && atoms[line.end - 1].is_blank) {
        --line.end;
    }
    return line;
}

double width_of(const Atoms& atoms, const Stretch& line)
{
    double width = 0;
    for (auto at = line.begin; at < line.end - (line.hangs ? 1 : 0); ++at) {
        width += atoms[at].width_mm;
    }
    return width;
}

// Room may be put behind an atom where a line might end, too, and behind blanks.
bool takes_room(const Atoms& atoms, const Stretch& line, std::size_t at)
{
    return at + 1 < line.end && (atoms[at].is_han || atoms[at + 1].is_han || atoms[at].is_blank);
}

// What is put between the atoms so that the line is full; nothing where that would tear it apart.
double room_between(const Atoms& atoms, const Stretch& line, double lacking_mm)
{
    std::size_t places = 0;
    for (auto at = line.begin; at < line.end; ++at) {
        places += takes_room(atoms, line, at) && !(line.hangs && at + 2 == line.end) ? 1 : 0;
    }
    const auto room = places == 0 ? 0 : lacking_mm / static_cast<double>(places);
    const auto most = line.begin == line.end ? 0 : millimetres(atoms[line.begin].size_pt) / 2;
    return room > tolerance_mm / 10 && room <= most ? room : 0;
}

bool goes_on(const PlacedRun& run, const Atom& atom)
{
    return atom.is_han && run.pitch_mm > 0 && run.face == atom.face && run.size_pt == atom.size_pt
        && run.ink == atom.ink;
}

BrokenLine set(const Atoms& atoms, const Stretch& line, double room_mm)
{
    BrokenLine set;
    double x = 0;
    bool apart = true; // from the run before
    for (auto at = line.begin; at < line.end; ++at) {
        const auto& atom = atoms[at];
        const auto room = takes_room(atoms, line, at) ? room_mm : 0;
        if (atom.is_blank) {
            x += atom.width_mm + room;
            apart = true;
            continue;
        }
        if (!apart && goes_on(set.runs.back(), atom)) {
            set.runs.back().text += atom.text;
            set.runs.back().width_mm += set.runs.back().pitch_mm;
        } else {
            const auto pitch = atom.is_han ? atom.width_mm + room_mm : 0;
            set.runs.push_back({atom.text, atom.face, atom.size_pt, x, 0, pitch,
                atom.is_han ? pitch : atom.width_mm, atom.ink});
            apart = false;
        }
        x += atom.width_mm + room;
        if (!(line.hangs && at + 1 == line.end)) {
            set.width_mm = x;
        }
    }
    return set;
}

} // namespace

std::string plain(std::string_view text)
{
    const auto valid = clean(text);
    std::string plain;
    for (std::size_t at = 0; at < valid.size();) {
        const auto character = next_character(valid, at);
        const bool unseen =
            (character >= "\u200B" && character <= "\u200F" && character != "\u200D")
            || (character >= "\u2028" && character <= "\u202E")
            || (character >= "\u2060" && character <= "\u206F") || character == "\uFEFF"
            || character == "\u00AD";
        if (character == "\n" || character == "\t" || character == "\u00A0") {
            plain += ' ';
        } else if (!unseen) {
            plain += character;
        }
    }
    const auto begin = plain.find_first_not_of(' ');
    return begin == plain.npos ? "" : plain.substr(begin, plain.find_last_not_of(' ') + 1 - begin);
}

double millimetres(double points) { return points * 25.4 / 72; }

double han_pitch(double size_pt)
{
    return size_pt == format::size_body ? format::character_pitch : millimetres(size_pt);
}

std::vector<BrokenLine> broken_lines(
    const std::vector<Words>& words, const LineShape& shape, Measure& measure)
{
    const auto atoms =
        atoms_of(words, shape.width_mm - std::max(shape.first_mm, shape.others_mm), measure);
    const bool spreads = shape.placing == Placing::indented || shape.placing == Placing::flush;
    std::vector<BrokenLine> lines;
    for (std::size_t at = 0; at < atoms.size() || lines.empty();) {
        const auto left = lines.empty() ? shape.first_mm : shape.others_mm;
        const auto line = stretch_from(atoms, at, shape.width_mm - left);
        const auto lacking = shape.width_mm - left - width_of(atoms, line);
        const bool last = line.next >= atoms.size();
        auto broken = set(atoms, line, spreads && !last ? room_between(atoms, line, lacking) : 0);
        const auto moved = shape.placing == Placing::centred ? lacking / 2
            : shape.placing == Placing::right                ? lacking
                                                             : 0;
        for (auto& run : broken.runs) {
            run.x_mm += left + std::max(0.0, moved);
        }
        lines.push_back(std::move(broken));
        at = std::max(line.next, at + 1);
    }
    return lines;
}

BrokenLine single_line(const std::vector<Words>& words, Measure& measure)
{
    return broken_lines(words, {.width_mm = 1e6, .placing = Placing::flush}, measure).front();
}

} // namespace xieshang::documents::press
