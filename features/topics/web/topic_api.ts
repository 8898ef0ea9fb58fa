// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'

export type TopicView = Schema['TopicView']
export type TopicEdit = Schema['TopicEdit']
export type TopicState = TopicView['state']
export type TopicStep = Schema['TopicStepView']
export type DraftTopic = Schema['DraftTopic']
export type TopicStepAction = Schema['TopicStepRequest']['action']

export function fetchTopic(id: string): Promise<TopicView> {
  return answer(client.GET('/api/topics/{id}', { params: { path: { id } } }))
}

export async function fetchTopicSteps(id: string): Promise<TopicStep[]> {
  return (await answer(client.GET('/api/topics/{id}/steps', { params: { path: { id } } }))).items
}

export function editTopic(
  id: string,
  version: number,
  body: TopicEdit,
  key: string,
): Promise<TopicView> {
  return answer(
    client.PATCH('/api/topics/{id}', {
      params: { path: { id }, header: { ...keyed(key), ...ifMatch(version) } },
      body,
    }),
  )
}

export function addTopic(plan_id: string, body: DraftTopic, key: string): Promise<TopicView> {
  return answer(
    client.POST('/api/plans/{id}/topics', {
      params: { path: { id: plan_id }, header: keyed(key) },
      body,
    }),
  )
}

export function takeTopicStep(
  id: string,
  version: number,
  body: Schema['TopicStepRequest'],
  key: string,
): Promise<TopicView> {
  return answer(
    client.POST('/api/topics/{id}/steps', {
      params: { path: { id }, header: { ...keyed(key), ...ifMatch(version) } },
      body,
    }),
  )
}
