// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A few threads that share work. What they compute never depends on how many they are: work is cut
// into parts by its size alone, each part has its own result, and results are put together in the
// order of the parts.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace xieshang::analytics {

class Crew {
public:
    // The caller is one of them: with 1 everything runs on the caller's thread. Fewer than asked
    // for where the machine has no more to give.
    explicit Crew(unsigned threads);
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    unsigned size() const { return static_cast<unsigned>(hands_.size()) + 1; }

    // Calls work(0) … work(parts - 1), each once, and returns when all are done. When a part
    // throws, no further ones are begun, and one of the exceptions comes out once all threads are
    // at rest. `work` must not call share().
    void share(std::size_t parts, const std::function<void(std::size_t part)>& work);

private:
    void stand_by();
    void take_parts() noexcept;

    std::vector<std::thread> hands_;
    const std::function<void(std::size_t)>* work_ = nullptr;
    std::size_t parts_ = 0;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::uint32_t> call_{0};
    std::atomic<unsigned> busy_{0};
    std::atomic<bool> is_over_{false};
    std::mutex mutex_;
    std::exception_ptr thrown_;
};

// Part `part` of `parts` of [0, size).
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

constexpr Range range_of(std::size_t part, std::size_t parts, std::size_t size)
{
    return {size * part / parts, size * (part + 1) / parts};
}

} // namespace xieshang::analytics
