// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'

export type TopicView = Schema['TopicView']
export type TopicEdit = Schema['TopicEdit']

export function fetchTopic(id: string): Promise<TopicView> {
  return answer(client.GET('/api/topics/{id}', { params: { path: { id } } }))
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
