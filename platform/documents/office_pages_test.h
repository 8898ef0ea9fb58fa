// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A .docx as LibreOffice shows it: words and rules with their places, for tests. Millimetres from
// the page's upper left corner. What is not installed is said by missing().
#pragma once

#include "platform/documents/official_fonts.h"
#include "tests/support/temporary_folder.h"

#include <cstdio>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace xieshang::tests {

inline constexpr double mm_a_point = 25.4 / 72;

struct ShownWord {
    std::string text;
    double left = 0;
    double right = 0;
    double middle = 0; // of Han ink, from above
    double height = 0; // of its box: in proportion to the size of type
};

struct ShownRule { // a row of one colour, at least as wide as half the page
    bool red = false;
    double above = 0;
    double left = 0;
    double width = 0;
};

struct ShownPage {
    std::vector<ShownWord> words;
    std::vector<ShownRule> rules;
};

inline std::string output_of(const std::string& command)
{
    FILE* const pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) {
        throw std::runtime_error(command);
    }
    std::string output;
    std::vector<char> piece(1U << 16U);
    for (std::size_t read = 1; read > 0; output.append(piece.data(), read)) {
        read = std::fread(piece.data(), 1, piece.size(), pipe);
    }
    ::pclose(pipe);
    return output;
}

class OfficePages {
public:
    static std::string missing()
    {
        const auto found =
            output_of("for one in soffice pdftotext pdftoppm; do command -v $one; done | wc -l; "
                      "fc-list | grep -cE 'Noto Serif CJK SC Light|LXGW WenKai'");
        return found.starts_with("3\n") && !found.ends_with("\n0\n")
            ? ""
            : "libreoffice-writer-nogui, poppler-utils, fonts-noto-cjk-extra or "
              "fonts-lxgw-wenkai is not installed";
    }

    // With a profile of its own, and the stand-ins of official_fonts.h as the fonts.
    explicit OfficePages(const std::string& docx)
    {
        std::ofstream(folder_ / "a.docx", std::ios::binary) << docx;
        std::ofstream(folder_ / "fonts.conf") << stand_ins();
        const auto at = folder_.path().string();
        output_of("cd '" + at + "' && HOME='" + at + "' FONTCONFIG_FILE='" + at
            + "/fonts.conf' timeout 300 soffice -env:UserInstallation=file://" + at
            + "/profile --headless --convert-to pdf a.docx >/dev/null 2>&1");
        read_words();
        read_rules();
    }

    const std::vector<ShownPage>& pages() const { return pages_; }

private:
    static std::string stand_ins()
    {
        std::string xml = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
                          "<fontconfig><include>/etc/fonts/fonts.conf</include>";
        for (const auto& font : documents::fonts::stand_ins) {
            xml += "<match target=\"pattern\"><test name=\"family\"><string>"
                + std::string(font.font)
                + "</string></test><edit name=\"family\" mode=\"assign\" "
                  "binding=\"strong\"><string>"
                + std::string(font.on_debian) + "</string></edit></match>";
        }
        return xml + "</fontconfig>";
    }

    void read_words()
    {
        static const std::regex word(R"re(<word xMin="([\d.]+)" yMin="([\d.]+)" )re"
                                     R"re(xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>)re");
        std::istringstream lines(output_of("pdftotext -bbox '" + (folder_ / "a.pdf") + "' - 2>&1"));
        for (std::string line; std::getline(lines, line);) {
            std::smatch found;
            if (line.find("<page ") != line.npos) {
                pages_.emplace_back();
            } else if (!pages_.empty() && std::regex_search(line, found, word)) {
                const auto number = [&](std::size_t i) {
                    return std::stod(found[i].str()) * mm_a_point;
                };
                pages_.back().words.push_back({found[5].str(), number(1), number(3),
                    (number(2) + number(4)) / 2, number(4) - number(2)});
            }
        }
    }

    void read_rules()
    {
        const std::string pixels =
            output_of("pdftoppm -r 127 '" + (folder_ / "a.pdf") + "' 2>/dev/null");
        std::istringstream pictures(pixels);
        for (auto& page : pages_) {
            std::string format;
            std::size_t width = 0;
            std::size_t height = 0;
            int most = 0;
            pictures >> format >> width >> height >> most;
            pictures.get();
            std::string row(3 * width, '\0');
            for (std::size_t y = 0; y < height; ++y) {
                pictures.read(row.data(), static_cast<std::streamsize>(row.size()));
                add_rule(page, row, static_cast<double>(y));
            }
        }
    }

    static void add_rule(ShownPage& page, const std::string& row, double y)
    {
        constexpr double mm = 0.2; // a pixel
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t dark = 0;
        std::size_t red = 0;
        for (std::size_t x = 0; 3 * x < row.size(); ++x) {
            const auto value = [&](std::size_t i) {
                return static_cast<unsigned char>(row[3 * x + i]);
            };
            if (value(1) < 160) {
                begin = dark == 0 ? x : begin;
                end = x + 1;
                ++dark;
                red += value(0) > 200 ? 1 : 0;
            }
        }
        const bool is_whole = end - begin < dark + 5 && 6 * dark > row.size();
        if (is_whole) {
            page.rules.push_back({2 * red > dark, mm * y, mm * static_cast<double>(begin),
                mm * static_cast<double>(end - begin)});
        }
    }

    TemporaryFolder folder_;
    std::vector<ShownPage> pages_;
};

} // namespace xieshang::tests
