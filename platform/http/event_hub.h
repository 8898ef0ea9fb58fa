// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Server-sent events to open screens: one thread hands every event to all who may see it and sends
// a heartbeat.
//
//   api.get("/api/events", [&hub](http::Call& call) -> base::Result<http::Response> {
//       return hub.subscribe(call.request(), call.actor()); }, {.name = "followEvents", …, .policy
//       = readers});
//
// A frame is `id: <sequence>`, `event: <kind>`, `data: <json>`. Who reconnects with Last-Event-ID
// gets what was missed, or `event: reload` when that is no longer known: then the screen must load
// everything again.
//
// A stream is for the rights with which it was opened. When they are others, or the session is
// over, it ends, and the screen that comes back is asked anew: at the next event or heartbeat, and
// at once when ask_again() says that something about a person changed (AZ-05).
#pragma once

#include "platform/base/actor.h"
#include "platform/base/result.h"
#include "platform/http/message.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace xieshang::http {

struct Event {
    std::int64_t sequence{}; // grows from event to event; becomes the SSE id
    std::string kind;        // one word: "plan"
    std::string json;        // one line
    base::Roles roles{};     // who holds one of these may see it
};

struct EventHubOptions {
    std::chrono::milliseconds heartbeat{15'000};
    std::size_t kept_events = 1024;      // for Last-Event-ID
    std::size_t subscribers_most = 2000; // else 503
    std::size_t per_actor_most = 8;      // screens of one person, else 429
};

class EventHub {
public:
    // `who` is asked again for each subscriber before anything is sent, on the hub's thread: when
    // it says nobody, somebody of other rights, or throws, the stream is closed. It must not
    // prolong the session, or an open screen would keep it alive for ever.
    using Who = std::function<std::optional<base::Actor>(const Request&)>;

    explicit EventHub(Who who, EventHubOptions options = {});
    ~EventHub(); // closes

    // The answer that becomes the stream. Refuses events.too_many_screens (429), events.too_many
    // (503).
    base::Result<Response> subscribe(const Request& request, const base::Actor& actor);

    // In the order of sequence; from any thread; never waits. Throws std::invalid_argument for a
    // kind or json of several lines.
    void publish(Event event);

    // Looks at once whether the streams of one person (base::Actor::id), or all, still stand. From
    // any thread; never waits.
    void ask_again(std::string actor_id);
    void ask_everybody_again();

    std::size_t subscribers() const;
    void close(); // ends all streams and takes no new ones

private:
    struct Subscriber {
        Request request;   // without its body
        base::Actor actor; // as the stream was opened
        std::shared_ptr<EventSink> sink;
        std::int64_t sent =
            0; // sequence of the newest event that was sent or that is older than the subscription
    };
    using SubscriberPtr = std::shared_ptr<Subscriber>;

    struct Turn { // what the thread found to do
        std::vector<Event> events;
        std::vector<SubscriberPtr> subscribers; // that are asked
        bool heartbeat = false;
    };

    void open(SubscriberPtr subscriber, std::optional<std::int64_t> last_seen);
    std::string missed(base::Roles roles, std::int64_t last_seen) const; // under the lock
    void run();
    bool has_work() const;                                      // under the lock
    Turn next_turn(bool heartbeat);                             // under the lock
    bool serve(Subscriber& subscriber, const Turn& turn) const; // false: it has ended
    void drop_ended();                                          // under the lock

    const Who who_;
    const EventHubOptions options_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<SubscriberPtr> subscribers_;
    std::vector<Event> waiting_;
    std::set<std::string, std::less<>> to_ask_; // ids of actors
    bool all_to_ask_ = false;
    std::deque<Event> kept_;
    std::int64_t newest_ = 0;
    bool closed_ = false;
    std::thread thread_;
};

} // namespace xieshang::http
