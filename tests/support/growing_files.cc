// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/support/growing_files.h"

#include "tests/support/office_files.h"

namespace xieshang::tests {
namespace {

std::string cell_with(const std::string& properties, const std::string& inside)
{
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + inside + "</w:tc>";
}

std::string rows_with(const std::string& cells, int times)
{
    return "<w:tbl>" + repeated("<w:tr>" + cells + "</w:tr>", times) + "</w:tbl>";
}

std::string plan_table(const std::string& rows)
{
    return paragraph("某区政协2026年协商工作计划") + "<w:tbl><w:tr>"
        + cell_with("", paragraph("议题")) + cell_with("", paragraph("时间"))
        + cell_with("", paragraph("责任单位")) + "</w:tr>" + rows + "</w:tbl>";
}

void add_tables(std::vector<HostileFile>& files)
{
    const auto span = cell_with("<w:gridSpan w:val=\"1000\"/>", "");
    const auto last = cell_with("", paragraph("x"));
    files.push_back(
        {"wide_row.docx", docx_of({.body = rows_with(repeated(span, 60'000) + last, 1)}),
            "documents.too_many_columns"});
    files.push_back({"columns.docx", docx_of({.body = rows_with(repeated(last, 20'000), 1)}),
        "documents.too_many_columns"});
    files.push_back({"grid_before.docx",
        docx_of(
            {.body = rows_with("<w:trPr><w:gridBefore w:val=\"999\"/></w:trPr>" + last + last, 1)}),
        "documents.too_many_columns"});
    files.push_back({"wide_rows.docx",
        docx_of({.body = rows_with(
                     cell_with("<w:gridSpan w:val=\"998\"/>", paragraph("x")) + last, 3000)}),
        "documents.too_much_text"});
    const auto goes_on = cell_with("<w:vMerge/>", "");
    files.push_back({"merged_text.docx", // 40 KB over 3000 rows
        docx_of(
            {.body = plan_table("<w:tr>" + cell_with("", paragraph("题"))
                 + cell_with("<w:vMerge w:val=\"restart\"/>", paragraph(std::string(40'000, 'A')))
                 + last + "</w:tr>"
                 + repeated("<w:tr>" + cell_with("", paragraph("题")) + goes_on + last + "</w:tr>",
                     3000))}),
        "documents.too_much_text"});
    std::string nested = paragraph("x");
    for (int i = 0; i < 60; ++i) {
        nested = rows_with(
            cell_with("", nested) + cell_with("", nested.size() < 100 ? nested : "<w:p/>"), 1);
    }
    files.push_back({"nested_tables.docx", docx_of({.body = nested}), "documents.too_deep"});
}

void add_words(std::vector<HostileFile>& files)
{
    files.push_back({"paragraphs.docx", docx_of({.body = repeated("<w:p/>", 200'000)}),
        "documents.too_many_lines"});
    files.push_back({"breaks.docx",
        docx_of({.body = "<w:p><w:r>" + repeated("<w:br/><w:tab/>", 200'000) + "</w:r></w:p>"}),
        "documents.too_complex"});
    files.push_back({"numbers.docx",
        docx_of({.body = repeated(numbered("", 1), 30'000),
            .lists = list_of(1, {{"upperLetter", repeated("%1", 32)}})}),
        "documents.too_much_text"});
    const std::string id(1'000'000, 'i');
    files.push_back({"long_style.docx", // named by none of the paragraphs, hence by all
        docx_of({.body = repeated("<w:p/>", 200'000),
            .styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"" + id
                + "\"><w:basedOn w:val=\"" + id + "\"/></w:style>"}),
        "documents.too_many_lines"});
    std::string chain;
    for (int i = 0; i < 1000; ++i) {
        chain += "<w:style w:type=\"paragraph\" w:styleId=\"s" + std::to_string(i)
            + "\"><w:basedOn w:val=\"s" + std::to_string(i + 1) + "\"/></w:style>";
    }
    files.push_back({"style_chain.docx",
        docx_of({.body = repeated("<w:p><w:pPr><w:pStyle w:val=\"s0\"/></w:pPr></w:p>", 60'000),
            .styles = chain}),
        "documents.too_many_lines"});
    const auto box = "<w:r><w:txbxContent>" + paragraph("x") + "</w:txbxContent></w:r>";
    files.push_back({"text_boxes.docx",
        docx_of({.body = "<w:p>" + repeated(box, 30'000) + "</w:p>"}), "documents.too_many_lines"});
}

void add_sheets(std::vector<HostileFile>& files)
{
    files.push_back({"long_sheet_name.xlsx",
        xlsx_of({.sheets = {{std::string(1'000'000, 'N'),
                     repeated("<row><c><v>1</v></c></row>", 5000), "", ""}}}),
        "documents.sheet_name_too_long"});
    Xlsx many;
    for (int i = 0; i < 3000; ++i) {
        many.sheets.push_back({"S" + std::to_string(i), "", "", ""});
    }
    many.sheets.resize(1001);
    files.push_back({"sheets.xlsx", xlsx_of(many), "documents.too_many_sheets"});
    files.push_back({"rows.xlsx",
        xlsx_of({.sheets = {{"S", repeated("<row><c><v>1</v></c></row>", 70'000), "", ""}}}),
        "documents.too_many_lines"});
    std::string rows = rows_of({{"某区政协2026年协商工作计划"}, {"议题", "时间", "责任单位"},
        {"题", std::string(30'000, 'A'), "x"}});
    for (int i = 4; i < 1000; ++i) {
        rows += rows_of({{"题", "", "x"}}, i);
    }
    files.push_back({"merged_text.xlsx",
        xlsx_of({.sheets = {{"S", rows, "<mergeCell ref=\"B3:XFD1048576\"/>", ""}}}),
        "documents.too_much_text"});
    files.push_back({"merged_ranges.xlsx",
        xlsx_of({.sheets = {{"S",
                     rows_of({{"x"}}) + repeated("<row><c r=\"B1\"><v>1</v></c></row>", 5000),
                     repeated("<mergeCell ref=\"A1:A1048576\"/>", 30'000), ""}}}),
        "documents.too_many_merged"});
    std::string format = repeated("\\甲", 60);
    files.push_back({"format_text.xlsx",
        xlsx_of({.sheets = {{"S",
                     repeated("<row>" + repeated("<c s=\"0\"><v>1</v></c>", 20) + "</row>", 2000),
                     "", ""}},
            .formats = "<numFmt numFmtId=\"200\" formatCode=\"" + format + "\"/>",
            .styles = "<xf numFmtId=\"200\"/>"}),
        "documents.too_much_text"});
}

} // namespace

std::string repeated(const std::string& text, int times)
{
    std::string all;
    all.reserve(text.size() * static_cast<std::size_t>(times));
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

std::vector<HostileFile> growing_files()
{
    std::vector<HostileFile> files;
    add_tables(files);
    add_words(files);
    add_sheets(files);
    return files;
}

std::vector<HostileFile> costly_files()
{
    const std::string title = "河东区政协2025年协商工作计划\n";
    const auto plan = [&](const std::string& name, const std::string& text) {
        return HostileFile{name, title + text.substr(0, (1U << 20U) - title.size()), ""};
    };
    std::string topics;
    std::string table = "序号\t议题\t时间\n";
    std::string notes;
    for (int i = 0; i < 19'000; ++i) {
        const auto number = std::to_string(i);
        topics += "（一）“议题" + number + "”\n";
        table += number + "\t议题" + number + "\t1月\n";
        notes += paragraph("（" + number + "）题");
    }
    const auto silent = repeated("<c><v>1</v></c>", 100);
    return {plan("letters.txt", std::string(1U << 20U, 'a')),
        plan("numbers.txt", repeated("1.", 500'000)),
        plan("years.txt", repeated("2025年", 120'000)),
        plan("brackets.txt", repeated("（", 340'000)),
        plan("labels.txt", repeated("责任部门：", 60'000)), plan("topics.txt", topics),
        plan("table.txt", table),
        plan("times.txt",
            repeated("3月、", 2000) + "\n" + repeated("主席会议协商：推进城市更新工作\n", 15'000)),
        {"topics.docx", docx_of({.body = paragraph("河东区政协2025年协商工作计划") + notes}), ""},
        {"hidden_numbers.xlsx", // a format that shows nothing
            xlsx_of({.sheets = {{"S", repeated("<row>" + silent + "</row>", 1200), "", ""},
                         {"T", repeated("<row>" + silent + "</row>", 1200), "", ""}},
                .formats =
                    "<numFmt numFmtId=\"200\" formatCode=\"" + repeated("[Red]", 50) + "_x\"/>",
                .styles = "<xf numFmtId=\"200\"/>"}),
            ""}};
}

} // namespace xieshang::tests
