// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/backup/restore.h"
#include "platform/backup/row_text.h"

#include "platform/files/file_store.h"
#include "platform/record/record.h"
#include "tests/support/databases.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

namespace xieshang::backup {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::ThrowsMessage;

void silent(std::string_view, std::int64_t, std::int64_t) {}

class Backup : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        db().write([&](db::Tx& tx) {
            for (int n = 0; n < 3; ++n) {
                record::append(tx, {"p1", "王", 1}, {1000}, random_,
                    {"plan.edit", "plan", "id", 2, "{\"t\":\"养老 \\\"q\\\"\\n\"}"});
            }
            tx.execute("INSERT INTO person (id, login, name, roles, password_phc, demo, state, "
                       "version, created_at_ms) VALUES ($1, $2, $3, $4, NULL, $5, $6, 1, $7)",
                "id", "wang", "王小协", std::int64_t{1}, true, "active",
                std::int64_t{9'007'199'254'740'993});
            return true;
        });
        for (const auto* bytes : {"one", "two", ""}) {
            digests_.push_back(files_.keep(bytes));
        }
    }

    Made make()
    {
        return make_backup({db(), folder_ / "files", [&](db::Tx&) { return digests_; }, 5, "test",
                               {1'800'000'000'000}},
            folder_ / "backups", silent);
    }

    static std::string rows_of(db::Database& database)
    {
        std::string text;
        database.look([&](db::Tx& tx) {
            write_rows(
                tx, database.engine(), [&](const auto& line) { text += line + "\n"; }, [](auto) {});
        });
        return text;
    }
    template <class Work>
    static std::string damage(Work work) // its code and its file
    {
        try {
            work();
        } catch (const Damage& damage) {
            const auto file = damage.params.find("file");
            return damage.code + " " + (file == damage.params.end() ? "" : file->second);
        }
        return "none";
    }
    static std::string neutral(std::string text) // 0 and 1 stand for booleans in both
    {
        for (auto at = text.find("boolean"); at != text.npos; at = text.find("boolean")) {
            text.replace(at, 7, "integer");
        }
        return text;
    }

    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    base::SeededRandom random_{3};
    std::vector<std::string> digests_;
};

TEST_P(Backup, GivesBackEveryRowAndFileOnEitherEngine)
{
    const auto made = make();
    for (const auto* engine : {"sqlite", "postgres"}) {
        if (engine == std::string("postgres") && !tests::postgres_server()) {
            continue;
        }
        tests::FreshDatabase fresh(engine);
        fresh.migrate();
        EXPECT_TRUE(is_empty(*fresh));
        restore_rows(made.folder, open_backup(made.folder, silent), *fresh, silent);
        EXPECT_EQ(neutral(rows_of(*fresh)), neutral(rows_of(db()))) << engine;
        EXPECT_FALSE(is_empty(*fresh));
    }
    restore_files(made.folder, folder_ / "restored/files", silent);
    const files::FileStore restored(folder_ / "restored/files");
    for (const auto& digest : digests_) {
        EXPECT_EQ(restored.read(digest), files_.read(digest));
    }
}

TEST_P(Backup, CountsWhatItHolds)
{
    const auto made = make();
    EXPECT_EQ(made.manifest.files, 3);
    EXPECT_EQ(made.manifest.file_bytes, 6);
    EXPECT_THAT(made.manifest.tables, testing::Contains(TableCount{"event", 3}));
    EXPECT_THAT(made.manifest.lacking, testing::IsEmpty());
    EXPECT_EQ(fs::path(made.folder).filename(), "xieshang-20270115T080000Z");
    const auto check = "cd '" + made.folder + "' && sha256sum --quiet -c SHA256SUMS";
    EXPECT_EQ(std::system(check.c_str()), 0); // NOLINT(cert-env33-c): as a person would
}

TEST_P(Backup, SharesUnchangedFilesWithTheOneBefore)
{
    const auto first = make();
    digests_.push_back(files_.keep("three"));
    const auto damaged = first.folder + "/files/" + digests_[0].substr(0, 2) + "/" + digests_[0];
    fs::permissions(damaged, fs::perms::owner_all);
    std::ofstream(damaged) << "onf";
    const auto second = make();
    EXPECT_NE(second.folder, first.folder);
    EXPECT_EQ(second.manifest.files, 4);
    EXPECT_EQ(second.linked, 2) << "what is damaged there is copied anew";
    open_backup(second.folder, silent);
}

TEST_P(Backup, NamesWhatWasMissingOrDamagedAndKeepsTheRest)
{
    fs::remove(files_.path_of(digests_[0]));
    std::ofstream(files_.path_of(digests_[1])) << "twp";
    const auto made = make();
    EXPECT_THAT(made.manifest.lacking, testing::UnorderedElementsAre(digests_[0], digests_[1]));
    EXPECT_EQ(made.manifest.files, 1);
    open_backup(made.folder, silent);
}

TEST_P(Backup, IsRefusedWhenAnythingInItHasChanged)
{
    const auto made = make();
    const auto file = "files/" + digests_[0].substr(0, 2) + "/" + digests_[0];
    struct Case {
        std::string name, changed, missing;
    };
    for (const auto& [name, changed, missing] : std::vector<Case>{
             {"rows.jsonl", "restore.bad_file rows.jsonl", "restore.no_file rows.jsonl"},
             {"SHA256SUMS", "restore.other_sums ", "restore.no_file SHA256SUMS"},
             {"manifest.json", "restore.bad_manifest ", "restore.no_manifest "},
             {file, "restore.bad_file " + file, "restore.no_file " + file}}) {
        const auto path = fs::path(made.folder) / name;
        const auto kept = folder_ / "kept";
        fs::copy_file(path, kept, fs::copy_options::overwrite_existing);
        std::fstream(path, std::ios::in | std::ios::out).put('~');
        EXPECT_EQ(damage([&] { open_backup(made.folder, silent); }), changed);
        fs::remove(path);
        EXPECT_EQ(damage([&] { open_backup(made.folder, silent); }), missing);
        fs::copy_file(kept, path);
        open_backup(made.folder, silent);
    }
}

TEST_P(Backup, IsToldFromAFolderThatHoldsNothingOfOne)
{
    const auto made = make();
    const auto parent = fs::path(made.folder).parent_path().string();
    for (const auto& path : {parent, made.folder + "/nowhere", made.folder + "/manifest.json"}) {
        EXPECT_EQ(damage([&] { open_backup(path, silent); }), "restore.no_backup ");
    }
}

TEST_P(Backup, ThatChangesAfterItWasVerifiedIsNamedToo)
{
    const auto made = make();
    const auto manifest = open_backup(made.folder, silent);
    const auto file = "files/" + digests_[0].substr(0, 2) + "/" + digests_[0];
    fs::permissions(made.folder + "/" + file, fs::perms::owner_all);
    std::ofstream(made.folder + "/" + file) << "onf";
    EXPECT_EQ(damage([&] { restore_files(made.folder, folder_ / "restored/files", silent); }),
        "restore.changed " + file);
    std::ofstream(made.folder + "/rows.jsonl", std::ios::app) << "[1]\n";
    tests::FreshDatabase fresh("sqlite");
    fresh.migrate();
    EXPECT_EQ(
        damage([&] { restore_rows(made.folder, manifest, *fresh, silent); }), "restore.bad_rows ");
    EXPECT_TRUE(is_empty(*fresh));
}

TEST_P(Backup, ThatFailsLeavesNothingBehind)
{
    const Source source{db(), folder_ / "files",
        [](db::Tx&) -> std::vector<std::string> { throw db::Failure("in the middle"); }, 5, "test",
        {1}};
    EXPECT_THROW(make_backup(source, folder_ / "backups", silent), db::Failure);
    EXPECT_TRUE(fs::is_empty(folder_ / "backups"));
}

ON_EVERY_DATABASE(Backup);

TEST(RowText, RefusesWhatIsNoRowOfItsTable)
{
    using db::ColumnKind;
    EXPECT_EQ(values_of("[\"a\",1,null,\"00ff\"]",
                  {ColumnKind::text, ColumnKind::integer, ColumnKind::real, ColumnKind::blob})
                  .size(),
        4U);
    for (const auto* line : {"[1]", "[\"a\",1]", "[", "{}", "[null"}) {
        EXPECT_THROW(values_of(line, {ColumnKind::text}), std::runtime_error) << line;
    }
    EXPECT_THROW(values_of("[\"0g\"]", {ColumnKind::blob}), std::runtime_error);
}

} // namespace
} // namespace xieshang::backup
