// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/event_stream.h"

#include <boost/asio/post.hpp>
#include <utility>

namespace xieshang::http {
namespace {

class Sink final : public EventSink {
public:
    explicit Sink(std::shared_ptr<EventStream> stream) : stream_(std::move(stream)) {}
    ~Sink() override { stream_->close(); }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    void send(std::string_view text) override { stream_->send(text); }
    void close() override { stream_->close(); }
    bool gone() const override { return stream_->gone(); }
    void when_gone(std::function<void()> callback) override
    {
        stream_->when_gone(std::move(callback));
    }

private:
    std::shared_ptr<EventStream> stream_;
};

} // namespace

std::shared_ptr<EventSink> EventStream::sink_of(std::shared_ptr<EventStream> stream)
{
    return std::make_shared<Sink>(std::move(stream));
}

void EventStream::send(std::string_view text)
{
    const std::lock_guard lock(mutex_);
    if (is_gone_ || wish_ != Wish::send) {
        return;
    }
    if (unsent_.size() + in_flight_ + text.size() > unsent_most) {
        wish_ = Wish::drop;
    } else {
        unsent_.append(text);
    }
    schedule();
}

void EventStream::close()
{
    const std::lock_guard lock(mutex_);
    if (!is_gone_ && wish_ == Wish::send) {
        wish_ = Wish::close;
        schedule();
    }
}

bool EventStream::gone() const
{
    const std::lock_guard lock(mutex_);
    return is_gone_ || wish_ != Wish::send;
}

void EventStream::when_gone(std::function<void()> callback)
{
    std::unique_lock lock(mutex_);
    if (!is_gone_) {
        when_gone_ = std::move(callback);
        return;
    }
    lock.unlock();
    callback();
}

void EventStream::schedule()
{
    if (has_begun_ && !is_gone_ && !is_scheduled_) {
        is_scheduled_ = true;
        boost::asio::post(wire_->executor(), [self = shared_from_this()] { self->flush(); });
    }
}

void EventStream::begin(std::string head)
{
    const auto wire = wire_;
    wire->begin_stream({.closed = [self = shared_from_this()] { self->mark_gone(); },
        .wind_down =
            [stream = weak_from_this()] {
                if (const auto self = stream.lock()) {
                    self->close();
                }
            }});
    const std::lock_guard lock(mutex_);
    unsent_.insert(0, head);
    has_begun_ = true;
    schedule();
}

void EventStream::flush()
{
    std::unique_lock lock(mutex_);
    is_scheduled_ = false;
    const auto wish = wish_;
    const auto wire = wire_;
    if (is_gone_ || (in_flight_ > 0 && wish != Wish::drop)) {
        return; // comes again when the write is done
    }
    if (wish == Wish::drop) {
        lock.unlock();
        wire->drop();
        return;
    }
    if (unsent_.empty()) {
        lock.unlock();
        wire->guard_writing(false);
        if (wish == Wish::close) {
            wire->end_stream();
            mark_gone();
        }
        return;
    }
    auto text = std::make_shared<const std::string>(std::exchange(unsent_, {}));
    in_flight_ = text->size();
    lock.unlock();
    wire->guard_writing(true);
    wire->write_all(std::move(text), [self = shared_from_this(), wire](bool is_sent) {
        {
            const std::lock_guard relock(self->mutex_);
            self->in_flight_ = 0;
        }
        is_sent ? self->flush() : wire->drop();
    });
}

void EventStream::mark_gone()
{
    std::unique_lock lock(mutex_);
    is_gone_ = true;
    unsent_ = {};
    const auto wire = std::exchange(wire_, nullptr);
    const auto callback = std::exchange(when_gone_, nullptr);
    lock.unlock();
    if (callback) {
        callback();
    }
}

} // namespace xieshang::http
