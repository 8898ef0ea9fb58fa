// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a key file says, as text. For key_file.cc.
#pragma once

#include "platform/base/result.h"
#include "platform/sealing/key.h"

#include <string>
#include <string_view>

namespace xieshang::sealing {

// To be wiped by the caller.
std::string text_of(const Keys& keys);

// Refusal: keys.corrupt; fields say where. `file` is for its words alone.
base::Result<Keys> keys_of(std::string_view text, const std::string& file);

} // namespace xieshang::sealing
