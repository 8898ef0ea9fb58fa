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

// A name alone gives nobody a right.
bool have_same_rights(const base::Actor& one, const base::Actor& other)
{
    return one.id == other.id && one.roles == other.roles && one.dormant == other.dormant
        && one.membership == other.membership && one.bodies == other.bodies;
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
            [&](const auto& other) { return other->actor.id == actor.id; });
        if (static_cast<std::size_t>(own) >= options_.per_actor_most) {
            return base::trouble(base::Trouble::too_many_requests, "events.too_many_screens",
                {{"most", std::to_string(options_.per_actor_most)}, {"retry_after_s", "60"}});
        }
        if (closed_ || subscribers_.size() >= options_.subscribers_most) {
            return base::trouble(base::Trouble::unavailable, "events.too_many");
        }
    }
    auto subscriber =
        std::make_shared<Subscriber>(Subscriber{without_body(request), actor, nullptr, 0});
    Response response;
    response.headers.push_back({"Content-Type", "text/event-stream"});
    response.stream = [this, subscriber, last = last_seen_by(request)](
                          std::shared_ptr<EventSink> sink) {
        subscriber->sink = std::move(sink);
        open(subscriber, last);
    };
    return response;
}

void EventHub::open(SubscriberPtr subscriber, std::optional<std::int64_t> last_seen)
{
    const std::lock_guard lock(mutex_);
    if (closed_) {
        subscriber->sink->close();
        return;
    }
    subscriber->sink->send(
        "retry: 3000\n\n" + (last_seen ? missed(subscriber->actor.roles, *last_seen) : ""));
    subscriber->sent = newest_;
    to_ask_.insert(subscriber->actor.id); // what changed since the request was let in
    subscribers_.push_back(std::move(subscriber));
    wake_.notify_one();
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

void EventHub::ask_again(std::string actor_id)
{
    const std::lock_guard lock(mutex_);
    to_ask_.insert(std::move(actor_id));
    wake_.notify_one();
}

void EventHub::ask_everybody_again()
{
    const std::lock_guard lock(mutex_);
    all_to_ask_ = true;
    wake_.notify_one();
}

bool EventHub::serve(Subscriber& subscriber, const Turn& turn) const
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
    if (!actor || !have_same_rights(*actor, subscriber.actor)) {
        subscriber.sink->close();
        return false;
    }
    std::string frames = turn.heartbeat ? ": beat\n\n" : "";
    for (const Event& event : turn.events) {
        if (event.sequence > subscriber.sent && (event.roles & actor->roles) != 0) {
            frames += frame_of(event);
        }
    }
    if (!turn.events.empty()) {
        subscriber.sent = std::max(subscriber.sent, turn.events.back().sequence);
    }
    if (!frames.empty()) {
        subscriber.sink->send(frames);
    }
    return true;
}

bool EventHub::has_work() const
{
    return closed_ || !waiting_.empty() || all_to_ask_ || !to_ask_.empty();
}

EventHub::Turn EventHub::next_turn(bool heartbeat)
{
    Turn turn{std::exchange(waiting_, {}), subscribers_, heartbeat};
    const auto some = std::exchange(to_ask_, {});
    const bool all = std::exchange(all_to_ask_, false) || heartbeat || !turn.events.empty();
    if (!all) {
        std::erase_if(turn.subscribers,
            [&](const auto& subscriber) { return some.count(subscriber->actor.id) == 0; });
    }
    return turn;
}

void EventHub::run()
{
    auto beat_at = std::chrono::steady_clock::now() + options_.heartbeat;
    std::unique_lock lock(mutex_);
    while (!closed_) {
        wake_.wait_until(lock, beat_at, [&] { return has_work(); });
        const auto now = std::chrono::steady_clock::now();
        const auto turn = next_turn(now >= beat_at);
        beat_at = turn.heartbeat ? now + options_.heartbeat : beat_at;
        lock.unlock(); // who() may go to the database
        std::vector<SubscriberPtr> ended;
        for (const auto& subscriber : turn.subscribers) {
            if (!serve(*subscriber, turn)) {
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
