// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/remembered.h"

#include "platform/http/render.h"

namespace xieshang::http {

std::string Remembered::key_of(const Request& request, base::Roles roles, texts::Language language)
{
    std::string key = std::to_string(roles);
    key += language == texts::Language::en ? " en " : " zh ";
    key += std::to_string(request.path.size()); // a decoded path may hold any character
    key += request.path;
    key += request.query;
    return key;
}

// Called with the lock; the answers that no longer hold are let go of without it.
void Remembered::move_on(std::int64_t generation, Answers& forgotten)
{
    if (generation > generation_) {
        forgotten.swap(answers_);
        generation_ = generation;
        bytes_ = 0;
    }
}

std::optional<Response> Remembered::find(
    std::int64_t generation, const std::string& key, std::string_view if_none_match)
{
    std::shared_ptr<const Response> answer;
    Answers forgotten;
    {
        const std::lock_guard lock(mutex_);
        move_on(generation, forgotten);
        const auto found = answers_.find(key);
        if (generation != generation_ || found == answers_.end()) {
            return std::nullopt;
        }
        answer = found->second;
    }
    const auto etag = answer->header("ETag");
    if (!etag.empty() && etag_matches(if_none_match, etag)) {
        return not_modified(std::string(etag));
    }
    return *answer;
}

void Remembered::keep(std::int64_t generation, std::string key, const Response& response)
{
    const bool is_whole = response.status == 200 && !response.file_path && !response.stream
        && response.fixed_body.empty() && response.header("Set-Cookie").empty();
    if (!is_whole) {
        return;
    }
    auto answer = std::make_shared<const Response>(response);
    const std::size_t bytes = key.size() + response.body.size();
    Answers forgotten;
    const std::lock_guard lock(mutex_);
    move_on(generation, forgotten);
    if (generation == generation_ && bytes_ + bytes <= most_bytes_
        && answers_.try_emplace(std::move(key), std::move(answer)).second) {
        bytes_ += bytes;
    }
}

} // namespace xieshang::http
