// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which topic of a plan stands in the place of which other, by an amendment that was carried out.
import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { t } from '@/i18n'
import { fetchAmendments, type Replacement } from './amendment_api'

export interface OtherTopic {
  id: string
  words: string // "由“托育服务”替换", "替换“养老服务”"
}

// What a topic was replaced by, then what it replaced.
export const othersOf = (replaced: readonly Replacement[], topic: string): OtherTopic[] => [
  ...replaced
    .filter((one) => one.topic_id === topic)
    .map((one) => ({
      id: one.by_id,
      words: t('amendments.web.replaced_by', { title: one.by_title }),
    })),
  ...replaced
    .filter((one) => one.by_id === topic)
    .map((one) => ({
      id: one.topic_id,
      words: t('amendments.web.replaces', { title: one.title }),
    })),
]

// Of a plan that may have been amended; nothing is asked of others.
export function useReplacements(plan: string, asks: MaybeRefOrGetter<boolean> = true) {
  const query = useQuery({
    queryKey: ['plan', plan, 'amendments'],
    queryFn: () => fetchAmendments(plan),
    enabled: () => toValue(asks),
  })
  return computed(() => {
    const replaced = query.data.value?.replaced ?? []
    return (topic: string) => othersOf(replaced, topic)
  })
}
