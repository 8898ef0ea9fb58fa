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
    config.trusted_proxy = {};
    config.insecure = true;
    EXPECT_TRUE(safe_to_listen(config));
}

} // namespace
} // namespace xieshang::app
