// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The file that the keys lie in, outside of the database and of every backup (ADR 0018):
//
//   {"format":1,"current":"k3f9a2c81b0d4","keys":[
//     {"id":"k3f9a2c81b0d4","suite":"intl","made_at_ms":…,"fingerprint":"16 hex","secret":"64
//     hex"}]}
//
// Only its owner may read it (0600), and the owner is who runs the program, or root. What systemd
// hands in as a credential may also show group bits: they are the mask of an access list that names
// the service alone. Throws std::system_error, naming the path, for what the machine refuses.
#pragma once

#include "platform/base/result.h"
#include "platform/sealing/key.h"

#include <functional>
#include <optional>
#include <string>

namespace xieshang::sealing {

// None when there is no such file. Refusals: keys.open_to_others (file, mode), keys.foreign_owner
// (file), keys.corrupt (file; fields say where).
base::Result<std::optional<Keys>> read_key_file(const std::string& path);

// Makes the file, or gives what another program made in the meantime.
base::Result<Keys> make_key_file(const std::string& path, const Keys& keys);

// One change at a time, whoever makes it: reads, lets `change` have the keys, writes the new file
// beside the old one, syncs, and puts it in its place. Owner and group stay. An absent file is one
// without keys. A refusal of `change` leaves everything as it was.
base::Result<Keys> change_key_file(
    const std::string& path, const std::function<base::Result<void>(Keys&)>& change);

} // namespace xieshang::sealing
