// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who did what: the record as the auditor sees it.
import { addressOf } from '@/api/address'
import { answer, client, keyed, type Schema } from '@/api/client'

export type Act = Schema['ActView']
export type ActPage = Schema['PageOfActView']
export type RecordState = Schema['RecordState']
export type RecordCheck = Schema['RecordCheck']

export const results = ['done', 'refused', 'alarm'] as const
export const sorts = ['newest', 'oldest'] as const

export interface ActFilter {
  q?: string
  person?: string
  action?: string
  kind?: string
  object?: string
  result?: (typeof results)[number]
  from?: number
  until?: number
  sort?: (typeof sorts)[number]
}

export function fetchActs(filter: ActFilter, after?: string): Promise<ActPage> {
  return answer(
    client.GET('/api/audit/acts', { params: { query: { ...filter, after, size: 50 } } }),
  )
}

export function fetchAlarms(): Promise<ActPage> {
  return answer(client.GET('/api/audit/alarms', { params: { query: { size: 10 } } }))
}

export const exportAddress = (filter: ActFilter): string =>
  addressOf('/api/audit/acts/export', filter)

export function fetchRecord(): Promise<RecordState> {
  return answer(client.GET('/api/audit/record'))
}

export function checkRecord(key: string): Promise<RecordCheck> {
  return answer(client.POST('/api/audit/record/checks', { params: { header: keyed(key) } }))
}
