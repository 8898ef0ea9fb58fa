// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { addressOf } from '@/api/address'
import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'
import { upload } from '@/api/upload'

export type DocumentView = Schema['DocumentView']
export type LineView = Schema['LineView']
export type ReadTopic = Schema['ReadTopic']
export type NewPlan = Schema['NewPlan']
export type PlanEdit = Schema['PlanEdit']
export type PlanLine = Schema['PlanLine']
export type PlanPage = Schema['PageOfPlanLine']
export type PlanView = Schema['PlanView']
export type TopicLine = Schema['TopicLine']
export type StepView = Schema['StepView']
export type StepAction = Schema['StepRequest']['action']
export type StepPaper = Schema['StepRequest']['behalf']
export type StepReview = Schema['StepRequest']['review']
export type PlanOffer = Schema['OfferView']
export type Reviewer = NonNullable<PlanOffer['reviewer']>

export const sorts = ['newest', 'oldest', 'year'] as const
export const states = [
  'collecting',
  'draft',
  'three_office_review',
  'chairpersons_review',
  'party_committee_review',
  'approved',
  'issued',
  'in_force',
  'closed',
  'discarded',
] as const
export type PlanState = (typeof states)[number]

export interface PlanFilter {
  year?: number
  state?: PlanState
  q?: string
  sort?: (typeof sorts)[number]
}

export const file_limit = 20 * 1024 * 1024
export const text_limit = 1024 * 1024 // of plain text

export function handIn(
  file: File,
  key: string,
  progress: (share: number) => void,
  again: boolean, // although the house has the same file
): Promise<DocumentView> {
  const path = `/api/plan-documents${again ? '?again=true' : ''}`
  return upload<DocumentView>({ path, file, key, progress })
}

export function fetchDocument(id: string): Promise<DocumentView> {
  return answer(client.GET('/api/plan-documents/{id}', { params: { path: { id } } }))
}

export function originalAddress(document_id: string): string {
  return `/api/plan-documents/${encodeURIComponent(document_id)}/file`
}

export function savePlan(body: NewPlan, key: string): Promise<PlanView> {
  return answer(client.POST('/api/plans', { body, params: { header: keyed(key) } }))
}

export function fetchPlans(filter: PlanFilter, after?: string): Promise<PlanPage> {
  return answer(client.GET('/api/plans', { params: { query: { ...filter, after, size: 30 } } }))
}

export async function fetchPlanYears(): Promise<number[]> {
  return (await answer(client.GET('/api/plans/years'))).years
}

export const exportAddress = (filter: PlanFilter): string => addressOf('/api/plans/export', filter)

export function fetchPlan(id: string): Promise<PlanView> {
  return answer(client.GET('/api/plans/{id}', { params: { path: { id } } }))
}

export function editPlan(
  id: string,
  version: number,
  body: PlanEdit,
  key: string,
): Promise<PlanView> {
  return answer(
    client.PATCH('/api/plans/{id}', {
      params: { path: { id }, header: { ...keyed(key), ...ifMatch(version) } },
      body,
    }),
  )
}

export async function fetchSteps(id: string): Promise<StepView[]> {
  return (await answer(client.GET('/api/plans/{id}/steps', { params: { path: { id } } }))).items
}

export async function takeStep(
  id: string,
  version: number,
  body: Schema['StepRequest'],
  key: string,
): Promise<void> {
  await answer(
    client.POST('/api/plans/{id}/steps', {
      params: { path: { id }, header: { ...keyed(key), ...ifMatch(version) } },
      body,
    }),
  )
}

export type NextYear = Schema['NextYear']

export function fetchNextYear(id: string): Promise<NextYear> {
  return answer(client.GET('/api/plans/{id}/next-year', { params: { path: { id } } }))
}

export function beginNextYear(
  id: string,
  body: Schema['NextYearChoice'],
  key: string,
): Promise<PlanView> {
  return answer(
    client.POST('/api/plans/{id}/next-year', {
      params: { path: { id }, header: keyed(key) },
      body,
    }),
  )
}
