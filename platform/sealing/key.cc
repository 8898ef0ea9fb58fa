// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/key.h"

#include "platform/crypto/crypto.h"

#include <algorithm>
#include <array>

namespace xieshang::sealing {
namespace {

constexpr std::size_t id_bytes = 6;

Secret derived(Suite suite, const Secret& root, std::string_view purpose)
{
    return hkdf(suite, root, "xieshang.sealing." + std::string(purpose));
}

std::string new_id()
{
    std::array<unsigned char, id_bytes> drawn{};
    draw(drawn);
    return "k" + crypto::hex({reinterpret_cast<const char*>(drawn.data()), drawn.size()});
}

} // namespace

Key::Key(std::string id, Suite suite, base::Instant made_at, const Secret& root)
    : id_(std::move(id)),
      suite_(suite),
      made_at_(made_at),
      root_(root),
      hides_(derived(suite, root, "hide")),
      proves_(derived(suite, root, "prove")),
      finds_(derived(suite, root, "find")),
      fingerprint_(crypto::hex(derived(suite, root, "fingerprint").bytes().substr(0, 8)))
{
}

KeyPointer Key::make(Suite suite, base::Instant at)
{
    return std::make_shared<const Key>(new_id(), suite, at, Secret::drawn());
}

const Key* Keys::find(std::string_view id) const
{
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const KeyPointer& key) { return key->id() == id; });
    return found == all.end() ? nullptr : found->get();
}

bool is_key_id(std::string_view text)
{
    return text.size() == 1 + 2 * id_bytes && text.front() == 'k'
        && text.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
}

} // namespace xieshang::sealing
