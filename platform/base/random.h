// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Randomness is a value that is handed in (ADR 0002), so that a whole year can be replayed from a
// seed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>

namespace xieshang::base {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> out) = 0; // callable from any thread

    template <std::size_t size>
    std::array<std::byte, size> bytes()
    {
        std::array<std::byte, size> out{};
        fill(out);
        return out;
    }
};

// The kernel's generator: good for secrets. Throws std::system_error when the kernel refuses.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::byte> out) override;
};

// The same bytes for the same seed: for tests and replays, never for secrets. One thread at a time.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
    void fill(std::span<std::byte> out) override;

private:
    std::mt19937_64 engine_;
};

} // namespace xieshang::base
