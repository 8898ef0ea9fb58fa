// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A PDF read back by poppler's programs: words with their places and fonts, and what is inked.
// Lengths are millimetres, sizes points. For tests.
#pragma once

#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace xieshang::documents {

inline std::string told_by(const std::string& command)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string output;
    char some[65536];
    for (std::size_t read = 0; (read = std::fread(some, 1, sizeof some, pipe.get())) > 0;) {
        output.append(some, read);
    }
    return output;
}

struct ReadWords {
    int page = 0;
    double left = 0;
    double top = 0; // of the font's box
    double width = 0;
    int size = 0;
    std::string font;
    std::string colour;
    std::string text;
};

// Pixels of a page, 144 an inch.
class Inked {
public:
    explicit Inked(const std::string& ppm)
    {
        std::istringstream head(ppm.substr(0, 64));
        std::string kind;
        int most = 0;
        head >> kind >> width_ >> height_ >> most;
        pixels_ = ppm.substr(static_cast<std::size_t>(head.tellg()) + 1);
    }

    static constexpr double mm = 25.4 / 144;

    struct Row {
        double y = 0;
        double left = 0;
        double right = 0;
        double inked = 0; // how much of it
    };

    // The rows between two heights that have ink: red, or black.
    std::vector<Row> rows(bool red, double from = 0, double to = 297) const
    {
        std::vector<Row> rows;
        for (int y = static_cast<int>(from / mm); y < std::min(height_, int(to / mm)); ++y) {
            Row row{y * mm, -1, -1, 0};
            for (int x = 0; x < width_; ++x) {
                if (is_ink(x, y, red)) {
                    row.left = row.left < 0 ? x * mm : row.left;
                    row.right = (x + 1) * mm;
                    row.inked += mm;
                }
            }
            if (row.inked > 0) {
                rows.push_back(row);
            }
        }
        return rows;
    }

private:
    bool is_ink(int x, int y, bool red) const
    {
        const auto at = 3 * (static_cast<std::size_t>(y) * width_ + x);
        const auto r = static_cast<unsigned char>(pixels_[at]);
        const auto g = static_cast<unsigned char>(pixels_[at + 1]);
        return red ? r > 180 && g < 100 : r < 160 && g < 160;
    }

    int width_ = 0;
    int height_ = 0;
    std::string pixels_;
};

class ReadPdf {
public:
    explicit ReadPdf(const std::string& bytes)
    {
        std::ofstream(path(), std::ios::binary) << bytes;
        const auto xml = told_by("pdftohtml -xml -i -stdout -zoom 1 " + path());
        pugi::xml_document document;
        document.load_buffer(xml.data(), xml.size(), pugi::parse_full | pugi::parse_ws_pcdata);
        std::map<std::string, pugi::xml_node> fonts;
        for (const auto page : document.child("pdf2xml").children("page")) {
            ++pages_;
            for (const auto font : page.children("fontspec")) {
                fonts[font.attribute("id").value()] = font;
            }
            for (const auto text : page.children("text")) {
                const auto font = fonts[text.attribute("font").value()];
                words_.push_back({pages_, text.attribute("left").as_int() * point,
                    text.attribute("top").as_int() * point,
                    text.attribute("width").as_int() * point, font.attribute("size").as_int(),
                    font.attribute("family").value(), font.attribute("color").value(),
                    text.child("b") ? text.child("b").text().get() : text.text().get()});
            }
        }
    }

    int pages() const { return pages_; }
    const std::vector<ReadWords>& words() const { return words_; }
    ReadWords with(const std::string& text) const
    {
        const auto found = std::find_if(words_.begin(), words_.end(),
            [&](const ReadWords& words) { return words.text.find(text) != std::string::npos; });
        return found == words_.end() ? ReadWords{} : *found;
    }
    Inked inked(int page) const
    {
        const auto number = std::to_string(page);
        return Inked(told_by("pdftoppm -r 144 -f " + number + " -l " + number + " " + path()));
    }
    std::string told(const std::string& program) const
    {
        return told_by(program + " " + path() + (program == "pdftotext" ? " -" : ""));
    }

private:
    static constexpr double point = 25.4 / 72;

    std::string path() const { return folder_ / "read.pdf"; }

    tests::TemporaryFolder folder_;
    int pages_ = 0;
    std::vector<ReadWords> words_;
};

} // namespace xieshang::documents
