// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/loop.h"

#include "platform/http/wire.h"

#include <boost/asio/post.hpp>

namespace xieshang::http {
namespace {
constexpr std::chrono::milliseconds sweep_every{250};
}

void Shared::report(
    const Request& request, int status, std::size_t bytes, std::chrono::microseconds took) const
{
    if (options.answered) {
        try {
            options.answered(request, status, bytes, took);
        } catch (...) { // a log that fails must not take an answer with it
            return;
        }
    }
}

Loop::Loop(Shared& of_all) : shared(of_all), sweeper_(io) {}

Loop::~Loop() { unload(false); }

void Loop::run()
{
    for (bool is_done = false; !is_done;) {
        try {
            io.run();
            is_done = true;
        } catch (...) { // out of memory in one connection's work: the others go on
            is_done = false;
        }
    }
}

void Loop::deliver(std::unique_ptr<Delivery> delivery)
{
    Delivery* const own = delivery.release();
    Delivery* last = delivered_.load(std::memory_order_relaxed);
    do { // once it is in the list, the loop may destroy it
        own->next_ = last;
    } while (!delivered_.compare_exchange_weak(
        last, own, std::memory_order_release, std::memory_order_relaxed));
    if (last == nullptr) {
        boost::asio::post(io, [this] { unload(true); });
    }
}

void Loop::unload(bool is_alive)
{
    Delivery* in_order = nullptr;
    for (Delivery* last = delivered_.exchange(nullptr, std::memory_order_acquire);
         last != nullptr;) {
        Delivery* const before = std::exchange(last->next_, in_order);
        in_order = last;
        last = before;
    }
    while (in_order != nullptr) {
        const std::unique_ptr<Delivery> delivery{in_order};
        in_order = delivery->next_;
        if (is_alive) {
            delivery->arrive();
        }
    }
}

void Loop::add(Wire& wire)
{
    wire.place = wires_.size();
    wires_.push_back(&wire);
    if (!is_sweeping_) {
        sweep();
    }
}

void Loop::remove(Wire& wire)
{
    wires_.back()->place = wire.place;
    wires_[wire.place] = wires_.back();
    wires_.pop_back();
    --shared.open_connections;
    shared.after_close();
}

// Backwards: a wire that goes is replaced by the last one.
template <class Call>
void Loop::for_each(Call call)
{
    for (std::size_t i = wires_.size(); i-- > 0;) {
        if (i < wires_.size()) {
            call(*wires_[i]);
        }
    }
}

void Loop::sweep()
{
    for_each([now = Wire::Clock::now()](Wire& wire) { wire.check_deadline(now); });
    is_sweeping_ = !wires_.empty();
    if (is_sweeping_) {
        sweeper_.expires_after(sweep_every);
        sweeper_.async_wait([this](const boost::system::error_code& error) {
            if (!error) {
                sweep();
            }
        });
    }
}

void Loop::wind_down()
{
    for_each([](Wire& wire) { wire.wind_down(); });
}

void Loop::give_up()
{
    for_each([](Wire& wire) { wire.give_up(); });
}

void Loop::drop_all()
{
    while (!wires_.empty()) {
        wires_.back()->drop();
    }
    sweeper_.cancel();
}

} // namespace xieshang::http
