// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'

export type AmendmentView = Schema['AmendmentView']
export type AmendmentWords = Schema['AmendmentWords']
export type AmendmentStep = Schema['AmendmentStepRequest']
export type TopicChange = AmendmentWords['changes'][number]
export type ChangeKind = TopicChange['kind']
export type Replacement = Schema['Replacement']
export type StoodPlan = Schema['StoodPlan']

export const change_kinds = ['replace', 'retitle', 'postpone', 'resume', 'drop', 'add'] as const

export function fetchAmendments(plan_id: string): Promise<Schema['Amendments']> {
  const path = { id: plan_id }
  return answer(client.GET('/api/plans/{id}/amendments', { params: { path } }))
}

export function fetchAmendment(id: string): Promise<AmendmentView> {
  return answer(client.GET('/api/amendments/{id}', { params: { path: { id } } }))
}

export function fetchStood(plan_id: string, day: string): Promise<StoodPlan> {
  const params = { path: { id: plan_id }, query: { day } }
  return answer(client.GET('/api/plans/{id}/as-it-stood', { params }))
}

export function propose(
  plan_id: string,
  body: AmendmentWords,
  key: string,
): Promise<AmendmentView> {
  const params = { path: { id: plan_id }, header: keyed(key) }
  return answer(client.POST('/api/plans/{id}/amendments', { params, body }))
}

export function takeStep(
  id: string,
  version: number,
  body: AmendmentStep,
  key: string,
): Promise<AmendmentView> {
  const params = { path: { id }, header: { ...keyed(key), ...ifMatch(version) } }
  return answer(client.POST('/api/amendments/{id}/steps', { params, body }))
}
