// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, type Schema } from '@/api/client'
import type { PlanState } from '../../plan/web/plan_api'
import type { TopicKind } from '../../plan/web/plan_kinds'

export interface PlanVersion {
  version: number
  mark: 'step' | 'amendment' | 'now'
  action: Schema['StepView']['action'] | null
  nth: number
  at: Schema['StepView']['at']
  state: PlanState
  amendment_id: string | null
  effective_on: string | null
}
export interface VersionHead {
  day: string | null
  title: string
  committee: string
  year: number | null
  state: PlanState
}
export interface ComparedParagraph {
  is_heading: boolean
  before: string | null
  after: string | null
}
export interface PastTopic {
  id: string
  number: number
  kind: TopicKind
  title: string
  period: string
  responsible: string[]
  participating: string[]
  field: Schema['TopicLine']['field']
  place: 'listed' | 'postponed' | 'cancelled' | 'replaced'
}
export interface ComparedTopic {
  id: string
  before: PastTopic | null
  after: PastTopic | null
}
export interface PlanComparison {
  before: VersionHead
  after: VersionHead
  paragraphs: ComparedParagraph[]
  topics: ComparedTopic[]
}

type Read = <Body>(
  path: string,
  options: { params: { path: { id: string }; query?: Record<string, string> } },
) => Promise<{ data?: Body; error?: unknown; response: Response }>
const read = client.GET as unknown as Read

export async function fetchVersions(id: string): Promise<PlanVersion[]> {
  const path = '/api/plans/{id}/versions'
  return (await answer(read<{ items: PlanVersion[] }>(path, { params: { path: { id } } }))).items
}

// Each "now", the number of a version or a day.
export function fetchComparison(
  id: string,
  before: string,
  after: string,
): Promise<PlanComparison> {
  const params = { path: { id }, query: { before, after } }
  return answer(read<PlanComparison>('/api/plans/{id}/comparison', { params }))
}
