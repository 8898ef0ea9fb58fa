// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whether this build looks for faults of memory and threads, which takes it many times as long:
// what repeats there only to be sure of a result, which the release build shows as well, repeats
// less.
#pragma once

namespace xieshang::tests {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif
#else
inline constexpr bool sanitized = false;
#endif

} // namespace xieshang::tests
