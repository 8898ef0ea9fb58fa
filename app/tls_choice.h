// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The certificate and the key that a server is told, looked at before anything is made.
#pragma once

#include "app/config.h"

namespace xieshang::app {

// Without a certificate there is nothing to look at. Refusals: config.tls_no_file {option, file,
// reason}, config.tls_not_certificate {file}, config.tls_not_key {file}, config.tls_other_key
// {certificate, key}.
base::Result<void> usable_tls(const Config& config);

} // namespace xieshang::app
