// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/key_ring.h"

#include <algorithm>
#include <sys/stat.h>

namespace xieshang::sealing {
namespace {

KeyPointer find_in(const Keys& keys, std::string_view id)
{
    const auto found = std::find_if(
        keys.all.begin(), keys.all.end(), [&](const auto& key) { return key->id() == id; });
    return found == keys.all.end() ? nullptr : *found;
}

} // namespace

KeyRing::Stamp KeyRing::stamp() const
{
    constexpr std::int64_t ns_a_second = 1'000'000'000;
    struct stat status {};
    if (::stat(path_.c_str(), &status) != 0) {
        return {};
    }
    return {status.st_ino, status.st_ctim.tv_sec * ns_a_second + status.st_ctim.tv_nsec};
}

base::Result<void> KeyRing::load()
{
    const auto now = stamp(); // before: a change while we read is another stamp
    auto read = read_key_file(path_);
    const std::lock_guard lock(mutex_);
    read_ = now; // a refused file is not read again either, until it is another one
    CHECK(read);
    if (*read) {
        keys_ = std::make_shared<const Keys>(std::move(**read));
    }
    return {};
}

base::Result<bool> KeyRing::reload_if_changed()
{
    const auto now = stamp();
    {
        const std::lock_guard lock(mutex_);
        if (now == read_ || now == Stamp{}) {
            return false;
        }
    }
    CHECK(load());
    return true;
}

std::shared_ptr<const Keys> KeyRing::keys() const
{
    const std::lock_guard lock(mutex_);
    return keys_;
}

KeyPointer KeyRing::find(std::string_view id)
{
    auto found = find_in(*keys(), id);
    return found || !reload_if_changed() ? found : find_in(*keys(), id);
}

KeyPointer KeyRing::key(std::string_view id)
{
    auto found = find(id);
    if (!found) {
        throw KeyMissing("no key " + std::string(id) + " in " + path_);
    }
    return found;
}

} // namespace xieshang::sealing
