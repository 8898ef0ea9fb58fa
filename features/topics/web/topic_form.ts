// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A topic as words of a form, and the change that is sent of it.
import { namesFrom } from '@/format'
import { monthFrom } from '../../plan/web/plan_kinds'
import type { TopicEdit, TopicView } from './topic_api'

export interface TopicForm extends Record<string, string> {
  kind: string
  title: string
  period: string
  responsible: string
  participating: string
}

export function formOf(topic: TopicView): { version: number; values: TopicForm } {
  return {
    version: topic.version,
    values: {
      kind: topic.kind,
      title: topic.title,
      period: topic.period,
      responsible: topic.responsible.join('、'),
      participating: topic.participating.join('、'),
    },
  }
}

export function editFrom(changed: Partial<TopicForm>): TopicEdit {
  const edit: TopicEdit = {}
  if (changed.kind !== undefined) edit.kind = changed.kind as TopicEdit['kind']
  if (changed.title !== undefined) edit.title = changed.title.trim()
  if (changed.period !== undefined) {
    edit.period = changed.period.trim()
    edit.month = monthFrom(changed.period) ?? 0 // 0 takes the month away
  }
  if (changed.responsible !== undefined) edit.responsible = namesFrom(changed.responsible)
  if (changed.participating !== undefined) edit.participating = namesFrom(changed.participating)
  return edit
}
