// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: a plan as the server shows it, and a server that has it alone.
import type { Heard, Reply } from '@/test_mount'
import type { PlanOffer, PlanView } from './plan_api'

export const topic = (
  id: string,
  number: number,
  kind: PlanView['topics'][number]['kind'],
  title: string,
) => ({
  id,
  number,
  kind,
  title,
  period: '',
  month: null,
  responsible: [],
  participating: [],
  line: number,
  version: 1,
  state: 'shortlisted' as const,
  field: null,
  to_review: false,
})

export function plan(changes: Partial<PlanView> = {}): PlanView {
  return {
    id: 'a',
    title: '某区政协2026年协商工作计划',
    committee: '某区政协',
    year: 2026,
    state: 'draft',
    draft: true,
    version: 3,
    created_at: 0,
    created_by_name: '张文',
    updated_at: 0,
    can_edit: true,
    document: null,
    sections: [],
    ignored: [],
    own_words: [],
    topics: [
      topic('t1', 1, 'thematic', '养老服务'),
      topic('t2', 1, 'plenary', '营商环境'),
      topic('t3', 2, 'thematic', '垃圾分类'),
    ],
    dropped: [],
    open_topics: [],
    unanswered: [],
    issued_on: null,
    due: null,
    actions: [offer('discard', null)],
    ...changes,
  }
}

export const offer = (action: PlanOffer['action'], reviewer: PlanOffer['reviewer']): PlanOffer => ({
  action,
  refusal: null,
  behalf: null,
  reviewer,
  names_person: false,
})

export const server =
  (view: PlanView, patch?: (heard: Heard) => Reply) =>
  (heard: Heard): Reply => {
    if (heard.method === 'PATCH' && patch) return patch(heard)
    const is_list =
      /\/(steps|amendments|opinion-requests)$/.test(heard.path) && heard.method === 'GET'
    return { body: is_list ? { items: [], refusal: null, cannot_send_because: null } : view }
  }
