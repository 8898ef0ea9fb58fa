// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may do what: a line for each row of each operation's policy.
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

export function policiesAddress(filter: PolicyFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value)
  const query = new URLSearchParams(given).toString()
  return `/api/policies/export${query ? `?${query}` : ''}`
}
