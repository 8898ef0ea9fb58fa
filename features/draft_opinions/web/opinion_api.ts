// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'

export type OpinionRequestView = Schema['OpinionRequestView']
export type OpinionRequestLine = Schema['OpinionRequestLine']
export type OpinionView = Schema['DraftOpinionView']
export type OpinionPart = Schema['OpinionPartView']
export type OpinionWords = Schema['OpinionWords']
export type OpinionKind = OpinionWords['kind']
export type AnswerWords = Schema['AnswerWords']
export type NewRequest = Schema['NewOpinionRequest']
export type RequestStep = Schema['RequestStepRequest']

export function fetchRequests(plan?: string): Promise<Schema['OpinionRequestList']> {
  return answer(client.GET('/api/opinion-requests', { params: { query: { plan } } }))
}

export function fetchRequest(id: string): Promise<OpinionRequestView> {
  return answer(client.GET('/api/opinion-requests/{id}', { params: { path: { id } } }))
}

export function sendDraft(
  plan: string,
  body: NewRequest,
  key: string,
): Promise<OpinionRequestView> {
  const params = { path: { id: plan }, header: keyed(key) }
  return answer(client.POST('/api/plans/{id}/opinion-requests', { body, params }))
}

export function takeRequestStep(
  id: string,
  version: number,
  body: RequestStep,
  key: string,
): Promise<OpinionRequestView> {
  const params = { path: { id }, header: { ...keyed(key), ...ifMatch(version) } }
  return answer(client.POST('/api/opinion-requests/{id}/steps', { body, params }))
}

export function sayOpinion(id: string, body: Schema['NewDraftOpinion'], key: string) {
  const params = { path: { id }, header: keyed(key) }
  return answer(client.POST('/api/opinion-requests/{id}/opinions', { body, params }))
}

export function enterPaper(id: string, body: Schema['PaperOpinion'], key: string) {
  const params = { path: { id }, header: keyed(key) }
  return answer(client.POST('/api/opinion-requests/{id}/papers', { body, params }))
}

export function rewriteOpinion(id: string, version: number, body: OpinionWords, key: string) {
  const params = { path: { id }, header: { ...keyed(key), ...ifMatch(version) } }
  return answer(client.PATCH('/api/draft-opinions/{id}', { body, params }))
}

export function answerOpinion(id: string, version: number, body: AnswerWords, key: string) {
  const params = { path: { id }, header: { ...keyed(key), ...ifMatch(version) } }
  return answer(client.POST('/api/draft-opinions/{id}/answers', { body, params }))
}

export const exportAddress = (id: string): string => `/api/opinion-requests/${id}/export`
