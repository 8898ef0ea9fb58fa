// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { addressOf } from '@/api/address'
import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'
import { upload } from '@/api/upload'

export type BehalfLine = Schema['BehalfLine']
export type BehalfPage = Schema['PageOfBehalfLine']
export type BehalfView = Schema['BehalfActView']
export type BehalfAction = Schema['BehalfStepRequest']['action']
export type ScanView = Schema['BehalfScanView']
export type Body = NonNullable<BehalfLine['body']>

export const behalf_states = ['told', 'seen', 'objected', 'answered', 'settled'] as const
export const behalf_deeds = [
  'change_contact',
  'erase_contact',
  'import_contact',
  'pass_plan',
  'approve_plan',
  'send_back_plan',
] as const
export const behalf_sorts = ['newest', 'oldest', 'touched'] as const
export const scan_limit = 20 * 1024 * 1024

export interface BehalfFilter {
  state?: (typeof behalf_states)[number]
  deed?: (typeof behalf_deeds)[number]
  q?: string
  sort?: (typeof behalf_sorts)[number]
}

export function fetchActs(filter: BehalfFilter, after?: string): Promise<BehalfPage> {
  return answer(
    client.GET('/api/behalf/acts', { params: { query: { ...filter, after, size: 30 } } }),
  )
}

export function fetchOwnActs(after?: string): Promise<BehalfPage> {
  return answer(client.GET('/api/behalf/own', { params: { query: { after, size: 30 } } }))
}

// Objections that nobody has answered yet.
export async function countObjections(): Promise<number> {
  return (await fetchActs({ state: 'objected' })).items.length // one page: more are as pressing
}

export async function countUnopened(): Promise<number> {
  return (await answer(client.GET('/api/behalf/own/unopened'))).unopened
}

export const actsAddress = (filter: BehalfFilter): string =>
  addressOf('/api/behalf/acts/export', filter)

export function scanAddress(act: string): string {
  return `/api/behalf/acts/${encodeURIComponent(act)}/scan`
}

export function fetchAct(id: string): Promise<BehalfView> {
  return answer(client.GET('/api/behalf/acts/{id}', { params: { path: { id } } }))
}

export function takeBehalfStep(
  id: string,
  version: number,
  body: Schema['BehalfStepRequest'],
  key: string,
): Promise<BehalfView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(
    client.POST('/api/behalf/acts/{id}/steps', { body, params: { path: { id }, header } }),
  )
}

export function handInScan(
  file: File,
  key: string,
  progress: (share: number) => void,
): Promise<ScanView> {
  return upload<ScanView>({ path: '/api/behalf/scans', file, key, progress })
}
