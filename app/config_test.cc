// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/config.h"

#include "tests/support/temporary_folder.h"

#include <fstream>
#include <gtest/gtest.h>

namespace xieshang::app {
namespace {

base::Result<Config> read(const std::string& toml)
{
    tests::TemporaryFolder folder;
    std::ofstream(folder / "xieshang.toml") << toml;
    Config defaults;
    defaults.data = folder.path().string();
    return read_config(defaults);
}

TEST(Config, NeedsNoFile)
{
    tests::TemporaryFolder folder;
    Config defaults;
    defaults.data = folder.path().string();
    EXPECT_EQ(read_config(defaults)->listen, "127.0.0.1:8080");
}

TEST(Config, ReadsWhatItShows)
{
    Config config;
    config.listen = "[::1]:9000";
    config.trusted_proxy = {"10.0.0.0/8", "fd00::/8"};
    config.insecure = true;
    const auto again = read(shown(config));
    ASSERT_TRUE(again) << again.error().code;
    EXPECT_EQ(again->listen, config.listen);
    EXPECT_EQ(again->trusted_proxy, config.trusted_proxy);
    EXPECT_TRUE(again->insecure);
}

TEST(Config, HidesThePasswordOfTheDatabase)
{
    Config config;
    config.database = "postgres://xieshang:secret@db/xieshang";
    EXPECT_EQ(shown(config).find("secret"), std::string::npos);
}

TEST(Config, NamesTheLineOfAMistake)
{
    const auto unknown = read("listen = \"127.0.0.1:80\"\ncolour = 1\n");
    EXPECT_EQ(unknown.error().code, "config.unknown_key");
    EXPECT_EQ(unknown.error().params.at("line"), "2");
    EXPECT_EQ(read("workers = \"many\"\n").error().code, "config.wrong_type");
    EXPECT_EQ(read("workers = 0\n").error().code, "config.wrong_type");
    EXPECT_EQ(read("listen = \n").error().code, "config.bad_file");
}

TEST(Config, SaysWhatASettingAllows)
{
    const auto allowed = [](const std::string& toml) {
        const auto config = read(toml);
        return config ? "taken" : config.error().params.at("reason");
    };
    EXPECT_EQ(allowed("workers = 257\n"), "allowed.workers");
    EXPECT_EQ(allowed("insecure = 1\n"), "allowed.boolean");
    EXPECT_EQ(allowed("listen = \"nowhere\"\n"), "allowed.listen");
    EXPECT_EQ(allowed("trusted_proxy = [\"abc\"]\n"), "allowed.networks");
    EXPECT_EQ(allowed("tls_cert = 1\n"), "allowed.file");
    EXPECT_EQ(allowed("database = \"mysql://x\"\n"), "allowed.database");
    EXPECT_EQ(allowed("database = \"postgresql://x/y\"\n"), "taken");
    EXPECT_EQ(allowed("sign_in = 3\n"), "allowed.table");
}

TEST(Config, ReadsAProviderAndNamesItsMistakes)
{
    const std::string good = "[oidc]\nissuer = \"https://id.example\"\nclient_id = \"x\"\n"
                             "name = \"ID\"\n";
    EXPECT_FALSE(read("")->oidc.settings.on());
    const auto config = read(good + "client_secret_file = \"/s\"\nhosts = [\"keys.example\"]\n");
    ASSERT_TRUE(config) << config.error().code;
    EXPECT_EQ(config->oidc.settings.subject_claim, "sub");
    EXPECT_EQ(shown(read(shown(*config))->oidc), shown(config->oidc));
    const auto mistake = [](const std::string& toml) {
        const auto error = read(toml).error();
        return error.code + " " + error.params.at("line");
    };
    EXPECT_EQ(mistake(good + "colour = 1\n"), "config.unknown_key 5");
    EXPECT_EQ(mistake(good + "client_secret = \"s\"\n"), "config.unknown_key 5");
    EXPECT_EQ(mistake(good + "proxy = 3\n"), "config.wrong_type 5");
    EXPECT_EQ(mistake(good + "hosts = [\"a/b\"]\n"), "config.wrong_type 5");
    EXPECT_EQ(mistake("[oidc]\nissuer = \"http://id.example\"\n"), "config.wrong_type 2");
    EXPECT_EQ(mistake("\n[oidc]\nissuer = \"https://id.example\"\n"), "config.oidc_incomplete 2");
    EXPECT_EQ(mistake("oidc = 3\n"), "config.wrong_type 1");
    EXPECT_EQ(provider_of({{}, "/nowhere/secret"}).error().code, "config.oidc_no_secret");
}

TEST(Config, ChoosesWhatAPasswordMustBe)
{
    EXPECT_EQ(read("")->sign_in.password_profile, members::PasswordProfile::asvs);
    EXPECT_EQ(read("")->sign_in.second_factor, members::SecondFactorUse::offered);
    const auto config =
        read("[sign_in]\npassword_profile = \"cn-djbh\"\nsecond_factor = \"required\"\n");
    ASSERT_TRUE(config) << config.error().code;
    EXPECT_EQ(config->sign_in.password_profile, members::PasswordProfile::cn_djbh);
    EXPECT_EQ(read(shown(*config))->sign_in.password_profile, members::PasswordProfile::cn_djbh);
    EXPECT_EQ(read(shown(*config))->sign_in.second_factor, members::SecondFactorUse::required);
    const auto of_house = read("[sign_in]\nhouse_words = [\"南通\", \"濠河\"]\n");
    ASSERT_TRUE(of_house);
    EXPECT_EQ(
        read(shown(*of_house))->sign_in.house_words, (std::vector<std::string>{"南通", "濠河"}));
    const auto mistake = [](const std::string& toml) {
        const auto error = read(toml).error();
        return error.code + " " + error.params.at("line");
    };
    EXPECT_EQ(mistake("[sign_in]\nhouse_words = \"南通\"\n"), "config.wrong_type 2");
    EXPECT_EQ(mistake("[sign_in]\nhouse_words = [\"南\"]\n"), "config.wrong_type 2");
    EXPECT_EQ(mistake("[sign_in]\npassword_profile = \"x\"\n"), "config.wrong_type 2");
    EXPECT_EQ(mistake("[sign_in]\nsecond_factor = true\n"), "config.wrong_type 2");
    EXPECT_EQ(mistake("[sign_in]\ncolour = 1\n"), "config.unknown_key 2");
}

TEST(Config, TakesNoOtherDatabaseThanPostgres)
{
    EXPECT_TRUE(is_database("postgres://xieshang@db/xieshang"));
    const auto refused = is_database("mysql://wang:secret@db/x").error();
    EXPECT_EQ(refused.code, "config.bad_database");
    EXPECT_EQ(refused.params.at("database"), "mysql://wang:…@db/x");
}

// Nothing that is set there would be heeded: the settings' page says it.
TEST(Config, SendsWhatDiffersBetweenAssembliesToTheSettings)
{
    const auto code_and_line = [](const std::string& toml) {
        const auto error = read(toml).error();
        return error.code + " " + error.params.at("line");
    };
    EXPECT_EQ(code_and_line("workers = 4\n[assembly.notice]\nroom = \"3d\"\n").substr(0, 15),
        "config.assembly");
    EXPECT_EQ(code_and_line("workers = 4\nassembly = 1\n"), "config.assembly 2");
    EXPECT_EQ(shown(Config()).find("assembly"), std::string::npos);
}

TEST(Config, ParsesAddresses)
{
    EXPECT_EQ(parse_listen("127.0.0.1:8080")->port, 8080);
    EXPECT_EQ(parse_listen("[::1]:1")->host, "::1");
    EXPECT_EQ(parse_listen("localhost:0")->host, "127.0.0.1");
    for (const auto* bad :
        {"", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:80x", "nowhere:80"}) {
        EXPECT_FALSE(parse_listen(bad)) << bad;
    }
}

TEST(Config, IsClosedByDefault)
{
    Config config;
    EXPECT_TRUE(safe_to_listen(config));
    config.listen = "0.0.0.0:8080";
    EXPECT_EQ(safe_to_listen(config).error().code, "config.open_address");
    config.tls_cert = "cert.pem";
    EXPECT_EQ(safe_to_listen(config).error().code, "config.half_tls");
    config.tls_key = "key.pem";
    EXPECT_TRUE(safe_to_listen(config));
    config.tls_cert = config.tls_key = "";
    config.trusted_proxy = {"10.0.0.0/8"};
    EXPECT_TRUE(safe_to_listen(config));
    config.trusted_proxy = {"10.0.0.0/8", "abc"};
    const auto bad = safe_to_listen(config).error();
    EXPECT_EQ(bad.code, "config.bad_proxy");
    EXPECT_EQ(bad.params.at("proxy"), "abc");
    config.trusted_proxy = {};
    config.insecure = true;
    EXPECT_TRUE(safe_to_listen(config));
}

} // namespace
} // namespace xieshang::app
