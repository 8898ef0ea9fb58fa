// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/key_file.h"

#include "platform/sealing/key_ring.h"
#include "platform/sealing/sealing_fixture_test.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <system_error>
#include <thread>

namespace xieshang::sealing {
namespace {

class KeyFile : public testing::Test {
protected:
    std::string refusal()
    {
        const auto read = read_key_file(path_);
        return read ? "" : read.error().code;
    }
    void rewrite(const std::string& from, const std::string& to)
    {
        auto text = text_in(path_);
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << text;
        write_text(path_, text.replace(at, from.size(), to));
    }

    tests::TemporaryFolder folder_;
    const std::string path_ = folder_ / "keys.json";
};

TEST_F(KeyFile, KeepsKeysForItsOwnerAlone)
{
    EXPECT_FALSE(read_key_file(path_).value());
    const auto one = rotate_file(path_);
    const auto other = rotate_file(path_, Suite::cn);
    struct stat status {};
    ASSERT_EQ(::stat(path_.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
    const auto keys = read_key_file(path_).value().value();
    EXPECT_EQ(keys.current, other->id());
    ASSERT_EQ(keys.all.size(), 2U);
    EXPECT_EQ(keys.find(one->id())->root(), one->root());
    EXPECT_EQ(keys.find(other->id())->suite(), Suite::cn);
    EXPECT_EQ(keys.find("k000000000000"), nullptr);
}

TEST_F(KeyFile, IsRefusedWhenOthersMayReadOrWriteIt)
{
    rotate_file(path_);
    for (const mode_t mode : {0640, 0604, 0620, 0602, 0644}) {
        ::chmod(path_.c_str(), mode);
        EXPECT_EQ(refusal(), "keys.open_to_others") << std::oct << mode;
    }
    ::chmod(path_.c_str(), 0400);
    EXPECT_EQ(refusal(), "");
}

TEST_F(KeyFile, MayShowTheMaskOfAnAccessListWhenSystemdHandsItIn)
{
    rotate_file(path_);
    ::chmod(path_.c_str(), 0440);
    EXPECT_EQ(refusal(), "keys.open_to_others");
    ::setenv("CREDENTIALS_DIRECTORY", folder_.path().c_str(), 1);
    EXPECT_EQ(refusal(), "");
    ::chmod(path_.c_str(), 0444);
    EXPECT_EQ(refusal(), "keys.open_to_others");
    ::unsetenv("CREDENTIALS_DIRECTORY");
}

TEST_F(KeyFile, IsRefusedWhenItIsDamaged)
{
    const auto key = rotate_file(path_);
    const auto whole = text_in(path_);
    const auto hex = whole.substr(whole.find("\"secret\":\"") + 10, 64);
    const std::vector<std::pair<std::string, std::string>> damages{
        {whole, ""},
        {whole, "keys"},
        {"}", ""},
        {"\"format\":1", "\"format\":2"},
        {hex, hex.substr(2)},
        {hex, "zz" + hex.substr(2)},
        {hex, (hex[0] == '0' ? "1" : "0") + hex.substr(1)},
        {"\"fingerprint\":\"", "\"fingerprint\":\"0"},
        {"\"current\":\"" + key->id(), "\"current\":\"k000000000000"},
        {"\"id\":\"k", "\"id\":\"K"},
        {"intl", "other"},
        {"\"suite\":\"intl\",", ""},
    };
    for (const auto& [from, to] : damages) {
        write_text(path_, whole);
        rewrite(from, to);
        EXPECT_EQ(refusal(), "keys.corrupt") << from << " → " << to;
    }
}

TEST_F(KeyFile, IsRefusedWithoutTellingTheSecret)
{
    rotate_file(path_);
    const auto whole = text_in(path_);
    const auto hex = whole.substr(whole.find("\"secret\":\"") + 10, 64);
    rewrite(hex, hex.substr(0, 60) + "zzzz");
    const auto refused = read_key_file(path_).error();
    ASSERT_EQ(refused.fields.size(), 1U);
    EXPECT_EQ(refused.fields[0].code, "keys.bad_secret");
    for (const auto& [name, param] : refused.params) {
        EXPECT_THAT(param, testing::Not(testing::HasSubstr(hex.substr(0, 8)))) << name;
    }
}

TEST_F(KeyFile, StaysWhenAChangeIsRefused)
{
    rotate_file(path_);
    const auto before = text_in(path_);
    const auto refused = change_key_file(path_, [](Keys& keys) -> base::Result<void> {
        keys.all.clear();
        return base::refuse("keys.in_use");
    });
    EXPECT_EQ(refused.error().code, "keys.in_use");
    EXPECT_EQ(text_in(path_), before);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(KeyFile, IsMadeOnceWhoeverIsFaster)
{
    const Keys mine{"", {}};
    const auto key = new_key();
    make_key_file(path_, {key->id(), {key}}).value();
    EXPECT_EQ(make_key_file(path_, mine).value().current, key->id());
}

TEST_F(KeyFile, LosesNoChangeOfSeveralAtOnce)
{
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 5; ++n) {
                rotate_file(path_);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(read_key_file(path_).value()->all.size(), 20U);
}

TEST_F(KeyFile, ThatIsALinkStaysOne)
{
    std::filesystem::create_directory(folder_ / "elsewhere");
    const auto real = folder_ / "elsewhere/keys";
    rotate_file(real);
    std::filesystem::create_symlink(real, path_);
    rotate_file(path_);
    EXPECT_TRUE(std::filesystem::is_symlink(path_));
    EXPECT_EQ(read_key_file(real).value()->all.size(), 2U);
}

TEST_F(KeyFile, ThatCannotBeReadIsTheMachinesFailure)
{
    std::filesystem::create_directory(path_);
    EXPECT_THROW(static_cast<void>(read_key_file(path_)), std::system_error);
    EXPECT_THROW(rotate_file(folder_ / "nowhere/keys.json"), std::system_error);
}

class Ring : public KeyFile {};

TEST_F(Ring, LearnsOfAKeyThatAnotherProgramAdded)
{
    const auto first = rotate_file(path_);
    KeyRing ring(path_);
    EXPECT_THROW(ring.key("k000000000000"), KeyMissing);
    ASSERT_TRUE(ring.load());
    EXPECT_EQ(ring.key(first->id())->root(), first->root());
    EXPECT_EQ(ring.reload_if_changed(), false);
    const auto second = rotate_file(path_);
    EXPECT_EQ(ring.key(second->id())->root(), second->root());
    EXPECT_EQ(ring.keys()->current, second->id());
    rotate_file(path_);
    EXPECT_EQ(ring.reload_if_changed(), true);
}

TEST_F(Ring, KeepsWhatItHasWhenTheFileIsDamagedOrGone)
{
    const auto key = rotate_file(path_);
    KeyRing ring(path_);
    ASSERT_TRUE(ring.load());
    write_text(path_, "damaged");
    EXPECT_EQ(ring.load().error().code, "keys.corrupt");
    EXPECT_EQ(ring.key(key->id())->id(), key->id());
    std::filesystem::remove(path_);
    EXPECT_EQ(ring.reload_if_changed(), false);
    EXPECT_EQ(ring.key(key->id())->id(), key->id());
}

} // namespace
} // namespace xieshang::sealing
