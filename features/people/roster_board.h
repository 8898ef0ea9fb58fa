// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How far the imports are that this program is writing now, for whoever asks meanwhile: nothing of
// it can be read in the database before the transaction ends. Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace xieshang::people {

class RosterBoard {
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
class RosterBoardLine {
public:
    RosterBoardLine(RosterBoard& board, std::string id) : board_(board), id_(std::move(id)) {}
    ~RosterBoardLine() { board_.wipe(id_); }
    RosterBoardLine(const RosterBoardLine&) = delete;
    RosterBoardLine& operator=(const RosterBoardLine&) = delete;

    void say(std::int64_t done, std::int64_t total)
    {
        if (done % 100 == 0 || done == total) {
            board_.say(id_, done, total);
        }
    }

private:
    RosterBoard& board_;
    std::string id_;
};

} // namespace xieshang::people
