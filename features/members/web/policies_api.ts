// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may do what: a line for each row of each operation's policy.
import { addressOf } from '@/api/address'
import { answer, client, type Schema } from '@/api/client'

export type PolicyLine = Schema['PolicyLine']
export type Role = Schema['Role']

export const policy_sorts = ['declared', 'operation', 'path', 'view'] as const

export interface PolicyFilter {
  q?: string
  role?: string
  sort?: (typeof policy_sorts)[number]
}

export async function fetchPolicies(filter: PolicyFilter): Promise<PolicyLine[]> {
  return (await answer(client.GET('/api/policies', { params: { query: { ...filter } } }))).items
}

export const policiesAddress = (filter: PolicyFilter): string =>
  addressOf('/api/policies/export', filter)
