// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Imports and exports of rosters 名册.
import { addressOf } from '@/api/address'
import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'
import type { Problem } from '@/api/problem'
import { upload } from '@/api/upload'

export type RosterLine = Schema['RosterLine']
export type RosterView = Schema['RosterView']
export type RosterOptions = Schema['RosterOptions']
export type RosterColumn = Schema['RosterColumnView']
export type RosterField = Schema['ColumnChoice']['field']
export type RosterRow = Schema['RosterRowView']
export type RosterRowPage = Schema['PageOfRosterRowView']
export type RosterCounts = Schema['RosterCounts']
export type RosterPlaceGap = Schema['RosterPlaceGap']
export type RosterPlace = Schema['RosterPlaceView']
export type RowKind = RosterRow['kind']
export type RosterShelving = Schema['RosterStepRequest']['action']
export type RosterStep = Schema['RosterStepView']
export type RosterExport = Schema['RosterExportRequest']

export const roster_limit = 10 * 1024 * 1024
export const row_kinds: RowKind[] = ['wrong', 'ambiguous', 'added', 'changed', 'same']
export const roster_fields: RosterField[] = [
  'name',
  'sex',
  'ethnic_group',
  'birth_month',
  'party',
  'education',
  'unit',
  'job',
  'sector',
  'group',
  'term',
  'state',
  'telephone',
  'email',
  'identity_number',
]

export function handInRoster(
  file: File,
  key: string,
  progress: (share: number) => void,
  again: boolean,
): Promise<RosterView> {
  const path = again ? '/api/roster-imports?again=true' : '/api/roster-imports'
  return upload<RosterView>({ path, file, key, progress })
}

// The house has the same bytes: refused unless it is on purpose.
export function isSameRoster(problem: Problem | undefined): problem is Problem {
  return problem?.code.startsWith('roster.same_file_') ?? false
}
export function rosterScreenOf(problem: Problem): string {
  return problem.about.replace('/api/roster-imports/', '/people/import/')
}

export const roster_states = ['open', 'imported', 'discarded'] as const
export const roster_sorts = ['newest', 'oldest', 'touched'] as const
export interface RosterFilter {
  q?: string
  state?: (typeof roster_states)[number]
  sort?: (typeof roster_sorts)[number]
}

export function fetchRosters(
  filter: RosterFilter,
  after?: string,
): Promise<Schema['PageOfRosterLine']> {
  return answer(
    client.GET('/api/roster-imports', { params: { query: { ...filter, after, size: 30 } } }),
  )
}

export const rostersAddress = (filter: RosterFilter): string =>
  addressOf('/api/roster-imports/export', filter)

export const leftOutAddress = (id: string, format: 'csv' | 'xlsx'): string =>
  `/api/roster-imports/${id}/left-out?format=${format}`

export function addRosterPlaces(
  id: string,
  version: number,
  places: Schema['NewRosterPlace'][],
  key: string,
): Promise<RosterView> {
  return answer(
    client.POST('/api/roster-imports/{id}/places', {
      params: { path: { id }, header: { ...keyed(key), ...ifMatch(version) } },
      body: { places },
    }),
  )
}

export function fetchOriginal(id: string, reason: string, key: string): Promise<Blob> {
  return answer(
    client.POST('/api/roster-imports/{id}/original', {
      params: { path: { id }, header: keyed(key) },
      body: { reason },
      parseAs: 'blob',
    }),
  ) as unknown as Promise<Blob>
}

export function fetchRoster(id: string): Promise<RosterView> {
  return answer(client.GET('/api/roster-imports/{id}', { params: { path: { id } } }))
}

export interface RowFilter {
  kind?: RowKind
  moved?: boolean
  left_out?: boolean
}

export function fetchRosterRows(
  id: string,
  filter: RowFilter,
  after?: string,
): Promise<RosterRowPage> {
  return answer(
    client.GET('/api/roster-imports/{id}/rows', {
      params: { path: { id }, query: { ...filter, after, size: 50 } },
    }),
  )
}

export function chooseOptions(
  id: string,
  version: number,
  body: RosterOptions,
  key: string,
): Promise<RosterView> {
  return answer(
    client.PUT('/api/roster-imports/{id}/options', {
      params: { path: { id }, header: { ...keyed(key), ...ifMatch(version) } },
      body,
    }),
  )
}

export function confirmRoster(
  id: string,
  version: number,
  leave_out: boolean,
  key: string,
): Promise<RosterCounts> {
  return answer(
    client.POST('/api/roster-imports/{id}/confirmation', {
      params: { path: { id }, header: { ...keyed(key), ...ifMatch(version) } },
      body: { leave_out },
    }),
  )
}

export function fetchProgress(id: string): Promise<Schema['RosterProgressView']> {
  return answer(client.GET('/api/roster-imports/{id}/progress', { params: { path: { id } } }))
}

export async function fetchRosterSteps(id: string): Promise<RosterStep[]> {
  const found = client.GET('/api/roster-imports/{id}/steps', { params: { path: { id } } })
  return (await answer(found)).items
}

export function takeRosterStep(
  id: string,
  version: number,
  body: Schema['RosterStepRequest'],
  key: string,
): Promise<RosterStep> {
  return answer(
    client.POST('/api/roster-imports/{id}/steps', {
      params: { path: { id }, header: { ...keyed(key), ...ifMatch(version) } },
      body,
    }),
  )
}

export function exportRoster(body: RosterExport, key: string): Promise<Blob> {
  return answer(
    client.POST('/api/roster-exports', {
      body,
      params: { header: keyed(key) },
      parseAs: 'blob',
    }),
  ) as unknown as Promise<Blob>
}
