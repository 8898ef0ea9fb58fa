// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How far long requests are that this program is carrying out now, by a name that they choose, for
// whoever asks meanwhile: nothing of it can be read in the database before their transaction ends.
// Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace xieshang::http {

class ProgressBoard {
public:
    void say(const std::string& id, std::int64_t done, std::int64_t total)
    {
        const std::lock_guard lock(mutex_);
        running_[id] = {done, total};
    }
    void wipe(const std::string& id)
    {
        const std::lock_guard lock(mutex_);
        running_.erase(id);
    }
    std::pair<std::int64_t, std::int64_t> read(const std::string& id) const // zeros: not running
    {
        const std::lock_guard lock(mutex_);
        const auto found = running_.find(id);
        return found == running_.end() ? std::pair<std::int64_t, std::int64_t>() : found->second;
    }

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> running_;
};

// Wipes the line at the end, however it ends.
class ProgressOnBoard {
public:
    ProgressOnBoard(ProgressBoard& board, std::string id) : board_(board), id_(std::move(id)) {}
    ~ProgressOnBoard() { board_.wipe(id_); }
    ProgressOnBoard(const ProgressOnBoard&) = delete;
    ProgressOnBoard& operator=(const ProgressOnBoard&) = delete;

    void say(std::int64_t done, std::int64_t total)
    {
        if (done % 100 == 0 || done == total) {
            board_.say(id_, done, total);
        }
    }

private:
    ProgressBoard& board_;
    std::string id_;
};

} // namespace xieshang::http
