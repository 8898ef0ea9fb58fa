// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A server that follows its key file: within a second it takes up what `xieshang keys` put there.
// Over SQLite, of which it is the only writer, it also brings the values under the new key, and
// finishes what a stop broke off. Troubles are noted once each time that the file changes; the keys
// that were read before go on.
#pragma once

#include "app/house.h"
#include "app/periodic.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace xieshang::app {

class KeyWatch {
public:
    using Note = std::function<void(std::string event, std::string detail)>; // any thread
    KeyWatch(House& house, Note note) : house_(house), note_(std::move(note)) {}
    ~KeyWatch() { stop(); }
    KeyWatch(const KeyWatch&) = delete;
    KeyWatch& operator=(const KeyWatch&) = delete;

    void start(); // once
    void stop();

private:
    void look();
    base::Result<void> follow();
    void reseal();

    House& house_;
    Note note_;
    std::shared_ptr<const sealing::Keys> followed_;
    std::atomic<bool> stopping_ = false;
    Periodic periodic_;
};

} // namespace xieshang::app
