// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The few newest things that were slow to make, by their name and by what they were made of, for
// whoever asks for the same again. What they are made of names every change that they depend on and
// is read before they are made (ADR 0015), so what is given is never older than the question. Any
// thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace xieshang::http {

template <class Value>
class Recent {
public:
    explicit Recent(std::size_t most) : most_(most) {}

    // Null: it is to be made.
    std::shared_ptr<const Value> find(const std::string& name, const std::string& made_of)
    {
        const std::lock_guard lock(mutex_);
        const auto found = place_of(name);
        if (found == kept_.end() || found->made_of != made_of) {
            return nullptr;
        }
        kept_.splice(kept_.begin(), kept_, found);
        return kept_.front().value;
    }

    // In place of an earlier one of that name; the one that was asked for longest ago goes.
    void keep(std::string name, std::string made_of, std::shared_ptr<const Value> value)
    {
        const std::lock_guard lock(mutex_);
        erase(name);
        kept_.push_front({std::move(name), std::move(made_of), std::move(value)});
        if (kept_.size() > most_) {
            kept_.pop_back();
        }
    }

    void forget(const std::string& name)
    {
        const std::lock_guard lock(mutex_);
        erase(name);
    }

private:
    struct Kept {
        std::string name;
        std::string made_of;
        std::shared_ptr<const Value> value;
    };

    auto place_of(const std::string& name)
    {
        return std::find_if(
            kept_.begin(), kept_.end(), [&](const Kept& one) { return one.name == name; });
    }

    void erase(const std::string& name)
    {
        if (const auto found = place_of(name); found != kept_.end()) {
            kept_.erase(found);
        }
    }

    std::mutex mutex_;
    std::list<Kept> kept_;
    std::size_t most_;
};

} // namespace xieshang::http
