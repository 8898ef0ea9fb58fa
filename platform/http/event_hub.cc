// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/event_hub.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace xieshang::http {
namespace {

std::string frame_of(const Event& event)
{
    return "id: " + std::to_string(event.sequence) + "\nevent: " + event.kind
        + "\ndata: " + event.json + "\n\n";
}

bool is_one_line(std::string_view text)
{
    return text.find_first_of("\r\n") == std::string_view::npos;
}

std::optional<std::int64_t> last_seen_by(const Request& request)
{
    const std::string_view text = request.header("Last-Event-ID");
    std::int64_t sequence{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), sequence);
    const bool whole = !text.empty() && error == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(sequence) : std::nullopt;
}

Request without_body(const Request& request)
{
    Request copy;
    copy.method = request.method;
    copy.path = request.path;
    copy.headers = request.headers;
    copy.remote_address = request.remote_address;
    copy.request_id = request.request_id;
    copy.secure = request.secure;
    return copy;
}

} // namespace

EventHub::EventHub(Who who, EventHubOptions options)
    : who_(std::move(who)), options_(options), thread_([this] { run(); })
{
}

EventHub::~EventHub() { close(); }

base::Result<Response> EventHub::subscribe(const Request& request, const base::Actor& actor)
{
    {
        const std::lock_guard lock(mutex_);
        drop_ended();
        const auto own = std::count_if(subscribers_.begin(), subscribers_.end(),
            [&](const auto& other) { return other->actor_id == actor.id; });
        if (static_cast<std::size_t>(own) >= options_.per_actor_most) {
            return base::trouble(base::Trouble::too_many_requests, "events.too_many_screens",
                {{"most", std::to_string(options_.per_actor_most)}, {"retry_after_s", "60"}});
        }
        if (closed_ || subscribers_.size() >= options_.subscribers_most) {
            return base::trouble(base::Trouble::unavailable, "events.too_many");
        }
    }
    auto subscriber =
        std::make_shared<Subscriber>(Subscriber{without_body(request), actor.id, nullptr, 0});
    Response response;
    response.headers.push_back({"Content-Type", "text/event-stream"});
    response.stream = [this, subscriber, roles = actor.roles, last = last_seen_by(request)](
                          std::shared_ptr<EventSink> sink) {
        subscriber->sink = std::move(sink);
        open(subscriber, roles, last);
    };
    return response;
}

void EventHub::open(
    SubscriberPtr subscriber, base::Roles roles, std::optional<std::int64_t> last_seen)
{
    const std::lock_guard lock(mutex_);
    if (closed_) {
        subscriber->sink->close();
        return;
    }
    subscriber->sink->send("retry: 3000\n\n" + (last_seen ? missed(roles, *last_seen) : ""));
    subscriber->sent = newest_;
    subscribers_.push_back(std::move(subscriber));
}

std::string EventHub::missed(base::Roles roles, std::int64_t last_seen) const
{
    if (kept_.empty() || last_seen > newest_ || last_seen + 1 < kept_.front().sequence) {
        return "event: reload\ndata: {}\n\n";
    }
    std::string frames;
    for (const Event& event : kept_) {
        if (event.sequence > last_seen && (event.roles & roles) != 0) {
            frames += frame_of(event);
        }
    }
    return frames;
}

void EventHub::publish(Event event)
{
    if (!is_one_line(event.kind) || !is_one_line(event.json)) {
        throw std::invalid_argument("an event of several lines");
    }
    const std::lock_guard lock(mutex_);
    newest_ = std::max(newest_, event.sequence);
    waiting_.push_back(event);
    kept_.push_back(std::move(event));
    if (kept_.size() > options_.kept_events) {
        kept_.pop_front();
    }
    wake_.notify_one();
}

bool EventHub::serve(Subscriber& subscriber, const std::vector<Event>& events, bool heartbeat) const
{
    if (subscriber.sink->gone()) {
        return false;
    }
    std::optional<base::Actor> actor;
    try {
        actor = who_(subscriber.request);
    } catch (const std::exception&) {
        actor.reset(); // the client comes back, and is asked anew
    }
    if (!actor) {
        subscriber.sink->close();
        return false;
    }
    std::string frames = heartbeat ? ": beat\n\n" : "";
    for (const Event& event : events) {
        if (event.sequence > subscriber.sent && (event.roles & actor->roles) != 0) {
            frames += frame_of(event);
        }
    }
    if (!events.empty()) {
        subscriber.sent = std::max(subscriber.sent, events.back().sequence);
    }
    if (!frames.empty()) {
        subscriber.sink->send(frames);
    }
    return true;
}

void EventHub::run()
{
    auto beat_at = std::chrono::steady_clock::now() + options_.heartbeat;
    std::unique_lock lock(mutex_);
    while (!closed_) {
        wake_.wait_until(lock, beat_at, [&] { return closed_ || !waiting_.empty(); });
        const auto now = std::chrono::steady_clock::now();
        const bool heartbeat = now >= beat_at;
        beat_at = heartbeat ? now + options_.heartbeat : beat_at;
        const auto events = std::exchange(waiting_, {});
        const auto subscribers = subscribers_;
        lock.unlock(); // who() may go to the database
        std::vector<SubscriberPtr> ended;
        for (const auto& subscriber : subscribers) {
            if (!serve(*subscriber, events, heartbeat)) {
                ended.push_back(subscriber);
            }
        }
        lock.lock();
        std::erase_if(subscribers_, [&](const auto& subscriber) {
            return std::find(ended.begin(), ended.end(), subscriber) != ended.end();
        });
    }
}

void EventHub::drop_ended()
{
    std::erase_if(subscribers_, [](const auto& subscriber) { return subscriber->sink->gone(); });
}

std::size_t EventHub::subscribers() const
{
    const std::lock_guard lock(mutex_);
    return subscribers_.size();
}

void EventHub::close()
{
    std::vector<SubscriberPtr> all;
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        all = std::exchange(subscribers_, {});
        wake_.notify_one();
    }
    if (thread_.joinable()) {
        thread_.join();
    }
    for (const auto& subscriber : all) {
        subscriber->sink->close();
    }
}

} // namespace xieshang::http
