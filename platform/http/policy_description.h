// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A policy as JSON: x-authz of an operation. An array of rows, each {roles, memberships, relations,
// states, view, proof}; what a row does not narrow is not told. Pure.
#pragma once

#include "platform/base/policy.h"

#include <string>

namespace xieshang::http {

std::string authorization_of(const base::Policy& policy);

} // namespace xieshang::http
