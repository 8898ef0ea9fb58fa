// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/backup/backup.h"

#include "platform/backup/disk.h"
#include "platform/files/file_audit.h"
#include "platform/files/private_folders.h"
#include "platform/json/json.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <set>
#include <system_error>
#include <unistd.h>

namespace xieshang::backup {
namespace {

namespace fs = std::filesystem;

std::string stamp_of(base::Instant at)
{
    const std::time_t seconds = at.ms / 1000;
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    std::string text(32, '\0');
    text.resize(std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &utc));
    return "xieshang-" + text;
}

std::string free_name(const fs::path& into, const std::string& name)
{
    auto free = name;
    for (int number = 2; fs::exists(into / free); ++number) {
        free = name + "-" + std::to_string(number);
    }
    return free;
}

fs::path newest_backup(const fs::path& into)
{
    fs::path newest;
    for (const auto& entry : fs::directory_iterator(into)) {
        const bool finished = entry.path().filename().string().starts_with("xieshang-")
            && fs::exists(entry.path() / manifest_name);
        if (finished && entry.path() > newest) {
            newest = entry.path();
        }
    }
    return newest;
}

// Gone again unless it was finished.
class UnfinishedFolder {
public:
    UnfinishedFolder(const fs::path& into, const std::string& name)
        : path(into / (std::string(unfinished_prefix) + name + "-" + std::to_string(::getpid())))
    {
        files::make_private_folders(path);
    }
    ~UnfinishedFolder()
    {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    UnfinishedFolder(const UnfinishedFolder&) = delete;
    UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;

    void finish_as(const fs::path& name)
    {
        sync_folder(path);
        fs::rename(path, name);
        sync_folder(name.parent_path());
    }

    const fs::path path;
};

class Making {
public:
    Making(const Source& source, const fs::path& folder, fs::path before, const Progress& progress)
        : source_(source), folder_(folder), before_(std::move(before)), progress_(progress)
    {
    }

    void rows()
    {
        NewFile file((folder_ / rows_name).string());
        source_.database.look([&](db::Tx& tx) {
            manifest.tables = write_rows(
                tx, source_.database.engine(), [&](const auto& line) { file.write(line + "\n"); },
                [&](std::int64_t done) { progress_("rows", done, 0); });
            const auto named = source_.files_named(tx);
            named_.insert(named.begin(), named.end());
        });
        add_sum(file.finish(), std::string(rows_name));
    }

    void files()
    {
        const auto found = files::files_in(source_.files);
        std::int64_t done = 0;
        for (const auto& file : found) {
            if (!file.sha256.empty() && keep(file)) {
                named_.erase(file.sha256);
                ++manifest.files;
                manifest.file_bytes += file.size;
                add_sum(file.sha256, "files/" + file.path);
            }
            progress_("files", ++done, static_cast<std::int64_t>(found.size()));
        }
        manifest.lacking.assign(named_.begin(), named_.end());
        sync_folders();
    }

    void seal()
    {
        NewFile sums((folder_ / sums_name).string());
        sums.write(sums_);
        manifest.sums_sha256 = sums.finish();
        manifest.format = newest_format;
        manifest.program = source_.program;
        manifest.engine = source_.database.engine();
        manifest.made_at_ms = source_.now;
        manifest.schema = source_.schema;
        NewFile file((folder_ / manifest_name).string());
        file.write(json::write(manifest) + "\n");
        file.finish();
    }

    Manifest manifest;
    std::int64_t linked = 0;

private:
    // False when its bytes are not those of its name.
    bool keep(const files::FoundFile& file)
    {
        const auto to = folder_ / "files" / file.path;
        if (!files::make_private_folders(to.parent_path()).empty()) {
            folders_.insert(to.parent_path());
        }
        if (link_from_before(file, to)) {
            ++linked;
            return true;
        }
        try {
            if (copy_file((fs::path(source_.files) / file.path).string(), to.string())
                == file.sha256) {
                return true;
            }
        } catch (const std::system_error&) { // the disk does not give it
            if (!fs::exists(to)) {
                throw; // or does not take it
            }
        }
        fs::remove(to);
        return false;
    }

    bool link_from_before(const files::FoundFile& file, const fs::path& to) const
    {
        const auto from = before_ / "files" / file.path;
        std::error_code trouble;
        if (before_.empty() || !fs::exists(from, trouble)) {
            return false;
        }
        try {
            if (digest_of_file(from.string()) != file.sha256) {
                return false;
            }
        } catch (const std::system_error&) {
            return false;
        }
        fs::create_hard_link(from, to, trouble);
        return !trouble; // a file system without links gets a copy
    }

    void sync_folders() const
    {
        for (const auto& folder : folders_) {
            sync_folder(folder.string());
        }
        if (!folders_.empty()) {
            sync_folder((folder_ / "files").string());
        }
    }

    void add_sum(const std::string& sha256, const std::string& path)
    {
        sums_ += sha256 + "  " + path + "\n"; // as sha256sum writes it
    }

    const Source& source_;
    fs::path folder_;
    fs::path before_;
    const Progress& progress_;
    std::set<std::string> named_; // by rows, and not yet kept
    std::set<fs::path> folders_;
    std::string sums_;
};

} // namespace

Made make_backup(const Source& source, const std::string& into, const Progress& progress)
{
    files::make_private_folders(into);
    const auto name = free_name(into, stamp_of(source.now));
    UnfinishedFolder unfinished(into, name);
    Making making(source, unfinished.path, newest_backup(into), progress);
    making.rows();
    making.files();
    making.seal();
    unfinished.finish_as(fs::path(into) / name);
    return {(fs::path(into) / name).string(), std::move(making.manifest), making.linked};
}

} // namespace xieshang::backup
