// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/crew.h"

#include <sys/mman.h>

#include <new>
#include <utility>

namespace xieshang::analytics {
namespace {

// Calls follow each other within microseconds: a short look is cheaper than a sleep.
constexpr int looks = 4000;

void rest()
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

// Whether there is memory for one thread more: its stack, and what the allocator sets up for it.
// Asked beforehand, as jemalloc 5.3 ends the process where it can set up nothing for a new thread.
bool has_room_for_a_hand()
{
    constexpr std::size_t room = 32U << 20;
    void* const tried =
        mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return tried != MAP_FAILED && munmap(tried, room) == 0;
}

} // namespace

Crew::Crew(unsigned threads)
{
    try {
        hands_.reserve(threads);
        for (unsigned i = 1; i < threads && has_room_for_a_hand(); ++i) {
            busy_ = 1;
            hands_.emplace_back([this] {
                ::operator delete(::operator new(1)); // the allocator sets up what it needs
                busy_ = 0;
                busy_.notify_one();
                stand_by();
            });
            busy_.wait(1); // nobody else takes of the room meanwhile
        }
    } catch (const std::exception&) { // no memory or no threads left: those that are there do it
    }
}

Crew::~Crew()
{
    is_over_ = true;
    ++call_;
    call_.notify_all();
    for (auto& hand : hands_) {
        hand.join();
    }
}

void Crew::share(std::size_t parts, const std::function<void(std::size_t)>& work)
{
    if (hands_.empty() || parts < 2) {
        for (std::size_t part = 0; part < parts; ++part) {
            work(part);
        }
        return;
    }
    work_ = &work;
    parts_ = parts;
    next_ = 0;
    busy_ = static_cast<unsigned>(hands_.size());
    ++call_;
    call_.notify_all();
    take_parts();
    for (int i = 0; busy_ != 0 && i < looks; ++i) {
        rest();
    }
    for (auto busy = busy_.load(); busy != 0; busy = busy_.load()) {
        busy_.wait(busy);
    }
    if (thrown_) {
        std::rethrow_exception(std::exchange(thrown_, nullptr));
    }
}

void Crew::stand_by()
{
    for (std::uint32_t seen = 0;;) {
        for (int i = 0; call_ == seen && i < looks; ++i) {
            rest();
        }
        call_.wait(seen);
        seen = call_;
        if (is_over_) {
            return;
        }
        take_parts();
        if (--busy_ == 0) {
            busy_.notify_one();
        }
    }
}

void Crew::take_parts() noexcept
{
    for (auto part = next_++; part < parts_; part = next_++) {
        try {
            (*work_)(part);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            thrown_ = std::current_exception();
            next_ = parts_;
        }
    }
}

} // namespace xieshang::analytics
