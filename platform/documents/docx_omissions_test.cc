// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a reader of a document does not see is not read, and what is not read is told.
#include "platform/documents/docx_lines_test.h"

namespace xieshang::documents {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::paragraph;

TEST(DocxOmissions, SkipsWhatWasDeletedMovedAwayOrHiddenAndSaysSo)
{
    const auto document =
        read({.body = run(
                  "<w:r><w:t>推进</w:t></w:r><w:del><w:r><w:delText>旧城</w:delText></w:r></w:del>"
                  "<w:ins><w:r><w:t>新城</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></"
                  "w:r></w:moveFrom>"
                  "<w:moveTo><w:r><w:t>建设</w:t></w:r></w:moveTo>"
                  "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
                  "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>。</w:t></w:r>"
                  "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>"
                  "<w:hyperlink><w:r><w:t>见附件</w:t></w:r></w:hyperlink>"
                  "<w:sdt><w:sdtContent><w:r><w:t>一</w:t></w:r></w:sdtContent></w:sdt>"
                  "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>品</"
                  "w:t></w:r>"
                  "</w:rubyBase></w:ruby></w:r>")});
    EXPECT_THAT(texts(document), ElementsAre("推进新城建设。见附件一品"));
    EXPECT_THAT(document.notes,
        ElementsAre(Note{"documents.deleted_skipped", {{"count", "2"}, {"characters", "4"}}, 0},
            Note{"documents.hidden_skipped", {{"count", "1"}, {"characters", "2"}}, 0}));
}

TEST(DocxOmissions, JoinsParagraphsWhoseEndWasDeleted)
{
    EXPECT_THAT(
        texts({.body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r>"
                       "</w:p>"
                + paragraph("后半")}),
        ElementsAre("前半后半"));
}

std::string cell(const std::string& change, const std::string& words)
{
    return "<w:tc><w:tcPr>" + change + "</w:tcPr>" + paragraph(words) + "</w:tc>";
}

std::string row(const std::string& change, const std::string& cells)
{
    return "<w:tr><w:trPr>" + change + "</w:trPr>" + cells + "</w:tr>";
}

TEST(DocxOmissions, LeavesDeletedRowsAndCellsOutAndReadsInsertedOnes)
{
    const auto document = read({.body = "<w:tbl>"
            + row("", cell("", "议题") + cell("<w:cellDel/>", "旧栏") + cell("", "时间"))
            + row("<w:del/>", cell("", "删去的议题") + cell("", "一月"))
            + row("<w:ins/>", cell("<w:cellIns/>", "新增的议题") + cell("", "五月"))
            + row("", cell("<w:cellDel/>", "甲") + cell("<w:cellDel/>", "乙")) + "</w:tbl>"});
    EXPECT_THAT(texts(document), ElementsAre("议题|时间", "新增的议题|五月"));
    EXPECT_THAT(document.notes,
        ElementsAre(Note{"documents.deleted_skipped", {{"count", "4"}, {"characters", "11"}}, 0}));
}

TEST(DocxOmissions, LeavesMovedParagraphsAndRowsOutWhereTheyCameFrom)
{
    const std::string from = "<w:moveFromRangeStart w:id=\"1\"/>"
                             "<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom><w:r>"
                             "<w:t>移动的一段</w:t></w:r></w:moveFrom></w:p>"
                             "<w:moveFromRangeEnd w:id=\"1\"/>";
    const std::string to = "<w:p><w:pPr><w:rPr><w:moveTo/></w:rPr></w:pPr><w:moveTo><w:r>"
                           "<w:t>移动的一段</w:t></w:r></w:moveTo></w:p>";
    const auto document = read({.body = from + paragraph("在前") + to + "<w:tbl><w:moveFrom>"
            + row("", cell("", "移动的一行")) + "</w:moveFrom><w:moveTo>"
            + row("", cell("", "移动的一行")) + "</w:moveTo></w:tbl>"});
    EXPECT_THAT(texts(document), ElementsAre("在前", "移动的一段", "移动的一行"));
    EXPECT_THAT(document.notes,
        ElementsAre(Note{"documents.deleted_skipped", {{"count", "2"}, {"characters", "10"}}, 0}));
}

std::string styled(const std::string& style, const std::string& run_style, const std::string& words)
{
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style
        + "\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
          "</w:pPr><w:r><w:rPr><w:rStyle w:val=\""
        + run_style + "\"/></w:rPr><w:t>" + words + "</w:t></w:r></w:p>";
}

TEST(DocxOmissions, SkipsWhatAStyleHidesAndSaysFromWhichLineOn)
{
    const std::string hidden = "<w:rPr><w:vanish/></w:rPr></w:style>";
    const std::string styles = "<w:style w:type=\"paragraph\" w:styleId=\"p\">" + hidden
        + "<w:style w:type=\"paragraph\" w:styleId=\"q\"><w:basedOn w:val=\"p\"/></w:style>"
          "<w:style w:type=\"paragraph\" w:styleId=\"shown\"><w:basedOn w:val=\"q\"/><w:rPr>"
          "<w:vanish w:val=\"0\"/></w:rPr></w:style>"
          "<w:style w:type=\"character\" w:styleId=\"c\">"
        + hidden
        + "<w:style w:type=\"character\" w:styleId=\"d\"><w:basedOn w:val=\"c\"/></w:style>";
    const auto document = read({.body = styled("shown", "", "甲") + styled("q", "", "段落隐藏")
            + styled("shown", "d", "字符隐藏") + styled("p", "c", "乙") + styled("", "", "丙"),
        .lists = tests::list_of(1, {{"decimal", "%1、"}}),
        .styles = styles});
    EXPECT_THAT(texts(document), ElementsAre("1、甲", "2、", "3、乙", "4、丙"));
    EXPECT_THAT(document.notes,
        ElementsAre(Note{"documents.hidden_skipped", {{"count", "2"}, {"characters", "8"}}, 1}));
}

TEST(DocxOmissions, TakesHiddenCodesForNoText)
{
    EXPECT_THAT(read({.body = run("<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>TC</w:instrText>"
                                  "<w:t> </w:t></w:r><w:del><w:r><w:br/></w:r></w:del>")})
                    .notes,
        IsEmpty());
}

tests::ZipPart part(const std::string& name, const std::string& inside)
{
    return {"word/" + name + ".xml", "<w:" + name + ">" + inside + "</w:" + name + ">"};
}

std::string relation(const std::string& type)
{
    return "<Relationship Id=\"" + type + "\" Type=\"http://x/" + type + "\" Target=\"" + type
        + ".xml\"/>";
}

std::string field(const std::string& code, const std::string& result)
{
    return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> " + code
        + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>"
        + result + "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}

TEST(DocxOmissions, TellsOfHeadersAndFooters)
{
    const auto notes = [](const std::string& header, const std::string& footer) {
        return read({.body = paragraph("正文"),
                        .relations = relation("header") + relation("footer"),
                        .more = {part("header", header), part("footer", footer)}})
            .notes;
    };
    EXPECT_THAT(
        notes(paragraph("青岚区政协  机密"),
            run("<w:r><w:t>第</w:t></w:r>" + field("PAGE", "3") + "<w:r><w:t>页  共</w:t></w:r>"
                + field("NUMPAGES", "12") + "<w:r><w:t>页</w:t></w:r>")),
        ElementsAre(
            Note{"documents.header_not_read", {{"text", "青岚区政协 机密"}, {"characters", "7"}}}));
    EXPECT_THAT(notes("<w:p/>",
                    run("<w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t>"
                        "</w:r></w:fldSimple><w:r><w:t> —</w:t></w:r>")
                        + paragraph("2026") + run(field("DATE", "三月"))),
        ElementsAre(
            Note{"documents.footer_not_read", {{"text", "— — 2026 三月"}, {"characters", "8"}}}));
}

TEST(DocxOmissions, TellsOfCommentsWhereTheFirstStands)
{
    const auto document = read(
        {.body = paragraph("一") + run("<w:r><w:t>二</w:t><w:commentReference w:id=\"1\"/></w:r>")
                + paragraph("三") + run("<w:r><w:t>四</w:t><w:commentReference w:id=\"2\"/></w:r>"),
            .relations = relation("comments"),
            .more = {part("comments",
                "<w:comment w:id=\"1\">" + paragraph("请核对时间")
                    + "</w:comment><w:comment w:id=\"2\">" + paragraph("同意") + "</w:comment>")}});
    EXPECT_THAT(texts(document), ElementsAre("一", "二", "三", "四"));
    EXPECT_THAT(document.notes,
        ElementsAre(Note{"documents.comments_not_read", {{"count", "2"}, {"characters", "7"}}, 1}));
}

TEST(DocxOmissions, TellsOfWhatIsLeftOutBehindTheEnd)
{
    const auto document = read({.body = paragraph("一") + paragraph("二") + "<w:del>"
            + paragraph("删去的尾段") + "</w:del>"});
    EXPECT_THAT(document.notes,
        ElementsAre(Note{"documents.deleted_skipped", {{"count", "1"}, {"characters", "5"}}, 1}));
}

TEST(DocxOmissions, TellsOfNotesThatNothingRefersTo)
{
    const auto document = read({.body = paragraph("正文"),
        .footnotes = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r>"
                     "</w:p></w:footnote><w:footnote w:id=\"2\">"
            + paragraph("无处引用") + "</w:footnote>"});
    EXPECT_THAT(texts(document), ElementsAre("正文"));
    EXPECT_THAT(document.notes,
        ElementsAre(Note{"documents.notes_left_out", {{"count", "1"}, {"characters", "4"}}}));
}

} // namespace
} // namespace xieshang::documents
