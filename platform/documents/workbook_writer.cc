// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/workbook_writer.h"

#include <stdexcept>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace xieshang::documents {
namespace {

// A file without a name and a disk.
class MemoryFile {
public:
    MemoryFile() : descriptor_(::memfd_create("workbook", MFD_CLOEXEC))
    {
        if (descriptor_ < 0) {
            throw std::runtime_error("no file in memory for a workbook");
        }
    }
    ~MemoryFile() { ::close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
    std::string bytes() const
    {
        std::string bytes(static_cast<std::size_t>(::lseek(descriptor_, 0, SEEK_END)), '\0');
        const auto read = ::pread(descriptor_, bytes.data(), bytes.size(), 0);
        if (read != static_cast<ssize_t>(bytes.size())) {
            throw std::runtime_error("a workbook could not be read back");
        }
        return bytes;
    }

private:
    int descriptor_;
};

} // namespace

std::string workbook_of(const std::string& sheet, const std::vector<WorkbookRow>& rows)
{
    const MemoryFile file;
    std::string in_memory = "/dev/shm";
    lxw_workbook_options options{LXW_FALSE, in_memory.data(), LXW_FALSE};
    auto* book = workbook_new_opt(file.path().c_str(), &options);
    auto* page = book == nullptr ? nullptr : workbook_add_worksheet(book, sheet.c_str());
    if (page == nullptr) {
        throw std::runtime_error("no workbook could be made");
    }
    worksheet_freeze_panes(page, 1, 0);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            if (!rows[row][column].empty()) {
                worksheet_write_string(page, static_cast<lxw_row_t>(row),
                    static_cast<lxw_col_t>(column), rows[row][column].c_str(), nullptr);
            }
        }
    }
    const auto code = workbook_close(book);
    if (code != LXW_NO_ERROR) {
        throw std::runtime_error(
            std::string("a workbook could not be written: ") + lxw_strerror(code));
    }
    return file.bytes();
}

} // namespace xieshang::documents
