// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_format.h"
#include "platform/documents/page_parts.h"

#include <algorithm>
#include <utility>

namespace xieshang::documents::press {
namespace {

constexpr double character = format::character_pitch;

BrokenLine of(std::string_view text, Pages& pages)
{
    return single_line({{plain(text), Face::fangsong, format::size_body}}, pages.measure());
}

// Strips of which each stays with the next; the last is free.
void add_together(Pages& pages, std::vector<Strip> strips)
{
    for (std::size_t at = 0; at < strips.size(); ++at) {
        strips[at].keeps = at + 1 < strips.size();
    }
    add_all(pages, std::move(strips));
}

// §7.3.4 附件说明: a blank line below the text, two characters from the left; titles that go on
// align with their first character.
void add_annex_list(Pages& pages, const std::vector<Annex>& annexes)
{
    std::vector<const Annex*> named;
    for (const auto& annex : annexes) {
        if (!plain(annex.title).empty()) {
            named.push_back(&annex);
        }
    }
    if (named.empty()) {
        return;
    }
    add_blank_lines(pages, 1);
    const auto label = of("附件：", pages);
    const auto left = 2 * character + label.width_mm;
    for (std::size_t at = 0; at < named.size(); ++at) {
        const auto number = of(named.size() > 1 ? std::to_string(at + 1) + "." : "", pages);
        const auto begins = left + (named.size() > 1 ? number.width_mm + character / 4 : 0);
        auto strips = body_strips({{plain(named[at]->title), Face::fangsong, format::size_body}},
            {.width_mm = pages.width_mm(), .first_mm = begins, .others_mm = begins},
            pages.measure());
        const auto baseline = baseline_in(format::line_pitch, format::size_body);
        if (named.size() > 1) {
            put_first(strips.front(), number, left, baseline);
        }
        if (at == 0) {
            put_first(strips.front(), label, 2 * character, baseline);
        }
        add_all(pages, std::move(strips));
    }
}

Strip line_at(BrokenLine line, double x)
{
    Strip strip{format::line_pitch};
    put(strip, std::move(line), x, baseline_in(format::line_pitch, format::size_body));
    return strip;
}

// §7.3.5.2, without seals: bodies two characters from the right, the date two characters behind
// the last one's first; a longer date stands two from the right itself.
std::vector<Strip> unsealed(Pages& pages, const Signature& signature)
{
    constexpr double right = format::area_width - 2 * character;
    auto date = of(signature.date, pages);
    std::vector<Strip> strips;
    double last = right - date.width_mm - 2 * character;
    for (std::size_t at = 0; at < signature.bodies.size(); ++at) {
        auto body = of(signature.bodies[at], pages);
        const bool leads = at + 1 == signature.bodies.size() && date.width_mm > body.width_mm;
        last = leads ? right - date.width_mm - 2 * character : right - body.width_mm;
        last = std::max(0.0, last);
        strips.push_back(line_at(std::move(body), last));
    }
    strips.push_back(line_at(std::move(date), last + 2 * character));
    return strips;
}

// §7.3.5.1, with seals: the date four characters from the right, the body in the middle above it;
// several in rows with room for a seal each, the last above the date.
std::vector<Strip> sealed(Pages& pages, const Signature& signature)
{
    auto date = of(signature.date, pages);
    const auto left = format::area_width - 4 * character - date.width_mm;
    const auto middle = left + date.width_mm / 2;
    double wide = seal_side;
    for (const auto& body : signature.bodies) {
        wide = std::max(wide, of(body, pages).width_mm + character);
    }
    const auto fitting = static_cast<std::size_t>((middle + wide / 2) / wide);
    const auto a_row = std::clamp<std::size_t>(fitting, 1, 3);
    std::vector<Strip> strips;
    for (std::size_t at = 0; at < signature.bodies.size(); ++at) {
        const auto first = at - at % a_row;
        const auto in_row = std::min(a_row, signature.bodies.size() - first);
        auto body = of(signature.bodies[at], pages);
        const auto x =
            middle - wide * static_cast<double>(in_row - 1 - at % a_row) - body.width_mm / 2;
        const auto most = format::area_width - body.width_mm;
        auto strip = line_at(std::move(body), std::max(0.0, std::min(x, most)));
        if (at % a_row == 0) {
            if (!strips.empty()) { // below the seals of the row above
                strips.push_back({seal_side - format::line_pitch});
            }
            strips.push_back(std::move(strip));
        } else {
            strips.back().lines.push_back(std::move(strip.lines.front()));
        }
    }
    strips.push_back(line_at(std::move(date), left));
    return strips;
}

void add_signature(Pages& pages, const Signature& said)
{
    Signature signature{{}, said.sealed, plain(said.date)};
    std::copy_if(said.bodies.begin(), said.bodies.end(), std::back_inserter(signature.bodies),
        [](const auto& body) { return !plain(body).empty(); });
    if (signature.bodies.empty() && signature.date.empty()) {
        return;
    }
    // A seal of 42 mm in the middle of the body's line begins less than a line below the text.
    add_blank_lines(pages, signature.sealed ? 2 : 1);
    add_together(pages, signature.sealed ? sealed(pages, signature) : unsealed(pages, signature));
}

// §7.3.6 附注
void add_note(Pages& pages, std::string_view note)
{
    const auto text = plain(note);
    if (!text.empty()) {
        add_all(pages,
            body_strips({{"（" + text + "）", Face::fangsong, format::size_body}},
                {.width_mm = pages.width_mm(), .first_mm = 2 * character}, pages.measure()));
    }
}

// §10.3: below a blank line, the label in 黑体; names that go on align behind the colon.
void add_presence(Pages& pages, const std::vector<Presence>& presence)
{
    add_blank_lines(pages, presence.empty() ? 0 : 1);
    for (const auto& [label, names] : presence) {
        const Words head{plain(label) + "：", Face::heiti, format::size_body};
        const Words rest{plain(names), Face::fangsong, format::size_body};
        auto line = single_line({head}, pages.measure());
        const auto left = 2 * character + line.width_mm;
        if (left > pages.width_mm() / 2) { // no label, but a sentence
            add_all(pages,
                body_strips({head, rest}, {.width_mm = pages.width_mm(), .first_mm = 2 * character},
                    pages.measure()));
            continue;
        }
        auto strips = body_strips({rest},
            {.width_mm = pages.width_mm(), .first_mm = left, .others_mm = left}, pages.measure());
        put_first(strips.front(), std::move(line), 2 * character,
            baseline_in(format::line_pitch, format::size_body));
        add_all(pages, std::move(strips));
    }
}

bool is_turned_table(const Annex& annex)
{
    if (annex.blocks.empty()) {
        return false;
    }
    const auto* table = std::get_if<OfficialTable>(&annex.blocks.front());
    return table != nullptr && table->landscape;
}

} // namespace

void add_tail(Pages& pages, const OfficialDocument& document)
{
    if (pages.is_turned()) { // behind a wide table
        pages.begin_page();
    }
    add_annex_list(pages, document.annexes);
    if (document.kind != OfficialKind::minutes) { // §10.3: minutes bear no signature
        add_signature(pages, document.signature);
    }
    add_presence(pages, document.presence);
    add_note(pages, document.note);
    pages.settle();
}

// A new page; 附件 with its number in the first line, the title in the third.
void add_annexes(Pages& pages, const OfficialDocument& document)
{
    for (std::size_t at = 0; at < document.annexes.size() && !pages.is_refused(); ++at) {
        const auto& annex = document.annexes[at];
        pages.begin_page(is_turned_table(annex));
        const auto number = document.annexes.size() > 1 ? std::to_string(at + 1) : "";
        const Words mark{"附件" + number, Face::heiti, format::size_body, Ink::black, Face::heiti};
        pages.add(line_strip(
            single_line({mark}, pages.measure()), format::size_body, format::line_pitch));
        add_blank_lines(pages, 1);
        add_title(pages, annex.title);
        add_blank_lines(pages, plain(annex.title).empty() ? 0 : 1);
        add_blocks(pages, annex.blocks);
        pages.settle();
    }
}

} // namespace xieshang::documents::press
