// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Any bytes as a key file: refused with a reason, or keys that come back as they were written.
#include "platform/sealing/key_text.h"
#include "tests/support/fuzzing.h"

namespace xieshang::sealing {
namespace {

void judge(std::string_view bytes)
{
    const auto keys = keys_of(bytes, "keys.json");
    if (!keys) {
        fuzz::expect(keys.error().code == "keys.corrupt");
        return;
    }
    const auto text = text_of(*keys);
    const auto again = keys_of(text, "keys.json");
    fuzz::expect(again.has_value());
    fuzz::expect(text_of(*again) == text);
}

} // namespace
} // namespace xieshang::sealing

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    xieshang::sealing::judge(xieshang::fuzz::text_of(data, size));
    return 0;
}
