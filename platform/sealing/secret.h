// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Bytes that nobody may find in memory afterwards: wiped when they go (PRI-06). Compared in a time
// that does not tell how much of them is right. Any thread.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace xieshang::sealing {

// 256 bits.
class Secret {
public:
    static constexpr std::size_t size = 32;

    Secret() = default;                      // zeros
    explicit Secret(std::string_view bytes); // std::invalid_argument when they are not 32
    ~Secret();
    Secret(const Secret&) = default;
    Secret& operator=(const Secret&) = default;

    static Secret drawn(); // from OpenSSL's generator, whatever randomness a test has handed in

    const unsigned char* data() const { return bytes_.data(); }
    unsigned char* data() { return bytes_.data(); }
    std::string_view bytes() const;

    bool operator==(const Secret& other) const;

private:
    std::array<unsigned char, size> bytes_{};
};

bool same(std::string_view one, std::string_view other); // in constant time for their length
void wipe(std::string& text);                            // and empties it

// A text that is wiped when it goes.
struct WipedText {
    std::string text{};

    WipedText() = default;
    explicit WipedText(std::string given) : text(std::move(given)) {}
    ~WipedText() { wipe(text); }
    WipedText(const WipedText&) = delete;
    WipedText& operator=(const WipedText&) = delete;
};

} // namespace xieshang::sealing
