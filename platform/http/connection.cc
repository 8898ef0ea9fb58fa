// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/connection.h"

#include "platform/http/event_stream.h"
#include "platform/http/exchange.h"
#include "platform/http/library_socket.h"
#include "platform/http/refusal.h"
#include "platform/http/target.h"

#include <restinio/all.hpp>

namespace xieshang::http {
namespace {

using restinio::impl::access_req_connection;

Method method_of(restinio::http_method_id_t method)
{
    switch (method.raw_id()) {
    case HTTP_GET:
        return Method::get;
    case HTTP_HEAD:
        return Method::head;
    case HTTP_POST:
        return Method::post;
    case HTTP_PUT:
        return Method::put;
    case HTTP_PATCH:
        return Method::patch;
    case HTTP_DELETE:
        return Method::del;
    case HTTP_OPTIONS:
        return Method::options;
    default:
        return Method::other;
    }
}

// Waits for a worker as a job, then for its loop as a delivery.
class Exchange final : public Job, public Delivery {
public:
    Exchange(Wire& wire, restinio::request_handle_t asked)
        : wire_(wire.shared_from_this()), shared_(wire.loop().shared), asked_(std::move(asked))
    {
    }

    void run() noexcept override
    {
        try {
            auto request = read_request();
            const auto target = target_of(view(asked_->header().request_target()));
            if (target) {
                request.path = target->path;
                request.query = target->query;
                send(request, handle(shared_, request));
            } else {
                send(request,
                    refusal(
                        shared_.options, 400, "http.bad_path", request.header("Accept-Language")));
            }
        } catch (...) { // out of memory: the connection ends with the exchange
            wire_->loop().deliver(std::unique_ptr<Delivery>{this});
        }
    }

    void refuse() noexcept override
    {
        try {
            const auto request = read_request();
            const auto* code = shared_.is_stopping ? "http.stopping" : "http.busy";
            send(request, refusal(shared_.options, 503, code, request.header("Accept-Language")));
        } catch (...) {
            wire_->loop().deliver(std::unique_ptr<Delivery>{this});
        }
    }

    void arrive() noexcept override
    {
        if (stream_) {
            stream_->begin(std::move(answer_.head));
        } else if (answer_.head.empty()) {
            wire_->drop();
        } else {
            write();
        }
    }

private:
    static std::string_view view(const std::string& text) { return text; }

    Request read_request() const
    {
        Request request;
        const auto& header = asked_->header();
        request.method = method_of(header.method());
        request.headers.reserve(header.fields_count());
        header.for_each_field([&](const auto& field) {
            request.headers.push_back({field.name(), field.value()});
        });
        request.body = asked_->body();
        request.request_id = shared_.options.new_request_id();
        shared_.trusted_proxies.name_client(request, wire_->peer(), wire_->is_secure());
        return request;
    }

    // Gives this to the loop; nothing of it may be touched afterwards.
    void send(const Request& request, Response response)
    {
        answer_ =
            answer_of(shared_, request, std::move(response), asked_->header().should_keep_alive());
        const auto& shared = shared_;
        const int status = answer_.response.status;
        const auto bytes = answer_.body_bytes;
        const auto began_at = began_at_;
        if (answer_.response.stream) {
            open_stream(request);
        }
        wire_->loop().deliver(std::unique_ptr<Delivery>{this});
        const auto took = Wire::Clock::now() - began_at;
        shared.report(
            request, status, bytes, std::chrono::duration_cast<std::chrono::microseconds>(took));
    }

    void open_stream(const Request& request)
    {
        stream_ = std::make_shared<EventStream>(wire_);
        if (request.method == Method::head) {
            stream_->close();
            return;
        }
        try {
            answer_.response.stream(EventStream::sink_of(stream_));
        } catch (const std::exception& error) {
            stream_->close();
            if (shared_.options.failed) {
                shared_.options.failed(request, error.what());
            }
        }
    }

    void write() noexcept
    {
        try {
            restinio::writable_items_container_t items;
            items.reserve(2);
            items.emplace_back(std::move(answer_.head));
            auto& response = answer_.response;
            if (response.file_path && answer_.file->size > 0) {
                items.emplace_back(file());
            } else if (!response.fixed_body.empty()) {
                items.emplace_back(
                    restinio::const_buffer(response.fixed_body.data(), response.fixed_body.size()));
            } else if (!response.body.empty()) {
                items.emplace_back(std::move(response.body));
            }
            const restinio::response_output_flags_t flags{
                restinio::response_parts_attr_t::final_parts,
                answer_.keeps_alive ? restinio::response_connection_attr_t::connection_keepalive
                                    : restinio::response_connection_attr_t::connection_close};
            access_req_connection(*asked_)->write_response_parts(
                asked_->request_id(), flags, restinio::write_group_t{std::move(items)});
        } catch (...) {
            wire_->drop();
        }
    }

    restinio::sendfile_t file()
    {
        constexpr restinio::file_size_t piece = 64U << 10U;
        const auto& part = *answer_.file;
        restinio::file_descriptor_holder_t descriptor{answer_.file->descriptor.release()};
        auto file = restinio::sendfile(std::move(descriptor), {part.offset + part.size, {}}, piece);
        file.offset_and_size(static_cast<restinio::file_offset_t>(part.offset), part.size);
        return file;
    }

    const std::shared_ptr<Wire> wire_;
    const Shared& shared_;
    const Wire::Clock::time_point began_at_ = Wire::Clock::now();
    restinio::request_handle_t asked_;
    Answer answer_;
    std::shared_ptr<EventStream> stream_;
};

struct ToWorkers {
    WorkerPool& pool;

    restinio::request_handling_status_t operator()(restinio::request_handle_t asked) const
    {
        // The connection's number is its wire's address: see connection_starter.
        auto& wire = *reinterpret_cast<Wire*>(asked->connection_id());
        wire.begin_request();
        std::unique_ptr<Job> job = std::make_unique<Exchange>(wire, std::move(asked));
        if (!pool.offer(job)) {
            job.release()->refuse();
        }
        return restinio::request_accepted();
    }
};

struct Traits : restinio::traits_t<restinio::null_timer_manager_t, restinio::null_logger_t,
                    ToWorkers, Wire::Executor, LibrarySocket> {};

} // namespace

std::function<void(std::shared_ptr<Wire>)> connection_starter(Shared& shared)
{
    constexpr std::chrono::hours never{24 * 365};
    restinio::server_settings_t<Traits> settings;
    settings.request_handler(ToWorkers{*shared.pool})
        .buffer_size(8U << 10U)
        .max_pipelined_requests(1)
        .read_next_http_message_timelimit(never)
        .write_http_response_timelimit(never)
        .handle_request_timeout(never);
    using Methods = Traits::http_methods_mapper_t;
    const auto common = std::make_shared<restinio::impl::connection_settings_t<Traits>>(
        std::move(settings), restinio::impl::create_parser_settings<Methods>(),
        std::make_shared<restinio::null_timer_manager_t>());
    return [common](const std::shared_ptr<Wire>& wire) {
        using Connection = restinio::impl::connection_t<Traits>;
        const auto number = reinterpret_cast<restinio::connection_id_t>(wire.get());
        std::make_shared<Connection>(number, LibrarySocket{wire}, common, restinio::endpoint_t{},
            Connection::lifetime_monitor_t{nullptr})
            ->init();
    };
}

} // namespace xieshang::http
