// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Any bytes as a plan's text file: refused with a code, or text of which nothing is dropped.
#include "features/plan/decoding.h"
#include "features/plan/nothing_dropped_test.h"
#include "features/plan/plan_reader.h"
#include "tests/support/fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace xieshang;
    const auto decoded = plan::decode(fuzz::text_of(data, size));
    if (!decoded) {
        fuzz::expect(decoded.error().code.starts_with("reading."));
        return 0;
    }
    fuzz::expect(plan::broken_promise(decoded->text).empty());
    const auto reading = plan::read_plan_lines(plan::split_lines(decoded->text), "a.txt");
    fuzz::expect(reading || reading.error().code.starts_with("reading."));
    return 0;
}
