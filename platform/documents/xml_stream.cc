// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/xml_stream.h"

#include "platform/documents/limits.h"
#include "platform/documents/refusals.h"

#include <expat.h>

namespace xieshang::documents {
namespace {

std::string_view without_prefix(std::string_view name)
{
    const auto colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

} // namespace

std::string_view Attributes::operator[](std::string_view name) const
{
    for (auto* pair = pairs_; *pair != nullptr; pair += 2) {
        if (without_prefix(*pair) == name) {
            return pair[1];
        }
    }
    return {};
}

struct XmlStream::State {
    XmlHandler handler;
    std::string part;
    XML_Parser parser = XML_ParserCreate(nullptr);
    int depth = 0;
    bool stopped = false;
    std::string trouble{};

    void refuse(std::string code)
    {
        trouble = trouble.empty() ? std::move(code) : trouble;
        stop();
    }
    void stop()
    {
        stopped = true;
        XML_StopParser(parser, XML_FALSE);
    }

    static State& of(void* data) { return *static_cast<State*>(data); }

    static void begin(void* data, const char* name, const char** attributes)
    {
        auto& state = of(data);
        if (++state.depth > most_depth) {
            return state.refuse("documents.too_deep");
        }
        state.handler.begin(without_prefix(name), Attributes(attributes));
    }
    static void end(void* data, const char* name)
    {
        auto& state = of(data);
        --state.depth;
        if (!state.stopped) {
            state.handler.end(without_prefix(name));
        }
    }
    static void words(void* data, const char* text, int length)
    {
        of(data).handler.words({text, static_cast<std::size_t>(length)});
    }
    static void document_type(void* data, const char*, const char*, const char*, int)
    {
        of(data).refuse("documents.has_dtd");
    }
};

XmlStream::XmlStream(XmlHandler handler, std::string part)
    : state_(std::make_unique<State>(State{std::move(handler), std::move(part)}))
{
    auto* parser = state_->parser;
    if (parser == nullptr) {
        throw std::bad_alloc();
    }
    XML_SetUserData(parser, state_.get());
    XML_SetElementHandler(parser, State::begin, State::end);
    XML_SetCharacterDataHandler(parser, State::words);
    XML_SetStartDoctypeDeclHandler(parser, State::document_type);
}

XmlStream::~XmlStream() { XML_ParserFree(state_->parser); }

void XmlStream::stop() { state_->stop(); }

bool XmlStream::take(std::string_view piece)
{
    const auto status =
        XML_Parse(state_->parser, piece.data(), static_cast<int>(piece.size()), XML_FALSE);
    if (status != XML_STATUS_OK && !state_->stopped) {
        state_->refuse("documents.damaged");
    }
    return !state_->stopped;
}

base::Result<void> XmlStream::finish()
{
    if (!state_->stopped && XML_Parse(state_->parser, nullptr, 0, XML_TRUE) != XML_STATUS_OK) {
        state_->refuse("documents.damaged");
    }
    if (!state_->trouble.empty()) {
        return refuse_part(state_->trouble, state_->part);
    }
    return {};
}

} // namespace xieshang::documents
