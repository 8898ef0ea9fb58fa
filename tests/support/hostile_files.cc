// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/support/hostile_files.h"

#include "tests/support/growing_files.h"
#include "tests/support/office_files.h"

#include <algorithm>

namespace xieshang::tests {
namespace {

Docx honest() { return {.body = paragraph("某区政协2026年协商工作计划")}; }

std::vector<ZipPart> with(std::vector<ZipPart> parts, ZipPart more)
{
    parts.push_back(std::move(more));
    return parts;
}

// The parts with one of them changed.
template <class Change>
std::string changed(std::vector<ZipPart> parts, const std::string& name, Change change)
{
    for (auto& part : parts) {
        if (part.name == name) {
            change(part);
        }
    }
    return zip_of(parts);
}

template <class Change>
std::string changed_document(Change change)
{
    return changed(parts_of(honest()), "word/document.xml", change);
}

std::string outside(const std::string& type, const std::string& target)
{
    return "<Relationship Id=\"x\" Type=\"http://x/" + type + "\" Target=\"" + target
        + "\" TargetMode=\"External\"/>";
}

void add_archives(std::vector<HostileFile>& files)
{
    const auto bytes = docx_of(honest());
    files.push_back({"truncated.docx", bytes.substr(0, bytes.size() / 2), "documents.damaged"});
    files.push_back({"only_a_start.docx", "PK\x03\x04", "documents.damaged"});
    auto damaged = bytes;
    damaged[damaged.find("word/document.xml") + 40] ^= 0x55;
    files.push_back({"damaged.docx", damaged, "documents.damaged"});
    files.push_back({"flat_bomb.docx", changed_document([](ZipPart& part) {
                         part.content = std::string(1U << 20U, ' ');
                         part.repeats = 64;
                     }),
        "documents.unpacks_too_large"});
    files.push_back({"lying_size.docx", changed_document([](ZipPart& part) {
                         part.content = std::string(1U << 20U, ' ');
                         part.repeats = 64;
                         part.stated_bytes = 100;
                     }),
        "documents.unpacks_too_large"});
    files.push_back({"lying_size_small.docx",
        changed_document([](ZipPart& part) { part.stated_bytes = 100; }), "documents.damaged"});
    files.push_back({"stated_bomb.docx",
        zip_of(with(parts_of(honest()), {"word/media/a.png", "x", 1, true, 0, 0xF0000000U})),
        "documents.unpacks_too_large"});
    files.push_back({"nested_bomb.docx",
        zip_of(with(parts_of(honest()), {"word/embeddings/inner.zip", zip_of({{"a", "x", 1000}})})),
        "documents.nested"});
    auto overlapping = parts_of(honest());
    for (int i = 0; i < 50; ++i) {
        overlapping.push_back(
            {"word/" + std::to_string(i) + ".xml", "", 1, true, 0, UINT32_MAX, 6});
    }
    files.push_back({"overlapping.docx", zip_of(overlapping), "documents.parts_overlap"});
    files.push_back({"duplicate.docx",
        zip_of(with(parts_of(honest()), {"WORD/Document.xml", "<a/>"})), "documents.part_twice"});
    for (const std::string name : {"../../etc/passwd", "/etc/passwd", "C:\\x.xml", "word/../x"}) {
        files.push_back({"path_" + std::to_string(files.size()) + ".docx",
            zip_of(with(parts_of(honest()), {name, "x"})), "documents.part_name"});
    }
    auto many = parts_of(honest());
    for (int i = 0; i < 5000; ++i) {
        many.push_back({"word/m" + std::to_string(i), "x", 1, false});
    }
    files.push_back({"many_parts.docx", zip_of(many), "documents.too_many_parts"});
    files.push_back({"encrypted.docx", changed_document([](ZipPart& part) { part.flags = 1; }),
        "documents.encrypted"});
    files.push_back({"password.docx",
        std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(4096, '\0')
            + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32),
        "documents.encrypted"});
    files.push_back({"just.zip", zip_of({{"a.txt", "x"}}), "documents.not_office"});
}

// What zip64 can say more: numbers that run over, and a second end of the archive.
void add_long_archives(std::vector<HostileFile>& files)
{
    const auto bytes = zip64_of(parts_of(honest()));
    const auto end = bytes.size() - 22 - long_end_bytes;
    const auto with_bytes = [&](std::size_t at, const std::string& more) {
        auto other = bytes;
        return other.replace(at, more.size(), more);
    };
    const std::string full(8, '\xFF');
    auto stated = parts_of(honest());
    stated.push_back({"word/media/a.png", "x", 1, true, 0, UINT64_MAX});
    files.push_back({"zip64_stated.docx", zip64_of(stated), "documents.unpacks_too_large"});
    stated.push_back({"word/media/b.png", "x", 1, true, 0, 2}); // the sum is small
    files.push_back({"zip64_sum.docx", zip64_of(stated), "documents.unpacks_too_large"});
    auto bomb = parts_of(honest());
    bomb.back().content = std::string(1U << 20U, ' ');
    bomb.back().repeats = 64;
    files.push_back({"zip64_bomb.docx", zip64_of(bomb), "documents.unpacks_too_large"});
    files.push_back(
        {"zip64_count.docx", with_bytes(end + 24, full + full), "documents.too_many_parts"});
    files.push_back({"zip64_list.docx", with_bytes(end + 40, full + full), "documents.damaged"});
    files.push_back({"zip64_astray.docx", with_bytes(end + 64, full), "documents.damaged"});
    files.push_back({"zip64_place.docx", with_bytes(end - 8, full), "documents.damaged"});
    files.push_back({"zip64_two_ends.docx", // the short one counts other parts than the long one
        with_bytes(bytes.size() - 14, std::string("\1\0\1\0", 4)), "documents.damaged"});
}

void add_xml(std::vector<HostileFile>& files)
{
    const auto document = [&](const std::string& name, const std::string& xml,
                              const std::string& code) {
        files.push_back(
            {name + ".docx", changed_document([&](ZipPart& part) { part.content = xml; }), code});
    };
    document("dtd", "<!DOCTYPE a><a/>", "documents.has_dtd");
    document("entity_bomb",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"" + repeated("&b;", 1000)
            + "\"><!ENTITY d \"" + repeated("&c;", 1000) + "\">]><a>&d;</a>",
        "documents.has_dtd");
    document("entity_outside", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
        "documents.has_dtd");
    const auto wide = [](const std::string& ascii) {
        std::string bytes = "\xFF\xFE";
        for (const char c : ascii) {
            bytes += {c, '\0'};
        }
        return bytes;
    };
    document("dtd_utf16", wide("<!DOCTYPE a [<!ENTITY b \"x\">]><a>&b;</a>"), "documents.has_dtd");
    document("elements_utf16", wide("<a>" + repeated("<b/>", 900'000) + "</a>"),
        "documents.too_complex");
    document("text_utf16", wide("<a>") + repeated("\x4E\x4E", 4'000'000) + wide("</a>"),
        "documents.unpacks_too_large");
    document(
        "gbk", "<?xml version=\"1.0\" encoding=\"GBK\"?><a>\xD2\xE9</a>", "documents.encoding");
    document("broken_xml", "<w:document><w:body>", "documents.damaged");
    document("deep", repeated("<a>", 200'000) + repeated("</a>", 200'000), "documents.too_deep");
    document("elements", "<a>" + repeated("<b/>", 1'500'000) + "</a>", "documents.too_complex");
    document("attributes", "<a>" + repeated("<b a='' b=''/>", 400'000) + "</a>",
        "documents.too_complex");
    std::string pages;
    const auto words = paragraph(std::string(3000, 'A'));
    files.push_back({"too_much_text.docx", docx_of({.body = repeated(words, 1000)}),
        "documents.too_much_text"});
}

void add_active(std::vector<HostileFile>& files)
{
    files.push_back({"macros.docm",
        changed(parts_of(honest()), "[Content_Types].xml",
            [](ZipPart& part) {
                const std::string plain = "openxmlformats-officedocument.wordprocessingml.document";
                part.content.replace(
                    part.content.find(plain), plain.size(), "ms-word.document.macroEnabled");
            }),
        "documents.macros"});
    files.push_back({"macros.docx", zip_of(with(parts_of(honest()), {"word/vbaProject.bin", "x"})),
        "documents.macros"});
    for (const std::string target :
        {"http://127.0.0.1:1/a.dotm", "\\\\server\\share\\a.dotm", "file://server/a.dotm"}) {
        auto docx = honest();
        docx.relations = outside("attachedTemplate", target);
        files.push_back({"template_" + std::to_string(files.size()) + ".docx", docx_of(docx),
            "documents.outside"});
    }
}

// The macros of Excel 4: a sheet by its type, its relation, its place, or its root alone.
void add_macro_sheets(std::vector<HostileFile>& files)
{
    const auto book =
        parts_of(Xlsx{.sheets = {{"S", rows_of({{"甲"}}), "", ""}, {"M", "", "", ""}}});
    const auto sheet = [](ZipPart& part) {
        part.content = "<xm:macrosheet xmlns:xm=\"x\"><sheetData><row><c t=\"str\"><f>EXEC(\"a\")"
                       "</f><v>0</v></c></row></sheetData></xm:macrosheet>";
    };
    const auto insert = [](const std::string& end, const std::string& more) {
        return [=](ZipPart& part) { part.content.insert(part.content.find(end), more); };
    };
    files.push_back(
        {"macro_root.xlsx", changed(book, "xl/worksheets/sheet2.xml", sheet), "documents.macros"});
    files.push_back({"macro_type.xlsx",
        changed(book, "[Content_Types].xml",
            insert("</Types>",
                "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType="
                "\"application/vnd.ms-excel.macrosheet+xml\"/>")),
        "documents.macros"});
    files.push_back({"macro_relation.xlsx",
        changed(book, "xl/_rels/workbook.xml.rels",
            insert("</Relationships>",
                "<Relationship Id=\"m\" Type=\"http://schemas.microsoft.com/office/2006/"
                "relationships/xlIntlMacrosheet\" Target=\"x/sheet1.xml\"/>")),
        "documents.macros"});
    files.push_back({"macro_part.xlsx", zip_of(with(book, {"xl/macrosheets/sheet1.xml", "<a/>"})),
        "documents.macros"});
}

void add_sheets(std::vector<HostileFile>& files)
{
    files.push_back({"shared_string_bomb.xlsx",
        xlsx_of({.sheets = {{"S",
                     repeated("<row>" + repeated("<c t=\"s\"><v>0</v></c>", 50) + "</row>", 2000),
                     "", ""}},
            .shared = {std::string(32'767, 'A')}}),
        "documents.too_much_text"});
    files.push_back({"wide.xlsx",
        xlsx_of(
            {.sheets = {{"S", repeated("<row><c r=\"XFD1\"><v>1</v></c></row>", 1000), "", ""}}}),
        "documents.too_much_text"});
    files.push_back({"lying_dimension.xlsx",
        xlsx_of({.sheets = {{"S", rows_of({{"菜谱"}, {"番茄炒蛋"}}), "", "", "A1:XFD1048576"}}}),
        "reading.not_a_plan"});
    files.push_back({"cells.xlsx",
        xlsx_of({.sheets = {{"S", repeated("<row>" + repeated("<c/>", 1000) + "</row>", 2000), "",
                     ""}}}),
        "documents.too_complex"});
}

} // namespace

std::vector<HostileFile> hostile_files()
{
    std::vector<HostileFile> files;
    add_archives(files);
    add_long_archives(files);
    add_xml(files);
    add_active(files);
    add_macro_sheets(files);
    add_sheets(files);
    for (auto& file : growing_files()) {
        files.push_back(std::move(file));
    }
    return files;
}

} // namespace xieshang::tests
