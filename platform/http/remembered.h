// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Answers of GETs, given again while nothing has been written since (ADR 0015). Session and policy
// come before it: it is asked for a person who may see the answer. Any thread.
#pragma once

#include "platform/base/actor.h"
#include "platform/http/message.h"
#include "platform/texts/texts.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace xieshang::http {

class Remembered {
public:
    explicit Remembered(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // What decides the answer beside the data.
    static std::string key_of(const Request& request, base::Roles roles, texts::Language language);

    // `generation` is the database's (db.h), asked for before; nothing is found of an older one.
    std::optional<Response> find(
        std::int64_t generation, const std::string& key, std::string_view if_none_match);

    // Keeps a 200 with a body of its own that was read after `generation` was asked for. Beyond
    // most_bytes nothing is added until the next change.
    void keep(std::int64_t generation, std::string key, const Response& response);

private:
    using Answers = std::unordered_map<std::string, std::shared_ptr<const Response>>;

    void move_on(std::int64_t generation, Answers& forgotten);

    const std::size_t most_bytes_;
    std::mutex mutex_;
    std::int64_t generation_ = -1;
    std::size_t bytes_ = 0;
    Answers answers_;
};

} // namespace xieshang::http
