// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What CBOR (RFC 8949) declares, before a library believes it: libcbor takes the memory that an
// array says it needs, 8 bytes an item, before it has seen one. Pure, any thread.
#pragma once

#include <string_view>

namespace xieshang::passkeys {

// `bytes` are whole items, one after another, each with all that it declares to hold: of definite
// length and at most four levels deep, as authenticators write (CTAP 2.1 §8, message encoding).
bool holds_what_it_declares(std::string_view bytes);

} // namespace xieshang::passkeys
