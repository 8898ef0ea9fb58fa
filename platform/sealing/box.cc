// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/box.h"

#include <array>

namespace xieshang::sealing {
namespace {

std::string length_of(std::string_view part)
{
    std::string out(8, '\0');
    auto left = part.size();
    for (auto byte = out.rbegin(); byte != out.rend(); ++byte, left >>= 8U) {
        *byte = static_cast<char>(left & 0xFFU);
    }
    return out;
}

void add(std::string& list, std::string_view part) { list.append(length_of(part)).append(part); }

std::string associated(Suite suite, const Place& place)
{
    std::string list(1, static_cast<char>(suite));
    add(list, place.subject_kind);
    add(list, place.subject_id);
    add(list, place.field);
    return list;
}

template <std::size_t size>
std::string drawn()
{
    std::string bytes(size, '\0');
    draw({reinterpret_cast<unsigned char*>(bytes.data()), size});
    return bytes;
}

// `head` is suite and iv.
std::string mac_of(const Key& key, const Place& place, std::string_view head_and_hidden)
{
    const auto aad = associated(Suite::cn, place);
    std::string covered = aad + length_of(aad);
    return hmac(Suite::cn, key.proves(), covered.append(head_and_hidden));
}

std::string seal_intl(const Key& key, const Place& place, std::string_view value)
{
    const auto nonce = drawn<gcm_nonce_bytes>();
    const auto aad = associated(Suite::intl, place);
    return static_cast<char>(Suite::intl) + nonce + aes_gcm_seal(key.hides(), nonce, aad, value);
}

std::string seal_cn(const Key& key, const Place& place, std::string_view value)
{
    const auto iv = drawn<sm4_iv_bytes>();
    auto box = static_cast<char>(Suite::cn) + iv + sm4_ctr(key.hides(), iv, value);
    return box + mac_of(key, place, box);
}

std::optional<std::string> open_intl(const Key& key, const Place& place, std::string_view box)
{
    if (box.size() < 1 + gcm_nonce_bytes + gcm_tag_bytes) {
        return std::nullopt;
    }
    return aes_gcm_open(key.hides(), box.substr(1, gcm_nonce_bytes), associated(Suite::intl, place),
        box.substr(1 + gcm_nonce_bytes));
}

std::optional<std::string> open_cn(const Key& key, const Place& place, std::string_view box)
{
    if (box.size() < 1 + sm4_iv_bytes + mac_bytes) {
        return std::nullopt;
    }
    const auto covered = box.substr(0, box.size() - mac_bytes);
    if (!same(mac_of(key, place, covered), box.substr(covered.size()))) {
        return std::nullopt;
    }
    return sm4_ctr(key.hides(), box.substr(1, sm4_iv_bytes), covered.substr(1 + sm4_iv_bytes));
}

} // namespace

std::string name_of(const Place& place)
{
    return place.subject_kind + "/" + place.subject_id + "/" + place.field;
}

std::string seal(const Key& key, const Place& place, std::string_view value)
{
    return key.suite() == Suite::intl ? seal_intl(key, place, value) : seal_cn(key, place, value);
}

std::optional<std::string> open(const Key& key, const Place& place, std::string_view box)
{
    if (box.empty() || box.front() != static_cast<char>(key.suite())) {
        return std::nullopt;
    }
    return key.suite() == Suite::intl ? open_intl(key, place, box) : open_cn(key, place, box);
}

std::string open_or_throw(const Key& key, const Place& place, std::string_view box)
{
    auto value = open(key, place, box);
    if (!value) {
        throw BoxBroken("the sealed value " + name_of(place) + " does not open");
    }
    return std::move(*value);
}

std::string finder(const Key& key, const Place& place, std::string_view value)
{
    std::string list;
    add(list, place.subject_kind);
    add(list, place.field);
    add(list, value);
    auto found = hmac(key.suite(), key.finds(), list);
    wipe(list);
    return found;
}

} // namespace xieshang::sealing
