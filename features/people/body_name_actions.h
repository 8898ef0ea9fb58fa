// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An organisation, as others name it.
#pragma once

#include "features/people/organisation_store.h"

namespace xieshang::people {

inline BodyName name_of(const Organisation& organisation)
{
    return {organisation.id, organisation.words.name, organisation.words.short_name};
}

inline base::Result<BodyName> body_name(db::Tx& tx, const OrganisationId& id)
{
    return name_of(TRY(find_organisation(tx, id)));
}

} // namespace xieshang::people
