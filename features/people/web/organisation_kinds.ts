// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The kinds of organisations in the order in which an assembly lists them.
import type { OrganisationKind } from './register_api'

export const organisation_kinds: readonly OrganisationKind[] = [
  'committee',
  'special_committee',
  'sector',
  'sub_district',
  'party_or_group',
  'party_organ',
  'government_organ',
  'department',
  'room',
]

export const rankOf = (kind: OrganisationKind): number => organisation_kinds.indexOf(kind)
