// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Imports: plan documents of which no plan was made yet.
import { addressOf } from '@/api/address'
import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'
import type { Problem } from '@/api/problem'

export type ImportLine = Schema['ImportLine']
export type ImportPage = Schema['PageOfImportLine']
export type ImportAction = Schema['DocumentStepRequest']['action']

export const import_sorts = ['newest', 'oldest', 'touched'] as const

export interface ImportFilter {
  state?: 'discarded'
  q?: string
  sort?: (typeof import_sorts)[number]
}

export function fetchImports(filter: ImportFilter, after?: string): Promise<ImportPage> {
  return answer(
    client.GET('/api/plan-documents', { params: { query: { ...filter, after, size: 20 } } }),
  )
}

export const importsAddress = (filter: ImportFilter): string =>
  addressOf('/api/plan-documents/export', filter)

export async function takeImportStep(
  id: string,
  version: number,
  body: Schema['DocumentStepRequest'],
  key: string,
): Promise<void> {
  await answer(
    client.POST('/api/plan-documents/{id}/steps', {
      params: { path: { id }, header: { ...keyed(key), ...ifMatch(version) } },
      body,
    }),
  )
}

// The house has the same bytes: refused unless it is on purpose.
const same_file = ['plan.file_has_plan', 'document.import_unfinished']
export function isSameFile(problem: Problem | undefined): problem is Problem {
  return problem !== undefined && same_file.includes(problem.code)
}

// The screen of what a problem is about: a plan or an import.
export function screenOf(problem: Problem): string {
  return problem.about.replace('/api/plans/', '/plans/').replace('/api/plan-documents/', '/import/')
}
