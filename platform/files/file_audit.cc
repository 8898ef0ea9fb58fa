// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/files/file_audit.h"

#include "platform/crypto/crypto.h"
#include "platform/files/file_store.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <sys/stat.h>
#include <system_error>

namespace xieshang::files {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t young_ms = 3'600'000;

bool is_digest(std::string_view name)
{
    return name.size() == 64
        && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string place_of(const std::string& sha256) { return sha256.substr(0, 2) + "/" + sha256; }

bool is_unfinished(const FoundFile& file)
{
    return fs::path(file.path).filename().string().starts_with(".new-");
}

// By path, so that each is read once; several rows may name the same bytes.
using Named = std::map<std::string, std::vector<const NamedFile*>>;

class Audit {
public:
    Audit(const std::string& folder, base::Instant now) : folder_(folder), store_(folder), now_(now)
    {
    }

    void look_at(const FoundFile& file, const std::vector<const NamedFile*>& rows)
    {
        ++result.files;
        result.bytes += file.size;
        if (file.sha256.empty()) {
            if (!is_unfinished(file)) {
                note(FileTrouble::foreign, file.path, rows);
            } else if (is_old(file)) {
                note(FileTrouble::unfinished, file.path, rows);
            }
            return;
        }
        try {
            if (crypto::sha256_hex(store_.read(file.sha256)) != file.sha256) {
                return note(FileTrouble::damaged, file.path, rows);
            }
        } catch (const std::system_error&) {
            return note(FileTrouble::unreadable, file.path, rows);
        }
        if (rows.empty() && is_old(file)) {
            note(FileTrouble::orphaned, file.path, rows);
        }
        for (const auto* row : rows) {
            if (row->size != file.size) {
                note(FileTrouble::damaged, file.path, {row});
            }
        }
    }

    void note(
        FileTrouble trouble, const std::string& path, const std::vector<const NamedFile*>& rows)
    {
        if (rows.empty()) {
            result.findings.push_back({trouble, path, ""});
        }
        for (const auto* row : rows) {
            result.findings.push_back({trouble, path, row->row});
        }
    }

    FileAudit result;

private:
    bool is_old(const FoundFile& file) const { return now_ - file.changed_at >= young_ms; }

    std::string folder_;
    FileStore store_;
    base::Instant now_;
};

} // namespace

std::vector<FoundFile> files_in(const std::string& folder)
{
    std::vector<FoundFile> found;
    if (!fs::exists(folder)) {
        return found;
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        struct stat about {};
        if (entry.is_directory() || ::stat(entry.path().c_str(), &about) != 0) {
            continue; // gone meanwhile: it was being made
        }
        const auto path = entry.path().lexically_relative(folder).string();
        const auto name = entry.path().filename().string();
        const bool in_place = is_digest(name) && path == place_of(name);
        found.push_back({path, in_place ? name : "", about.st_size,
            {about.st_mtim.tv_sec * 1000 + about.st_mtim.tv_nsec / 1'000'000}});
    }
    std::sort(found.begin(), found.end(),
        [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
    return found;
}

FileAudit audit_files(const std::string& folder, const std::vector<NamedFile>& named,
    base::Instant now, const std::function<void(std::int64_t)>& progress)
{
    Named rows;
    for (const auto& file : named) {
        rows[place_of(file.sha256)].push_back(&file);
    }
    Audit audit(folder, now);
    for (const auto& file : files_in(folder)) {
        const auto row = rows.find(file.path);
        audit.look_at(file, row == rows.end() ? std::vector<const NamedFile*>() : row->second);
        if (row != rows.end()) {
            rows.erase(row);
        }
        progress(audit.result.files);
    }
    for (const auto& [path, missing] : rows) {
        audit.note(FileTrouble::missing, path, missing);
    }
    return std::move(audit.result);
}

} // namespace xieshang::files
