// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/given_names_actions.h"
#include "features/settings/settings_desk_test.h"

namespace xieshang::settings {
namespace {

using members::Role;
using testing::HasSubstr;
using testing::Not;

class SettingRoutes : public SettingsDesk {
protected:
    const std::string notice = "/api/settings/thematic_notice";
};
ON_EVERY_DATABASE(SettingRoutes);

TEST_P(SettingRoutes, ShowAllSettingsWithDefaultAndExplanation)
{
    const auto all = see("/api/settings").body.at("items").as_array();
    ASSERT_EQ(all.size(), all_settings().size());
    const auto one = see(notice).body;
    EXPECT_EQ(one.at("name"), "Notice of a thematic consultation");
    EXPECT_EQ(one.at("shown"), "10 working days");
    EXPECT_EQ(one.at("is_default"), true);
    EXPECT_EQ(one.at("version"), 0);
    EXPECT_EQ(one.at("changed"), nullptr);
    EXPECT_EQ(see("/api/settings/no_such_setting").code(), "settings.not_found");
    EXPECT_EQ(see("/api/settings/no_such_setting/history").status, 404);
    const auto chinese = ask(get, notice, {.language = "zh-CN"});
    EXPECT_EQ(chinese.at("shown"), "10 个工作日");
    EXPECT_EQ(see("/api/settings/three_offices_reviewers").at("shown"),
        "Party committee office, Government office, Office");
}

TEST_P(SettingRoutes, NarrowTheListAndExportIt)
{
    const auto count = [&](const std::string& query) {
        return see("/api/settings?" + query).body.at("items").as_array().size();
    };
    EXPECT_EQ(count("group=quorum"), 2);
    EXPECT_EQ(count("q=QUORUM"), 1);
    EXPECT_EQ(count("q=thematic_notice"), 2);
    EXPECT_EQ(count("changed=true"), 0);
    ASSERT_EQ(set("thematic_notice", "15wd", 0).status, 200);
    EXPECT_EQ(count("changed=true"), 1);
    const auto table = see("/api/settings/export?changed=true").text;
    EXPECT_THAT(table, HasSubstr("\"15 working days\",\"10 working days\""));
    EXPECT_THAT(table, HasSubstr("区委要求"));
    EXPECT_THAT(table, Not(HasSubstr("Quorum")));
}

TEST_P(SettingRoutes, AreReadByWhoTakesPartAndChangedByTheOfficeAlone)
{
    nobody();
    EXPECT_EQ(see("/api/settings").status, 401);
    EXPECT_EQ(set("thematic_notice", "15wd", 0).status, 401);
    for (const auto role : {Role::reader, Role::member, Role::secretary_general}) {
        be(role);
        EXPECT_EQ(see(notice).status, 200);
        EXPECT_EQ(see(notice + "/history").status, 200);
        EXPECT_EQ(set("thematic_notice", "15wd", 0).status, 403);
        EXPECT_EQ(reset("thematic_notice", 0).status, 403);
    }
    be(Role::system_administrator);
    EXPECT_EQ(see(notice).status, 403);
    EXPECT_EQ(recorded("setting.set"), 0);
}

TEST_P(SettingRoutes, KeepAChangeWithItsReasonAndWhatWasBefore)
{
    const auto changed = set("thematic_notice", "15wd", 0);
    ASSERT_EQ(changed.status, 200) << changed.text;
    EXPECT_EQ(changed.at("shown"), "15 working days");
    EXPECT_EQ(changed.body.at("is_default"), false);
    EXPECT_EQ(changed.body.at("changed").at("by_name"), "张三");
    EXPECT_EQ(changed.body.at("changed").at("reason"), "区委要求");
    ASSERT_EQ(set("thematic_notice", "12d", 1, "再改").status, 200);
    EXPECT_EQ(recorded("setting.set"), 2);
    EXPECT_THAT(newest_content(), HasSubstr(R"("before":{"items":[],"text":"15wd"})"));
    EXPECT_THAT(newest_content(), HasSubstr(R"("reason":"再改")"));
    const auto history = see(notice + "/history").body.at("items").as_array();
    ASSERT_EQ(history.size(), 2);
    EXPECT_EQ(history.at(0).at("before"), "15 working days");
    EXPECT_EQ(history.at(0).at("after"), "12 days");
    EXPECT_EQ(history.at(1).at("before"), "10 working days");
    EXPECT_EQ(history.at(1).at("by_name"), "张三");
}

TEST_P(SettingRoutes, SetBackToTheDefault)
{
    EXPECT_EQ(reset("thematic_notice", 0).code(), "settings.is_default");
    ASSERT_EQ(set("thematic_notice", "15wd", 0).status, 200);
    const auto back = reset("thematic_notice", 1);
    ASSERT_EQ(back.status, 200) << back.text;
    EXPECT_EQ(back.at("shown"), "10 working days");
    EXPECT_EQ(back.body.at("is_default"), true);
    EXPECT_EQ(back.body.at("version"), 2);
    EXPECT_EQ(recorded("setting.reset"), 1);
    EXPECT_EQ(reset("thematic_notice", 2).code(), "settings.is_default");
    EXPECT_EQ(set("thematic_notice", "15wd", 2).status, 200);
    EXPECT_EQ(see(notice + "/history").body.at("items").at(1).at("is_default"), true);
}

TEST_P(SettingRoutes, RefuseWhatASettingCannotSayInThePersonsLanguage)
{
    EXPECT_EQ(set("thematic_notice", "soon", 0).field(), "/value/text settings.value.duration");
    EXPECT_EQ(set("thematic_notice", "1d", 0).field(), "/value/text settings.order.at_least");
    EXPECT_THAT(
        set("thematic_notice", "1d", 0).text, HasSubstr("Least notice of a thematic consultation"));
    EXPECT_EQ(set("thematic_notice", "10wd", 0).code(), "settings.not_changed");
    EXPECT_EQ(set("thematic_notice", "15wd", 0, "").status, 422);
    EXPECT_EQ(set("no_such_setting", "1", 0).status, 404);
    const auto chinese = ask(put, notice,
        {.body = R"({"value":{"text":"soon","items":[]},"reason":"改"})",
            .version = 0,
            .language = "zh-CN"});
    EXPECT_EQ(chinese.status, 422);
    EXPECT_THAT(chinese.text, HasSubstr("“专题协商会通知”不能这样设置"));
    const auto fields = ask(put, "/api/settings/plan_fields",
        {R"({"value":{"text":"","items":[{"id":"economy","name":"经济","name_en":""}]},
             "reason":"只留一项"})",
            0});
    EXPECT_EQ(fields.field(), "/value/items settings.items.left_out");
    EXPECT_EQ(recorded("setting.set"), 0);
}

TEST_P(SettingRoutes, TakeTheRowsOfAList)
{
    const auto answer = ask(put, "/api/settings/chairpersons_reviewers",
        {R"({"value":{"text":"","items":[
             {"id":"secretary_general","name":"","name_en":"","turn":1,"count":1},
             {"id":"chairperson","name":"","name_en":"","turn":2,"count":2}]},
             "reason":"先由秘书长核对"})",
            0});
    ASSERT_EQ(answer.status, 200) << answer.text;
    EXPECT_EQ(answer.at("shown"), "Secretary-general, Chairperson or vice-chairperson × 2");
    const auto kept = db().read(
        [](db::Tx& tx) { return settings_of(tx).items(SettingKey::chairpersons_reviewers); });
    ASSERT_EQ(kept.size(), 2);
    EXPECT_EQ(kept.at(1).turn, 2);
    EXPECT_EQ(boost::json::serialize(
                  see("/api/settings/party_committee_reviewers").body.at("reviewer_roles")),
        R"(["party_committee"])");
    const auto never = ask(put, "/api/settings/party_committee_reviewers",
        {R"({"value":{"text":"","items":[
             {"id":"party_office","name":"","name_en":"","turn":1,"count":1},
             {"id":"party_committee","name":"","name_en":"","turn":2,"count":1}]},
             "reason":"先由党委办核对"})",
            0});
    EXPECT_EQ(never.status, 422);
    EXPECT_EQ(never.field(), "/value/items/0/id settings.item.role");
}

TEST_P(SettingRoutes, GiveFormsAndFieldsTheNameThatTablesUse)
{
    const auto text = [&](texts::Language language, std::string_view code) {
        return texts_with_given_names(services(), language)(code);
    };
    EXPECT_EQ(text(texts::Language::zh_cn, "suggestion.field.ecology"), "生态文明建设");
    auto fields = default_of(SettingKey::plan_fields);
    fields.items.back().name = "美丽云栖";
    ASSERT_TRUE(set_setting(services(), actor(Role::office), {"plan_fields", 0, fields, "改名"}));
    EXPECT_EQ(text(texts::Language::zh_cn, "suggestion.field.ecology"), "美丽云栖");
    EXPECT_EQ(text(texts::Language::en, "suggestion.field.ecology"), "Ecology");
    EXPECT_EQ(text(texts::Language::zh_cn, "suggestion.field.economy"), "经济建设");
    EXPECT_EQ(text(texts::Language::en, "suggestion.export.file_name"),
        texts::built_in().text(texts::Language::en, "suggestion.export.file_name"));
}

TEST_P(SettingRoutes, SettleOfTwoWhoSawTheSameTheFirst)
{
    EXPECT_EQ(
        ask(put, notice, {R"({"value":{"text":"15wd","items":[]},"reason":"改"})"}).status, 428);
    ASSERT_EQ(set("thematic_notice", "15wd", 0).status, 200);
    const auto later = set("thematic_notice", "20wd", 0);
    EXPECT_EQ(later.status, 412);
    EXPECT_EQ(later.code(), "settings.stale");
    EXPECT_EQ(reset("thematic_notice", 0).status, 412);
    EXPECT_EQ(see(notice).at("shown"), "15 working days");
    const Sent again{R"({"value":{"text":"20wd","items":[]},"reason":"改"})", 1, "the-same-key-1"};
    ASSERT_EQ(ask(put, notice, again).status, 200);
    EXPECT_EQ(ask(put, notice, again).status, 200); // answered as before
    EXPECT_EQ(recorded("setting.set"), 2);
}

TEST_P(SettingRoutes, LetTheInspectionFindWhatTheRecordDoesNotSay)
{
    ASSERT_EQ(set("thematic_notice", "15wd", 0).status, 200);
    ASSERT_EQ(set("quorum_share", "3/4", 0).status, 200);
    const auto audited = [&](const std::string& name) {
        return db().read([&](db::Tx& tx) { return audit_setting(tx, name); });
    };
    EXPECT_EQ(db().read([](db::Tx& tx) { return settings_to_audit(tx); }).size(), 2);
    EXPECT_TRUE(audited("thematic_notice").empty());
    ASSERT_TRUE(db().transact([](db::Tx& tx) -> base::Result<int> {
        tx.execute("UPDATE setting SET text = '1d' WHERE name = 'thematic_notice'");
        tx.execute("DELETE FROM setting WHERE name = 'quorum_share'");
        return 0;
    }));
    ASSERT_EQ(audited("thematic_notice").size(), 1);
    EXPECT_EQ(audited("thematic_notice").at(0).code, "check.row_differs");
    EXPECT_EQ(audited("quorum_share").at(0).code, "check.no_row");
}

} // namespace
} // namespace xieshang::settings
