// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/metrics.h"

#include <array>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace xieshang::app {
namespace {

constexpr std::size_t methods = 8;
constexpr std::size_t status_classes = 6;

} // namespace

struct Metrics::State {
    explicit State(const db::Database& of) : database(of)
    {
        auto& answers = prometheus::BuildCounter()
                            .Name("xieshang_http_requests_total")
                            .Help("Requests answered, by method and class of status")
                            .Register(registry);
        for (std::size_t method = 0; method < methods; ++method) {
            for (std::size_t status = 1; status < status_classes; ++status) {
                requests[method][status] = &answers.Add(
                    {{"method", std::string(http::name_of(static_cast<http::Method>(method)))},
                        {"status", std::to_string(status) + "xx"}});
            }
        }
        took = &prometheus::BuildHistogram()
                    .Name("xieshang_http_request_seconds")
                    .Help("From the whole request to the answer")
                    .Register(registry)
                    .Add({},
                        prometheus::Histogram::BucketBoundaries{
                            0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10});
        transactions = &prometheus::BuildGauge()
                            .Name("xieshang_db_write_transactions")
                            .Help("Write transactions since the start")
                            .Register(registry)
                            .Add({});
        commits = &prometheus::BuildGauge()
                       .Name("xieshang_db_commits")
                       .Help("Durable commits that they shared")
                       .Register(registry)
                       .Add({});
    }

    const db::Database& database;
    prometheus::Registry registry;
    std::array<std::array<prometheus::Counter*, status_classes>, methods> requests{};
    prometheus::Histogram* took{};
    prometheus::Gauge* transactions{};
    prometheus::Gauge* commits{};
};

Metrics::Metrics(const db::Database& database) : state_(std::make_unique<State>(database)) {}
Metrics::~Metrics() = default;

void Metrics::answered(http::Method method, int status, std::chrono::microseconds took)
{
    const auto status_class = static_cast<std::size_t>(status) / 100;
    if (status_class >= 1 && status_class < status_classes) {
        state_->requests[static_cast<std::size_t>(method)][status_class]->Increment();
    }
    state_->took->Observe(static_cast<double>(took.count()) / 1e6);
}

std::string Metrics::text()
{
    const auto written = state_->database.write_statistics();
    state_->transactions->Set(static_cast<double>(written.transactions));
    state_->commits->Set(static_cast<double>(written.batches));
    return prometheus::TextSerializer().Serialize(state_->registry.Collect());
}

} // namespace xieshang::app
