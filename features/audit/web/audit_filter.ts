// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the auditor's list is narrowed to. Days are those of the committee (UTC+8).
import { computed } from 'vue'
import { useAddressWords } from '@/forms/address_words'
import { isDay } from '@/forms/typed_day'
import { results, sorts, type ActFilter } from './audit_api'

const day_ms = 86_400_000

// The instant at which that day begins; nothing for what is no day.
export function beginOf(day: string): number | undefined {
  return isDay(day) ? Date.parse(`${day}T00:00:00+08:00`) : undefined
}

export function useAuditFilter() {
  const { word, set, keepOnly } = useAddressWords<keyof ActFilter>()
  const filter = computed<ActFilter>(() => {
    const until = beginOf(word('until'))
    return {
      q: word('q') || undefined,
      person: word('person') || undefined,
      action: word('action') || undefined,
      kind: word('kind') || undefined,
      object: word('object') || undefined,
      result: results.find((result) => result === word('result')),
      from: beginOf(word('from')),
      until: until === undefined ? undefined : until + day_ms,
      sort: sorts.find((sort) => sort === word('sort')),
    }
  })
  const narrowed = computed(() =>
    Object.entries(filter.value).some(([name, value]) => name !== 'sort' && value !== undefined),
  )
  return { filter, narrowed, word, set, clear: () => keepOnly('sort') }
}
