// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which plans the list shows, and in which order.
import { computed } from 'vue'
import { useAddressWords } from '@/forms/address_words'
import { sorts, states, type PlanFilter } from './plan_api'

export function useListFilter() {
  const { word, year, set, keepOnly } = useAddressWords<keyof PlanFilter>()
  const filter = computed<PlanFilter>(() => ({
    year: year('year'),
    state: states.find((state) => state === word('state')),
    q: word('q') || undefined,
    sort: sorts.find((sort) => sort === word('sort')),
  }))
  const narrowed = computed(() =>
    Boolean(filter.value.year || filter.value.state || filter.value.q),
  )
  return { filter, narrowed, word, set, clear: () => keepOnly('sort') }
}
