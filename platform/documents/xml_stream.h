// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Guarded reading of a long XML part, piece by piece (expat): what xml.h does for short ones, in a
// memory that does not grow with the part. One thread, one part.
#pragma once

#include "platform/base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace xieshang::documents {

// Attributes by their local name; views that hold during the call.
class Attributes {
public:
    explicit Attributes(const char** pairs) : pairs_(pairs) {}
    std::string_view operator[](std::string_view name) const; // empty when there is none

private:
    const char** pairs_;
};

// What comes along; names are local ones.
struct XmlHandler {
    std::function<void(std::string_view name, const Attributes& attributes)> begin;
    std::function<void(std::string_view name)> end;
    std::function<void(std::string_view words)> words;
};

class XmlStream {
public:
    XmlStream(XmlHandler handler, std::string part);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    bool take(std::string_view piece); // false: no more is wanted
    void stop();                       // for the handler: it has what it wants

    // Refuses documents.damaged, documents.has_dtd, documents.too_deep {part}.
    base::Result<void> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace xieshang::documents
