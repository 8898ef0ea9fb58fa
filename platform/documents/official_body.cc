// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_format.h"
#include "platform/documents/page_parts.h"

#include <algorithm>
#include <utility>

namespace xieshang::documents::press {
namespace {

constexpr double indent = 2 * format::character_pitch;

void append(std::vector<Words>& words, const Runs& runs)
{
    for (const auto& run : runs) {
        words.push_back({run.text, run.strong ? Face::heiti : Face::fangsong, format::size_body});
    }
}

// Each run keeps its blanks where it meets the next.
std::vector<Words> plainly(std::vector<Words> words)
{
    for (auto& some : words) {
        const bool begins = some.text.starts_with(' ') && &some != &words.front();
        const bool ends = some.text.ends_with(' ') && &some != &words.back();
        some.text = (begins ? " " : "") + plain(some.text) + (ends ? " " : "");
    }
    return words;
}

// §7.3.3: 一、黑体, （一）楷体, 1. and （1）仿宋
Face face_of(int level)
{
    return level == 1 ? Face::heiti : level == 2 ? Face::kaiti : Face::fangsong;
}

LineShape shape_of(const Pages& pages, Placing placing)
{
    return {.width_mm = pages.width_mm(),
        .first_mm = placing == Placing::indented ? indent : 0,
        .placing = placing};
}

std::vector<Strip> strips_of(Pages& pages, const Heading& heading)
{
    std::vector<Words> words{{heading.text, face_of(heading.level), format::size_body}};
    append(words, heading.rest);
    auto strips = body_strips(plainly(words), shape_of(pages, Placing::indented), pages.measure());
    if (heading.rest.empty()) {
        for (auto& strip : strips) {
            strip.keeps = true;
        }
    }
    return strips;
}

std::vector<Strip> strips_of(Pages& pages, const Paragraph& paragraph)
{
    std::vector<Words> words;
    append(words, paragraph.runs);
    return body_strips(plainly(words), shape_of(pages, paragraph.placing), pages.measure());
}

std::vector<Strip> strips_of(Pages& pages, const ListOf& list)
{
    std::vector<Strip> strips;
    for (std::size_t at = 0; at < list.items.size(); ++at) {
        std::vector<Words> words;
        if (list.numbered) {
            words.push_back({std::to_string(at + 1) + ". ", Face::fangsong, format::size_body});
        }
        append(words, list.items[at]);
        for (auto& strip :
            body_strips(plainly(words), shape_of(pages, Placing::indented), pages.measure())) {
            strips.push_back(std::move(strip));
        }
    }
    return strips;
}

} // namespace

void add_blocks(Pages& pages, const Blocks& blocks, bool ends_kept)
{
    constexpr std::size_t kept_lines = 2;
    for (std::size_t at = 0; at < blocks.size() && !pages.is_refused(); ++at) {
        const auto& block = blocks[at];
        if (const auto* table = std::get_if<OfficialTable>(&block)) {
            add_table(pages, *table);
            continue;
        }
        if (pages.is_turned()) {
            pages.begin_page();
        }
        if (const auto* figure = std::get_if<Figure>(&block)) {
            add_figure(pages, *figure);
            continue;
        }
        const auto* heading = std::get_if<Heading>(&block);
        const auto* list = std::get_if<ListOf>(&block);
        auto strips = heading != nullptr ? strips_of(pages, *heading)
            : list != nullptr            ? strips_of(pages, *list)
                                         : strips_of(pages, std::get<Paragraph>(block));
        if (ends_kept && at + 1 == blocks.size()) {
            const auto kept = std::min(kept_lines, strips.size());
            std::for_each(strips.end() - static_cast<std::ptrdiff_t>(kept), strips.end(),
                [](Strip& strip) { strip.keeps = true; });
        }
        add_all(pages, std::move(strips));
    }
    if (pages.is_turned()) {
        pages.settle();
    }
}

} // namespace xieshang::documents::press
