// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An amendment as it is written, and the words that are sent of it.
import { namesFrom } from '@/format'
import { monthFrom } from '../../plan/web/plan_kinds'
import type { AmendmentWords, ChangeKind, TopicChange } from './amendment_api'

export interface ChangeDraft {
  kind: ChangeKind
  topic_id: string
  title: string
  new_kind: string
  new_field?: string // empty: not said
  period: string
  responsible: string
}

export const newChange = (): ChangeDraft => ({
  kind: 'replace',
  topic_id: '',
  title: '',
  new_kind: 'thematic',
  new_field: '',
  period: '',
  responsible: '',
})

export const bringsTopic = (kind: ChangeKind): boolean => kind === 'add' || kind === 'replace'

function changeFrom(draft: ChangeDraft): TopicChange {
  return {
    kind: draft.kind,
    topic_id: draft.kind === 'add' ? null : draft.topic_id,
    title: draft.kind === 'retitle' ? draft.title.trim() : null,
    topic: bringsTopic(draft.kind)
      ? {
          kind: draft.new_kind as NonNullable<TopicChange['topic']>['kind'],
          title: draft.title.trim(),
          period: draft.period.trim(),
          month: monthFrom(draft.period),
          responsible: namesFrom(draft.responsible),
          participating: [],
          field: (draft.new_field || null) as NonNullable<TopicChange['topic']>['field'],
        }
      : null,
    reason: null,
  }
}

export const wordsFrom = (reason: string, changes: readonly ChangeDraft[]): AmendmentWords => ({
  reason: reason.trim(),
  changes: changes.map(changeFrom),
})
