// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/log.h"

#include "platform/base/clock.h"
#include "platform/json/json.h"

#include <filesystem>
#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <unistd.h>

namespace xieshang::app {
namespace {

constexpr std::size_t most_bytes = 10U << 20U;
constexpr std::size_t most_files = 5;

struct AnswerLine {
    base::Instant at_ms;
    std::string request_id;
    std::string method;
    std::string path; // without the query: that may hold words
    std::int64_t status{};
    std::int64_t bytes{};
    std::int64_t took_us{};
    std::string address;
};
BOOST_DESCRIBE_STRUCT(
    AnswerLine, (), (at_ms, request_id, method, path, status, bytes, took_us, address))

struct FailureLine {
    base::Instant at_ms;
    std::string request_id;
    std::string failure;
};
BOOST_DESCRIBE_STRUCT(FailureLine, (), (at_ms, request_id, failure))

struct NoteLine {
    base::Instant at_ms;
    std::string event;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(NoteLine, (), (at_ms, event, detail))

spdlog::sink_ptr sink_for(const std::string& data_folder)
{
    if (::isatty(STDERR_FILENO) == 1) {
        const auto path = std::filesystem::path(data_folder) / "xieshang.log";
        return std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            path.string(), most_bytes, most_files);
    }
    return std::make_shared<spdlog::sinks::stderr_sink_mt>();
}

base::Instant now() { return base::SystemClock().now(); }

} // namespace

Log::Log(const std::string& data_folder)
    : logger_(std::make_shared<spdlog::logger>("xieshang", sink_for(data_folder)))
{
    logger_->set_pattern("%v");
    logger_->flush_on(spdlog::level::err);
}

Log::~Log() { logger_->flush(); }

void Log::answered(
    const http::Request& request, int status, std::size_t bytes, std::chrono::microseconds took)
{
    logger_->info(json::write(
        AnswerLine{now(), request.request_id, std::string(name_of(request.method)), request.path,
            status, static_cast<std::int64_t>(bytes), took.count(), request.remote_address}));
}

void Log::failed(const http::Request& request, const std::exception& error)
{
    logger_->error(json::write(FailureLine{now(), request.request_id, error.what()}));
}

void Log::note(std::string event, std::string detail)
{
    logger_->info(json::write(NoteLine{now(), std::move(event), std::move(detail)}));
    logger_->flush();
}

void Log::flush() { logger_->flush(); }

} // namespace xieshang::app
