// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The keys of a program that runs. Any thread. When somebody changes the file, the ring learns of
// it: at reload_if_changed(), and by itself when it is asked for a key that it does not know.
#pragma once

#include "platform/sealing/key_file.h"

#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

namespace xieshang::sealing {

// The machine's failure, not a person's: the key that sealed a value is not in the file.
struct KeyMissing : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class KeyRing {
public:
    // Nothing is read yet.
    explicit KeyRing(std::string path) : path_(std::move(path)) {}

    // Reads the file; what was there before stays when it is refused, and when it is absent.
    // Refusals of read_key_file().
    base::Result<void> load();
    // True when the file is another one than at the last time and was read.
    base::Result<bool> reload_if_changed();

    std::shared_ptr<const Keys> keys() const;
    KeyPointer find(std::string_view id); // nullptr when it is not in the file either
    KeyPointer key(std::string_view id);  // throws KeyMissing
    const std::string& path() const { return path_; }

private:
    struct Stamp { // of a file: another one after every change, of its mode, too
        std::uint64_t inode{};
        std::int64_t changed_at_ns{};

        bool operator==(const Stamp&) const = default;
    };
    Stamp stamp() const;

    std::string path_;
    mutable std::mutex mutex_;
    std::shared_ptr<const Keys> keys_ = std::make_shared<const Keys>();
    Stamp read_;
};

} // namespace xieshang::sealing
